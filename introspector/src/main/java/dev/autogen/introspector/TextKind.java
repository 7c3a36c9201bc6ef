package dev.autogen.introspector;

/** What a text is that PostgreSQL judges. */
public enum TextKind {
    TYPE,
    COLLATION,
    DEFAULT,
    GENERATED,
    CHECK,
    OPERATOR_CLASS,
    INDEX_KEY,
    INDEX_PREDICATE,
    /** Whole statements, of which nothing is asked but whether they can be carried out. */
    TRIAL
}
