package dev.autogen.commands.diagram;

import dev.autogen.schema.DataType;
import dev.autogen.schema.QualifiedName;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names and types as words that Mermaid's grammar of entity-relationship diagrams takes (erDiagram.jison, as of Mermaid
 * 10). It has no way to escape: what it does not take is replaced.
 */
final class MermaidText {
    private static final Pattern NOT_IN_QUOTES = Pattern.compile("[\"%\\\\\\p{Cntrl}\u2028\u2029]");
    private static final Pattern NOT_IN_A_WORD = Pattern.compile("[^A-Za-z0-9_\u00c0-\uffff]");
    private static final Pattern NOT_IN_A_TYPE = Pattern.compile("[^A-Za-z0-9_()\\[\\]\u00c0-\uffff]+");

    /** Marks of keys, which stand behind names; upper and lower case are one to Mermaid. */
    private static final Set<String> KEYS = Set.of("pk", "fk", "uk");

    private MermaidText() {}

    /** The name of a table, in quotes, within which hardly anything has a meaning. */
    static String entity(QualifiedName table) {
        return quoted(table.toString());
    }

    /** A label or comment. */
    static String quoted(String text) {
        return '"' + NOT_IN_QUOTES.matcher(text.replace('"', '\'')).replaceAll("?") + '"';
    }

    /** The name of a column. */
    static String attribute(String column) {
        String word = NOT_IN_A_WORD.matcher(column).replaceAll("_");
        boolean readable = !word.isEmpty() && !Character.isDigit(word.charAt(0));
        return (readable ? "" : "_") + word + (KEYS.contains(word.toLowerCase(Locale.ROOT)) ? "_" : "");
    }

    /** A type: {@code numeric(10_2)}, {@code double_precision}, {@code text[]}. */
    static String type(DataType type) {
        String text = NOT_IN_A_TYPE.matcher(type.toSql().replace("\"", "")).replaceAll("_");
        return Character.isLetter(text.charAt(0)) ? text : "_" + text;
    }
}
