package com.example.shop;

/** Where an order stands. */
public enum OrderStatus {
    NEW,
    PAID,
    SHIPPED,
    DELIVERED,
    /** Sent back within the time the customer has for it. */
    RETURNED,
    CANCELLED
}
