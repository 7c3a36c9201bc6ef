package dev.autogen.commands.history;

/**
 * Cuts the text of a Java file into words, string literals and single characters, from its beginning and only as far as
 * it is asked. Comments are passed over, but the last Javadoc is kept.
 */
final class HeaderScanner {

    /** What a token is. */
    enum Kind {
        WORD,
        STRING,
        SYMBOL,
        END
    }

    private final String source;
    private int at;
    private Kind kind = Kind.END;
    private String text = "";
    private String javadoc = "";

    HeaderScanner(String source) {
        this.source = source;
    }

    /** Goes to the next token; at the end of the file there is {@link Kind#END}, again and again. */
    void advance() {
        skipBlanks();
        if (at >= source.length()) {
            token(Kind.END, at);
            return;
        }
        char c = source.charAt(at);
        if (Character.isJavaIdentifierStart(c)) {
            int end = at + 1;
            while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
                end++;
            }
            token(Kind.WORD, end);
        } else if (source.startsWith("\"\"\"", at)) {
            token(Kind.STRING, closing("\"\"\"", at + 3));
        } else if (c == '"') {
            token(Kind.STRING, closing("\"", at + 1));
        } else if (c == '\'') {
            token(Kind.SYMBOL, closing("'", at + 1));
        } else {
            token(Kind.SYMBOL, at + 1);
        }
    }

    /** What the token is. */
    Kind kind() {
        return kind;
    }

    /** The token as it is written, a literal with its quotes. */
    String text() {
        return text;
    }

    /** Whether the token is that word or character. */
    boolean is(String expected) {
        return text.equals(expected) && kind != Kind.STRING;
    }

    /** The last Javadoc since {@link #forgetJavadoc}, with its marks; empty where there is none. */
    String javadoc() {
        return javadoc;
    }

    /** What follows is documented by itself. */
    void forgetJavadoc() {
        javadoc = "";
    }

    /** The line in which the token ends, counted from 1. */
    int line() {
        return 1 + (int) source.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private void token(Kind newKind, int end) {
        kind = newKind;
        text = source.substring(at, end);
        at = end;
    }

    private void skipBlanks() {
        while (at < source.length()) {
            if (Character.isWhitespace(source.charAt(at)) || source.charAt(at) == '\uFEFF') {
                at++;
            } else if (source.startsWith("//", at)) {
                int end = source.indexOf('\n', at);
                at = end < 0 ? source.length() : end;
            } else if (source.startsWith("/*", at)) {
                int close = source.indexOf("*/", at + 2);
                int end = close < 0 ? source.length() : close + 2;
                if (source.startsWith("/**", at) && end > at + 4) {
                    javadoc = source.substring(at, end);
                }
                at = end;
            } else {
                return;
            }
        }
    }

    /** Where a literal ends; one that does not goes on to the end of its line or, for a text block, of the file. */
    private int closing(String quotes, int from) {
        for (int i = from; i < source.length(); i++) {
            if (source.charAt(i) == '\\') {
                i++;
            } else if (source.startsWith(quotes, i)) {
                return i + quotes.length();
            } else if (source.charAt(i) == '\n' && quotes.length() == 1) {
                return i;
            }
        }
        return source.length();
    }
}
