package dev.autogen.cli;

/** The forms a history comes in. */
enum HistoryFormat {
    /** A line a revision, with its branches drawn. */
    TEXT,
    /** For programs; {@code docs/formats.md} describes it. */
    JSON,
    /** A flowchart for pages that understand Mermaid. */
    MERMAID
}
