package dev.autogen.commands;

/** Hears what a command is doing, for people who wait; nothing here is part of an answer. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress SILENT = line -> {};

    /** One line, without a line break at its end. */
    void say(String line);

    /**
     * How far something is. At a terminal each of these takes the place of the one before, elsewhere some of them are
     * lines.
     */
    default void update(String line) {}
}
