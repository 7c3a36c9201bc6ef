package dev.autogen.model;

import dev.autogen.model.SqlTokens.Token;
import dev.autogen.model.bridge.IndexPartFacts;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.SqlExpression;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One key in the column list of an index, such as {@code name COLLATE "C" varchar_pattern_ops DESC NULLS LAST}. Of what
 * may follow a column, Hibernate knows a single asc or desc; the rest it takes for a part of the name.
 */
final class IndexKeyText {
    private static final Set<String> ORDER = Set.of("asc", "desc", "nulls", "first", "last");
    private static final Set<String> TESTS = Set.of("isnull", "notnull");

    private final String text;
    private final List<Token> tokens;
    /** Where the order begins. */
    private final int end;

    private int at;
    private String collation;
    private String operatorClass;

    private IndexKeyText(String text) {
        this.text = text;
        this.tokens = SqlTokens.of(text);
        int last = tokens.size();
        while (last > 1 && ORDER.contains(word(last - 1))) {
            last--;
        }
        this.end = last;
    }

    /**
     * The key.
     *
     * @param isColumn whether the table has a column of that stored name
     */
    static IndexKey key(IndexPartFacts part, Predicate<String> isColumn) {
        if (part.column() != null) {
            return ordered(IndexKey.column(Names.stored(part.column())), part.order());
        }
        IndexKeyText key = new IndexKeyText(part.expression());
        return key.tokens.isEmpty()
                ? ordered(IndexKey.expression(SqlExpression.of(part.expression())), part.order())
                : key.read(part.order(), isColumn);
    }

    private IndexKey read(String order, Predicate<String> isColumn) {
        String what = upTo(end);
        boolean plain = isColumn.test(Identifiers.fold(what));
        if (!plain && head(isColumn)) {
            int headEnd = at;
            if (clauses()) {
                what = upTo(headEnd);
                plain = isColumn.test(Identifiers.fold(what));
            } else {
                collation = null;
                operatorClass = null;
            }
        }
        IndexKey key = new IndexKey(
                plain ? Identifiers.fold(what) : null,
                plain ? null : SqlExpression.of(what),
                collation,
                operatorClass,
                false,
                false);
        return ordered(key, text.substring(tokens.get(end - 1).end()) + " " + order);
    }

    /** Goes behind a column, a function call or parentheses; false where it is none of these that something follows. */
    private boolean head(Predicate<String> isColumn) {
        if (!tokens.get(0).isGroup()) {
            name();
        }
        boolean grouped = at < end && tokens.get(at).isGroup();
        if (grouped) {
            at++;
        }
        return at > 0 && at < end && (grouped || isColumn.test(Identifiers.fold(upTo(at))));
    }

    /** Reads collation and operator class; false where something else follows. */
    private boolean clauses() {
        if (tokens.get(at).is("collate")) {
            at++;
            collation = name();
        }
        if (at < end && !TESTS.contains(word(at))) {
            int start = at;
            operatorClass = name();
            if (operatorClass != null && at < end && tokens.get(at).isGroup()) {
                at++;
                operatorClass = between(start, at);
            }
        }
        return at == end;
    }

    /** A name that may be qualified; null where none stands. */
    private String name() {
        int start = at;
        while (at < end && isName(at)) {
            at++;
            if (at + 1 < end && tokens.get(at).is(".") && isName(at + 1)) {
                at++;
            } else {
                break;
            }
        }
        return at == start ? null : between(start, at);
    }

    private boolean isName(int index) {
        char first = tokens.get(index).text().charAt(0);
        return first == '"' || first == '_' || Character.isLetter(first);
    }

    private String word(int index) {
        return tokens.get(index).text().toLowerCase(Locale.ROOT);
    }

    private String upTo(int index) {
        return text.substring(0, tokens.get(index - 1).end());
    }

    private String between(int from, int to) {
        return text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    private static IndexKey ordered(IndexKey key, String order) {
        List<String> words = SqlTokens.of(order).stream()
                .map(token -> token.text().toLowerCase(Locale.ROOT))
                .toList();
        IndexKey sorted = words.contains("desc") ? key.desc() : key;
        return words.contains("nulls") ? sorted.withNullsFirst(words.contains("first")) : sorted;
    }
}
