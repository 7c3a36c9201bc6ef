package dev.autogen.introspector;

import dev.autogen.schema.Identifiers;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which names a piece of SQL may mention: never too few, sometimes too many. */
final class Mentions {
    private final String text;
    private final String lowerCase;
    private final Set<String> words = new HashSet<>();
    private final boolean escapes;

    Mentions(String text) {
        this.text = text;
        this.lowerCase = text.toLowerCase(Locale.ROOT);
        for (int at = 0; at < text.length(); ) {
            int end = endOfWord(text, at);
            if (end > at) {
                String word = text.substring(at, end);
                words.add(Identifiers.cut(word));
                words.add(Identifiers.fold(word));
                at = end;
            } else {
                at += Character.charCount(text.codePointAt(at));
            }
        }
        this.escapes = lowerCase.contains("u&\"");
    }

    /** Every word, as written and as PostgreSQL folds it. */
    Set<String> words() {
        return words;
    }

    boolean mayMention(String name) {
        return words.contains(name) || escapes || (!isWord(name) && occurs(name));
    }

    /** Whether something is looked up in what has that name. */
    boolean mayQualifyWith(String name) {
        return mayMention(name) && (lowerCase.contains(name + ".") || text.contains('"' + name + "\"."));
    }

    private boolean occurs(String name) {
        return text.contains(name.replace("\"", "\"\""));
    }

    private static boolean isWord(String name) {
        return !name.isEmpty() && endOfWord(name, 0) == name.length();
    }

    /** Where the word ends that begins there; there, if none does. */
    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && isPartOfWord(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isPartOfWord(int character) {
        if (character < 0x80) {
            return (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || character == '_'
                    || character == '$';
        }
        return Character.isLetter(character)
                || switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.DECIMAL_DIGIT_NUMBER,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }
}
