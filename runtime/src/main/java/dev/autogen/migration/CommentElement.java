package dev.autogen.migration;

/** The comment of a new table, see {@link Elements#comment}. */
public final class CommentElement implements TableElement {
    private final String text;

    CommentElement(String text) {
        this.text = Names.given("comment", "comment", text);
    }

    String text() {
        return text;
    }
}
