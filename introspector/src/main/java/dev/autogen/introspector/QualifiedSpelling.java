package dev.autogen.introspector;

import dev.autogen.schema.Identifiers;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names with their schema, as they stand in SQL: by themselves, or in a literal that {@code nextval} takes. */
final class QualifiedSpelling {
    private static final Pattern FOLDED = Pattern.compile("[a-z_][a-z0-9_$]*");

    private QualifiedSpelling() {}

    /** The ways to spell the name, folded or in quotes. */
    static Set<String> of(String schema, String name) {
        Set<String> spellings = new LinkedHashSet<>();
        for (String first : ways(schema)) {
            for (String second : ways(name)) {
                String spelling = first + "." + second;
                spellings.add(spelling);
                spellings.add(spelling.replace("'", "''"));
            }
        }
        return spellings;
    }

    /** A keyword may stand behind a point as it is, and which words are some differs from one PostgreSQL to the next. */
    private static Set<String> ways(String name) {
        Set<String> ways = new LinkedHashSet<>();
        if (FOLDED.matcher(name).matches()) {
            ways.add(name);
        }
        ways.add(Identifiers.quote(name));
        ways.add('"' + name.replace("\"", "\"\"") + '"');
        return ways;
    }

    /** The SQL with another name wherever this one stands, but not where it is part of a longer one. */
    static String replaced(String sql, String spelling, String replacement) {
        int found = sql.indexOf(spelling);
        if (found < 0) {
            return sql;
        }
        boolean inLiteral = spelling.contains("''");
        StringBuilder replaced = new StringBuilder();
        int copied = 0;
        while (found >= 0) {
            int end = found + spelling.length();
            if (isEdge(sql, found - 1, spelling.charAt(0))
                    && isEdge(sql, end, spelling.charAt(spelling.length() - 1))) {
                replaced.append(sql, copied, found).append(inLiteral ? replacement.replace("'", "''") : replacement);
                copied = end;
            }
            found = sql.indexOf(spelling, end);
        }
        return replaced.append(sql, copied, sql.length()).toString();
    }

    /** Whether the name, which starts or ends with that character, goes no further. */
    private static boolean isEdge(String sql, int at, char edge) {
        if (at < 0 || at >= sql.length()) {
            return true;
        }
        char c = sql.charAt(at);
        return edge == '"' ? c != '"' : !Character.isLetterOrDigit(c) && c != '_' && c != '$' && c != '"' && c <= 127;
    }
}
