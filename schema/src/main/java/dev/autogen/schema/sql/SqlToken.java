package dev.autogen.schema.sql;

import static java.util.Objects.requireNonNull;

/**
 * A piece of SQL as PostgreSQL's scanner sees it (PostgreSQL, section 4.1).
 *
 * @param kind what it is
 * @param text as it is written, with its quotes
 * @param start where it begins in the text that it was cut from, in characters from 0
 * @param complete false where a quote or block comment does not end, so that the token runs to the end of the text
 */
public record SqlToken(Kind kind, String text, int start, boolean complete) {

    /** What a token is. */
    public enum Kind {
        /** White space. */
        SPACE,
        /** {@code -- to the end of the line}, which is not part of it. */
        LINE_COMMENT,
        /** A comment with a beginning and an end; PostgreSQL nests them. */
        BLOCK_COMMENT,
        /** A name or key word without quotes. */
        WORD,
        /** A name in double quotes. */
        QUOTED_NAME,
        /** A string constant with its prefix, if it has one ({@code E'...'}), or one between dollars. */
        STRING,
        /** A numeric constant, or a parameter such as {@code $1}. */
        NUMBER,
        /** One character of anything else: of an operator, a bracket, a semicolon. */
        SYMBOL
    }

    public SqlToken {
        requireNonNull(kind, "kind is null");
        requireNonNull(text, "text is null");
    }

    /** Where the next one begins. */
    public int end() {
        return start + text.length();
    }

    /** Whether it is this key word, in any case, or this symbol. */
    public boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }

    /** Whether it only stands between others. */
    public boolean isSpaceOrComment() {
        return kind == Kind.SPACE || kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
    }

    /** Whether something is quoted in it, a name or a string. */
    public boolean isQuoted() {
        return kind == Kind.QUOTED_NAME || kind == Kind.STRING;
    }
}
