package com.example.shop;

/** Whether a customer may order. */
public enum CustomerStatus {
    /** Signed up, but the email address is not confirmed yet. */
    PENDING,
    ACTIVE,
    /** Locked by support; existing orders are still delivered. */
    BLOCKED
}
