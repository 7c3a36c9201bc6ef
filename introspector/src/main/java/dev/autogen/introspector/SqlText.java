package dev.autogen.introspector;

/**
 * Looks at SQL as PostgreSQL's scanner does, no further: a text that goes into a larger statement must not be able to
 * end it. Says nothing about whether the text means anything.
 */
final class SqlText {
    private final String text;
    private int at;

    private SqlText(String text) {
        this.text = text;
    }

    /** Whether quotes, comments and brackets close within the text and no semicolon stands outside quotes. */
    static boolean isSelfContained(String text) {
        return new SqlText(text).closes();
    }

    private boolean closes() {
        StringBuilder open = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            int next = at + 1;
            switch (c) {
                case ';', '\0' -> {
                    return false;
                }
                case '(', '[' -> open.append(c == '(' ? ')' : ']');
                case ')', ']' -> {
                    int last = open.length() - 1;
                    if (last < 0 || open.charAt(last) != c) {
                        return false;
                    }
                    open.setLength(last);
                }
                case '"' -> next = endOfQuotes('"', false);
                case '\'' -> next = endOfQuotes('\'', follows('e') || follows('E'));
                case '$' -> next = endOfDollarQuotes();
                case '-' -> next = text.startsWith("--", at) ? endOf("\n", at, text.length()) : next;
                case '/' -> next = text.startsWith("/*", at) ? endOfComment() : next;
                default -> {}
            }
            if (next < 0) {
                return false;
            }
            at = next;
        }
        return open.isEmpty();
    }

    /** Whether the quote here belongs to that prefix, which is a word of its own. */
    private boolean follows(char prefix) {
        return at > 0 && text.charAt(at - 1) == prefix && (at == 1 || !isNamePart(text.charAt(at - 2)));
    }

    private int endOfQuotes(char quote, boolean backslashes) {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                return i + 1;
            }
            if (c == '\\' && backslashes) {
                i++;
            }
        }
        return -1;
    }

    private int endOfDollarQuotes() {
        if (at > 0 && isNamePart(text.charAt(at - 1))) {
            return at + 1;
        }
        int tagEnd = at + 1;
        while (tagEnd < text.length() && isNamePart(text.charAt(tagEnd)) && text.charAt(tagEnd) != '$') {
            tagEnd++;
        }
        boolean opens = tagEnd < text.length() && text.charAt(tagEnd) == '$' && !Character.isDigit(text.charAt(at + 1));
        return opens ? endOf(text.substring(at, tagEnd + 1), tagEnd + 1, -1) : at + 1;
    }

    private int endOfComment() {
        int depth = 1;
        for (int i = at + 2; i < text.length() - 1; i++) {
            if (text.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (text.startsWith("*/", i)) {
                depth--;
                i++;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    private int endOf(String mark, int from, int otherwise) {
        int found = text.indexOf(mark, from);
        return found < 0 ? otherwise : found + mark.length();
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 127;
    }
}
