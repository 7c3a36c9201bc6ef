package dev.autogen.migration.run;

import dev.autogen.schema.sql.SqlLexer;
import dev.autogen.schema.sql.SqlToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds in SQL that someone wrote what would end the transaction that it runs in. */
final class TransactionControl {
    private static final Set<String> ENDING = Set.of("COMMIT", "END", "ROLLBACK", "ABORT");

    private TransactionControl() {}

    /** The first statement among these that ends its transaction, by its key word; empty where none does. */
    static Optional<String> in(String sql) {
        List<SqlToken> tokens = SqlLexer.tokens(sql).stream()
                .filter(token -> !token.isSpaceOrComment())
                .toList();
        boolean begins = true;
        boolean atomic = false;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (begins && atomic && token.is("END")) {
                atomic = false;
            } else if (begins && !atomic) {
                Optional<String> ending = ending(tokens.subList(i, tokens.size()));
                if (ending.isPresent()) {
                    return ending;
                }
            }
            // The body of a function may be statements, which end like a transaction does.
            atomic |= token.is("BEGIN")
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).is("ATOMIC");
            begins = token.is(";") || (atomic && token.is("ATOMIC"));
        }
        return Optional.empty();
    }

    /** What a statement that begins there ends by; going back to a savepoint ends nothing. */
    private static Optional<String> ending(List<SqlToken> statement) {
        if (is(statement, 0, "PREPARE") && is(statement, 1, "TRANSACTION")) {
            return Optional.of("PREPARE TRANSACTION");
        }
        int next = is(statement, 1, "WORK") || is(statement, 1, "TRANSACTION") ? 2 : 1;
        if (is(statement, 0, "ROLLBACK") && is(statement, next, "TO")) {
            return Optional.empty();
        }
        return ENDING.stream().filter(word -> is(statement, 0, word)).findFirst();
    }

    private static boolean is(List<SqlToken> statement, int at, String word) {
        return at < statement.size() && statement.get(at).is(word);
    }
}
