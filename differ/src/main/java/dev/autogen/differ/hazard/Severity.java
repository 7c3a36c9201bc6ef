package dev.autogen.differ.hazard;

/** How bad a hazard is. */
public enum Severity {
    /** Something is lost or broken for good, or PostgreSQL refuses it anywhere. */
    ERROR,
    /** It may fail, or stop the application for a while. */
    WARNING
}
