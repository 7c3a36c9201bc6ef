package dev.autogen.schema.dependent;

/** When a trigger or rule takes effect (PostgreSQL, {@code session_replication_role}). */
public enum Firing {
    /** In ordinary sessions, as is the default. */
    ORIGIN,
    /** Never. */
    DISABLED,
    /** Only in sessions that apply replicated changes. */
    REPLICA,
    /** In all sessions. */
    ALWAYS
}
