package dev.autogen.schema;

/** What a foreign key does when the referenced row goes or changes (PostgreSQL, section 5.5.5). */
public enum ReferentialAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    /** The action in SQL: {@code SET NULL}. */
    public String toSql() {
        return name().replace('_', ' ');
    }
}
