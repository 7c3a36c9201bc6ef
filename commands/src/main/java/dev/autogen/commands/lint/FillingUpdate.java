package dev.autogen.commands.lint;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.sql.SqlLexer;
import dev.autogen.schema.sql.SqlToken;
import dev.autogen.schema.sql.SqlToken.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Recognises the one statement that lets nobody guess: {@code UPDATE users SET email = '' WHERE email IS NULL}, as
 * {@code op.backfill} without batches writes it, and as people do. Nothing else of SQL is understood.
 */
final class FillingUpdate {
    private final List<SqlToken> tokens;
    private int next;

    private FillingUpdate(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    /** The column that is null in no row afterwards; empty where the text is anything else. */
    static Optional<ColumnRef> column(String sql) {
        List<SqlToken> tokens = SqlLexer.tokens(sql).stream()
                .filter(token -> !token.isSpaceOrComment())
                .toList();
        boolean ended = !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(";");
        return new FillingUpdate(ended ? tokens.subList(0, tokens.size() - 1) : tokens).column();
    }

    private Optional<ColumnRef> column() {
        if (!take("UPDATE")) {
            return Optional.empty();
        }
        Optional<String> first = name();
        Optional<String> second = take(".") ? name() : Optional.empty();
        if (first.isEmpty() || !take("SET")) {
            return Optional.empty();
        }
        Optional<String> column = name();
        if (column.isEmpty() || !take("=") || !isFilledWhereNull(column.get())) {
            return Optional.empty();
        }
        QualifiedName table =
                second.map(name -> new QualifiedName(first.get(), name)).orElseGet(() -> QualifiedName.of(first.get()));
        return Optional.of(new ColumnRef(table, column.get()));
    }

    /** Whether what is left is an expression, and {@code WHERE column IS NULL}. */
    private boolean isFilledWhereNull(String column) {
        int where = tokens.size() - 4;
        int depth = 0;
        for (int i = next; i < where; i++) {
            SqlToken token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && (token.is(";") || token.is(",") || token.is("FROM") || token.is("WHERE"))) {
                return false;
            }
        }
        boolean isNull = where == next + 1 && tokens.get(next).is("NULL");
        next = where;
        return where > 0
                && depth == 0
                && !isNull
                && take("WHERE")
                && name().filter(column::equals).isPresent()
                && take("IS")
                && take("NULL");
    }

    private boolean take(String word) {
        boolean there = next >= 0 && next < tokens.size() && tokens.get(next).is(word);
        next += there ? 1 : 0;
        return there;
    }

    /** A name as PostgreSQL stores it. */
    private Optional<String> name() {
        if (next >= tokens.size()) {
            return Optional.empty();
        }
        SqlToken token = tokens.get(next);
        if (token.kind() == Kind.QUOTED_NAME && token.text().startsWith("\"") && token.complete()) {
            next++;
            return Optional.of(
                    token.text().substring(1, token.text().length() - 1).replace("\"\"", "\""));
        }
        if (token.kind() != Kind.WORD) {
            return Optional.empty();
        }
        next++;
        return Optional.of(Identifiers.fold(token.text()));
    }
}
