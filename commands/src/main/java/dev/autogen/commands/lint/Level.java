package dev.autogen.commands.lint;

/** How much a finding matters, the worst first. */
public enum Level {
    /** Something is lost or broken for good. */
    ERROR,
    /** It may fail, or stop the application for a while. */
    WARNING,
    /** Worth knowing. */
    INFO
}
