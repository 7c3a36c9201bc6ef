package dev.autogen.schema;

/** When a constraint is checked (PostgreSQL, {@code SET CONSTRAINTS}). */
public enum Deferrability {
    /** At each statement, always: the default. */
    NOT_DEFERRABLE,
    /** At each statement unless a transaction asks otherwise. */
    INITIALLY_IMMEDIATE,
    /** At the end of the transaction unless it asks otherwise. */
    INITIALLY_DEFERRED
}
