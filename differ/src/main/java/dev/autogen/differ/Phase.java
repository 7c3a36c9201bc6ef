package dev.autogen.differ;

/**
 * The order in which a schema changes. Every operation belongs to a phase; within one, operations stand in the order in
 * which they were found. What takes something away runs before what may need its name or place, and what loses data as
 * late as possible; read backwards, it is the order in which a downgrade works.
 */
enum Phase {
    CREATE_SCHEMA,
    CREATE_EXTENSION,
    RENAME_TABLE,
    RENAME_COLUMN,
    /** What was named after a table or column that is renamed. */
    RENAME_FOLLOWING,
    DROP_FOREIGN_KEY,
    DROP_CONSTRAINT,
    DROP_INDEX,
    /** Its values come back, or stay without being computed; what it is computed from can change then. */
    DROP_GENERATED_COLUMN,
    /** A sequence leaves an owner that goes, lest it goes with it. */
    RELEASE_SEQUENCE,
    /** Tables, with their indexes and sequences, whose names something new takes over; tables whose types are made anew. */
    DROP_TABLE_EARLY,
    /** Sequences that stand by themselves and whose names something new takes over, after the tables that draw from them. */
    DROP_SEQUENCE_EARLY,
    /** Columns whose types are made anew. */
    DROP_COLUMN_FOR_ITS_TYPE,
    CREATE_ENUM,
    CHANGE_ENUM,
    CREATE_SEQUENCE,
    ALTER_SEQUENCE,
    CREATE_DOMAIN,
    ALTER_DOMAIN,
    RENAME_PART,
    /** With the indexes of the new tables. */
    CREATE_TABLE,
    /** Columns whose names something new takes over. */
    DROP_COLUMN_FOR_ITS_NAME,
    /** From here to the comments, one table after the other where nothing else is in between, see {@link TableGroups}. */
    ADD_COLUMN,
    CREATE_OWNED_SEQUENCE,
    ALTER_COLUMN,
    ADD_GENERATED_COLUMN,
    ADD_CONSTRAINT,
    CREATE_INDEX,
    ADD_FOREIGN_KEY,
    VALIDATE_CONSTRAINT,
    COMMENT,
    /** After all that comes, so that values can be carried over between. */
    DROP_OWNED_SEQUENCE,
    DROP_COLUMN,
    DROP_TABLE,
    DROP_DOMAIN,
    DROP_SEQUENCE,
    DROP_ENUM,
    DROP_EXTENSION,
    DROP_SCHEMA
}
