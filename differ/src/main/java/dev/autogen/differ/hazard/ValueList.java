package dev.autogen.differ.hazard;

import dev.autogen.schema.Identifiers;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.sql.SqlLexer;
import dev.autogen.schema.sql.SqlToken;
import dev.autogen.schema.sql.SqlToken.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * A check that lists what a column may hold, as Hibernate writes it for an enum: {@code status in ('NEW','PAID')}, or
 * {@code status between 0 and 2}; and what PostgreSQL makes of these. No other check is understood.
 *
 * @param column the column
 * @param values what it may hold
 */
record ValueList(String column, Collection<String> values) {
    private static final int MOST_NUMBERS = 1_000;

    /** What may stand around the texts of a list. */
    private static final Set<String> LIST =
            Set.of("in", "any", "array", "text", "varchar", "character", "varying", "bpchar");

    private static final Set<String> RANGE = Set.of("between", "and", "smallint", "integer");

    /** The list; empty where the expression is anything else. */
    static Optional<ValueList> of(SqlExpression expression) {
        List<SqlToken> tokens = SqlLexer.tokens(expression.canonical()).stream()
                .filter(token -> !token.isSpaceOrComment() && !token.is("(") && !token.is(")"))
                .toList();
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> column = column(tokens.get(0));
        List<SqlToken> rest = tokens.subList(1, tokens.size());
        return column.flatMap(
                name -> texts(rest).or(() -> numbers(name, rest)).map(found -> new ValueList(name, found)));
    }

    private static Optional<String> column(SqlToken token) {
        if (token.kind() == Kind.QUOTED_NAME) {
            String text = token.text();
            return Optional.of(text.substring(1, text.length() - 1).replace("\"\"", "\""));
        }
        return token.kind() == Kind.WORD ? Optional.of(Identifiers.fold(token.text())) : Optional.empty();
    }

    private static Optional<Collection<String>> texts(List<SqlToken> tokens) {
        Set<String> values = new TreeSet<>();
        for (SqlToken token : tokens) {
            if (token.kind() == Kind.STRING && token.text().startsWith("'")) {
                values.add(token.text().substring(1, token.text().length() - 1).replace("''", "'"));
            } else if (!isAround(token, LIST, "=,:[]")) {
                return Optional.empty();
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    /** {@code between 0 and 2}, or {@code >= 0 AND c <= 2}. */
    private static Optional<Collection<String>> numbers(String column, List<SqlToken> tokens) {
        List<Long> bounds = tokens.stream()
                .filter(token -> token.kind() == Kind.NUMBER && token.text().matches("\\d{1,9}"))
                .map(token -> Long.valueOf(token.text()))
                .toList();
        boolean range = bounds.size() == 2
                && bounds.get(1) - bounds.get(0) < MOST_NUMBERS
                && tokens.stream()
                        .allMatch(token -> token.kind() == Kind.NUMBER
                                || column(token).filter(column::equals).isPresent()
                                || isAround(token, RANGE, "<>=:"))
                && isInclusive(tokens);
        return range
                ? Optional.of(LongStream.rangeClosed(bounds.get(0), bounds.get(1))
                        .mapToObj(Long::toString)
                        .toList())
                : Optional.empty();
    }

    /** Whether there is {@code between}, or {@code >=} and then {@code <=}. */
    private static boolean isInclusive(List<SqlToken> tokens) {
        String symbols = tokens.stream()
                .filter(token -> token.is("<") || token.is(">") || token.is("="))
                .map(SqlToken::text)
                .reduce("", String::concat);
        return tokens.get(0).is("between") ? symbols.isEmpty() : symbols.equals(">=<=");
    }

    private static boolean isAround(SqlToken token, Set<String> words, String symbols) {
        return token.kind() == Kind.WORD
                ? words.contains(token.text().toLowerCase(Locale.ROOT))
                : token.kind() == Kind.SYMBOL && symbols.contains(token.text());
    }
}
