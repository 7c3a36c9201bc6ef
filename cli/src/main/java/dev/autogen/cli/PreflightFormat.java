package dev.autogen.cli;

/** The forms in which a look at the data is told. */
enum PreflightFormat {
    /** A line a finding. */
    TEXT,
    /** For programs; {@code docs/formats.md} describes it. */
    JSON
}
