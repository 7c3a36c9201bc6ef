package dev.autogen.differ;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Literals that say their type in PostgreSQL's own texts: {@code 'users_seq'::regclass}, {@code 'sad'::mood}. */
final class TypedLiterals {
    private static final String NAME = "(\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

    /** A name with or without its schema: groups 1 and 2. */
    static final Pattern QUALIFIED = Pattern.compile("(?:" + NAME + "\\.)?" + NAME);

    /** The text between the quotes, schema and name of the type, brackets of an array: groups 1 to 4. */
    static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'::(?:" + NAME + "\\.)?" + NAME + "(\\[\\])?");

    private TypedLiterals() {}

    /** The name as PostgreSQL stores it. */
    static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    /** Whether the text holds one of the labels as a value, or within an array, of a type of that name. */
    static boolean mentionsAny(Set<String> labels, String type, String sql) {
        Matcher literals = LITERAL.matcher(sql);
        return literals.results()
                .filter(literal -> unquoted(literal.group(3)).equals(type))
                .anyMatch(literal -> holdsAny(labels, literal));
    }

    private static boolean holdsAny(Set<String> labels, MatchResult literal) {
        String content = literal.group(1).replace("''", "'");
        return literal.group(4) == null
                ? labels.contains(content)
                : labels.stream().anyMatch(content::contains);
    }
}
