package dev.autogen.differ;

import dev.autogen.schema.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that stand in an SQL expression: PostgreSQL's lexical rules (section 4.1) and no grammar, so a name may turn
 * out to be a key word. Names of functions and of types in casts are left out.
 */
final class SqlNamesIn {
    private record Token(int start, int end, String name) {}

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private SqlNamesIn(String sql) {
        this.sql = sql;
        while (at < sql.length()) {
            next();
        }
    }

    /** All names in the expression, as PostgreSQL folds them. */
    static Set<String> expression(String sql) {
        Set<String> names = new LinkedHashSet<>();
        new SqlNamesIn(sql).tokens.forEach(token -> names.add(token.name));
        return names;
    }

    /** The expression with names replaced by others, all at once. */
    static String renamed(String sql, Map<String, String> names) {
        StringBuilder renamed = new StringBuilder();
        int copied = 0;
        for (Token token : new SqlNamesIn(sql).tokens) {
            if (names.containsKey(token.name)) {
                renamed.append(sql, copied, token.start).append(Identifiers.quote(names.get(token.name)));
                copied = token.end;
            }
        }
        return renamed.append(sql, copied, sql.length()).toString();
    }

    private void next() {
        char c = sql.charAt(at);
        if (c == '\'') {
            boolean escapes = at > 0 && (sql.charAt(at - 1) == 'E' || sql.charAt(at - 1) == 'e');
            quoted('\'', escapes);
        } else if (c == '"') {
            int start = at;
            String name = quoted('"', false);
            add(start, name);
        } else if (c == '$' && at + 1 < sql.length() && !Character.isDigit(sql.charAt(at + 1))) {
            dollarQuoted();
        } else if (Character.isLetter(c) || c == '_') {
            int start = at;
            while (at < sql.length() && isPartOfName(sql.charAt(at))) {
                at++;
            }
            if (at == sql.length() || sql.charAt(at) != '\'') {
                add(start, Identifiers.fold(sql.substring(start, at)));
            }
        } else if (Character.isDigit(c)) {
            while (at < sql.length() && (isPartOfName(sql.charAt(at)) || sql.charAt(at) == '.')) {
                at++;
            }
        } else {
            at++;
        }
    }

    private void add(int start, String name) {
        boolean function = sql.startsWith("(", at);
        boolean cast = start >= 2 && sql.startsWith("::", start - 2);
        if (!function && !cast) {
            tokens.add(new Token(start, at, name));
        }
    }

    private String quoted(char quote, boolean escapes) {
        StringBuilder content = new StringBuilder();
        for (at++; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (c == quote) {
                at++;
                if (at == sql.length() || sql.charAt(at) != quote) {
                    break;
                }
            } else if (c == '\\' && escapes) {
                at++;
            }
            content.append(c);
        }
        return content.toString();
    }

    private void dollarQuoted() {
        int tagEnd = sql.indexOf('$', at + 1);
        if (tagEnd < 0) {
            at++;
            return;
        }
        String tag = sql.substring(at, tagEnd + 1);
        int end = sql.indexOf(tag, tagEnd + 1);
        at = end < 0 ? sql.length() : end + tag.length();
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
