package dev.autogen.commands.history;

import java.util.regex.Pattern;

/** The message in a migration's Javadoc: its first paragraph, as a line of plain text. */
final class JavadocMessage {
    private static final Pattern MARGIN = Pattern.compile("(?m)^[ \\t]*(?:/\\*\\*|\\*+(?!/))?|\\*+/$");
    private static final Pattern PARAGRAPH_END = Pattern.compile("\\R\\s*\\R|(?m)^\\s*@|<p>|<pre>");
    private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal) ([^}]*)}");

    private JavadocMessage() {}

    /**
     * The message in a Javadoc comment.
     *
     * @param javadoc the comment with its marks; empty where there is none
     */
    static String of(String javadoc) {
        String paragraph =
                PARAGRAPH_END.split(MARGIN.matcher(javadoc).replaceAll("").strip(), 2)[0];
        String plain = CODE.matcher(paragraph)
                .replaceAll("$1")
                .replaceAll("\\s+", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#64;", "@")
                .replace("&#123;", "{")
                .replace("&#125;", "}")
                .replace("&#42;", "*")
                .replace("&#47;", "/")
                .replace("&#92;", "\\")
                .replace("&amp;", "&")
                .strip();
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
