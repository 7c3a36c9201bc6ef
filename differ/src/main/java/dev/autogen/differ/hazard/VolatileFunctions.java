package dev.autogen.differ.hazard;

import dev.autogen.schema.Identifiers;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.sql.SqlLexer;
import dev.autogen.schema.sql.SqlToken;
import java.util.Set;

/** Functions that give another value for each row ({@code pg_proc.provolatile}). */
public final class VolatileFunctions {
    /** Those of PostgreSQL and of its own extensions. */
    private static final Set<String> NAMES = Set.of(
            "clock_timestamp",
            "currval",
            "gen_random_bytes",
            "gen_random_uuid",
            "lastval",
            "nextval",
            "random",
            "random_normal",
            "timeofday",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "uuidv4",
            "uuidv7");

    private VolatileFunctions() {}

    /**
     * Whether the expression calls one of them.
     *
     * @param others those that this database has besides
     */
    public static boolean areCalledBy(SqlExpression expression, Set<String> others) {
        String sql = expression.canonical();
        return SqlLexer.tokens(sql).stream()
                .filter(token -> sql.startsWith("(", token.end()))
                .map(VolatileFunctions::name)
                .anyMatch(name -> NAMES.contains(name) || others.contains(name));
    }

    private static String name(SqlToken token) {
        return token.kind() == SqlToken.Kind.QUOTED_NAME
                ? token.text().substring(1, token.text().length() - 1).replace("\"\"", "\"")
                : Identifiers.fold(token.text());
    }
}
