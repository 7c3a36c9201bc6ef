package dev.autogen.differ.hazard;

import dev.autogen.schema.Identifiers;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.sql.SqlLexer;
import dev.autogen.schema.sql.SqlToken;
import java.util.Set;

/** Functions of PostgreSQL and of its extensions that give another value for each row ({@code pg_proc.provolatile}). */
final class VolatileFunctions {
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

    /** Whether the expression calls one of them. */
    static boolean areCalledBy(SqlExpression expression) {
        String sql = expression.canonical();
        return SqlLexer.tokens(sql).stream()
                .anyMatch(token -> token.kind() == SqlToken.Kind.WORD
                        && sql.startsWith("(", token.end())
                        && NAMES.contains(Identifiers.fold(token.text())));
    }
}
