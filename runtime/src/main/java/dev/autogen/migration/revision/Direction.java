package dev.autogen.migration.revision;

/** Which of a migration's two methods runs. */
public enum Direction {
    UPGRADE,
    DOWNGRADE
}
