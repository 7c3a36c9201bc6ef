package dev.autogen.cli;

/** The forms that {@code show} has. */
enum ShowFormat {
    /** Header and source. */
    TEXT,
    /** The script that {@code upgrade --sql} prints for one migration. */
    SQL,
    /** What it does, with diagrams, for the description of a pull request. */
    MARKDOWN
}
