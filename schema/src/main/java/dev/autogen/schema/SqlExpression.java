package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

/**
 * A piece of SQL that PostgreSQL evaluates: a default, a check, an index expression or predicate.
 *
 * <p>Two expressions are equal if their texts are. Whether they mean the same is what {@link #canonical()} is for.
 *
 * @param text the expression as its author wrote it; migrations show this
 * @param canonical the same in PostgreSQL's own words once the server has judged it, else the text itself; the differ
 *     compares this
 */
public record SqlExpression(String text, String canonical) {

    public SqlExpression {
        requireNonNull(text, "text is null");
        requireNonNull(canonical, "canonical is null");
    }

    /** An expression that no server has judged yet. */
    public static SqlExpression of(String text) {
        return new SqlExpression(text, text);
    }

    /** The same expression with PostgreSQL's words for it. */
    public SqlExpression judged(String newCanonical) {
        return new SqlExpression(text, newCanonical);
    }

    /** Whether PostgreSQL has the same words for both. */
    public boolean meansTheSameAs(SqlExpression other) {
        return other != null && canonical.equals(other.canonical);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SqlExpression that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
