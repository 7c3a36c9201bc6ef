package dev.autogen.introspector;

/** What a text is that PostgreSQL judges. */
public enum TextKind {
    TYPE,
    COLLATION,
    DEFAULT,
    GENERATED,
    CHECK,
    INDEX_KEY,
    INDEX_PREDICATE
}
