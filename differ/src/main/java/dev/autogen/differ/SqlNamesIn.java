package dev.autogen.differ;

import dev.autogen.schema.Identifiers;
import dev.autogen.schema.sql.SqlLexer;
import dev.autogen.schema.sql.SqlToken;
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
    private record Name(SqlToken token, String folded) {}

    private SqlNamesIn() {}

    /** All names in the expression, as PostgreSQL folds them. */
    static Set<String> expression(String sql) {
        Set<String> names = new LinkedHashSet<>();
        names(sql).forEach(name -> names.add(name.folded()));
        return names;
    }

    /** The expression with names replaced by others, all at once. */
    static String renamed(String sql, Map<String, String> names) {
        StringBuilder renamed = new StringBuilder();
        int copied = 0;
        for (Name name : names(sql)) {
            if (names.containsKey(name.folded())) {
                renamed.append(sql, copied, name.token().start()).append(Identifiers.quote(names.get(name.folded())));
                copied = name.token().end();
            }
        }
        return renamed.append(sql, copied, sql.length()).toString();
    }

    private static List<Name> names(String sql) {
        List<Name> names = new ArrayList<>();
        for (SqlToken token : SqlLexer.tokens(sql)) {
            boolean function = sql.startsWith("(", token.end());
            boolean cast = token.start() >= 2 && sql.startsWith("::", token.start() - 2);
            if (!function && !cast) {
                switch (token.kind()) {
                    case WORD -> names.add(new Name(token, Identifiers.fold(token.text())));
                    case QUOTED_NAME -> names.add(new Name(token, unquoted(token.text())));
                    default -> {}
                }
            }
        }
        return names;
    }

    private static String unquoted(String name) {
        return name.substring(1, name.length() - 1).replace("\"\"", "\"");
    }
}
