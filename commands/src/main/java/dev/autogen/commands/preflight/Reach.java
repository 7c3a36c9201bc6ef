package dev.autogen.commands.preflight;

/** Whose rows a change concerns. Partitions always belong to their table. */
enum Reach {
    /** Those of the tables that inherit from it, too: column types, nulls, checks. */
    TREE,
    /** Those of the table alone: keys, unique indexes, exclusions, foreign keys. */
    ITSELF
}
