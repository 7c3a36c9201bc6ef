package dev.autogen.migration;

/**
 * A place that the author of a migration has yet to fill, see {@link Elements#todo}.
 *
 * @param question what is to be decided, in a few words
 */
public record Todo(String question) {

    /** A place with a question. */
    public Todo {
        Names.text("todo", "question", question);
    }
}
