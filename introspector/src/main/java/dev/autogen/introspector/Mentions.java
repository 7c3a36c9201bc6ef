package dev.autogen.introspector;

import dev.autogen.schema.Identifiers;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names a piece of SQL may mention: never too few, sometimes too many. */
final class Mentions {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_$]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_$]+");

    private final String text;
    private final String lowerCase;
    private final Set<String> words = new HashSet<>();
    private final boolean escapes;

    Mentions(String text) {
        this.text = text;
        this.lowerCase = text.toLowerCase(Locale.ROOT);
        for (String word : BETWEEN_WORDS.split(text)) {
            words.add(Identifiers.cut(word));
            words.add(Identifiers.fold(word));
        }
        this.escapes = lowerCase.contains("u&\"");
    }

    /** Every word, as written and as PostgreSQL folds it. */
    Set<String> words() {
        return words;
    }

    boolean mayMention(String name) {
        return words.contains(name) || escapes || (!WORD.matcher(name).matches() && occurs(name));
    }

    /** Whether something is looked up in what has that name. */
    boolean mayQualifyWith(String name) {
        return mayMention(name) && (lowerCase.contains(name + ".") || text.contains('"' + name + "\"."));
    }

    private boolean occurs(String name) {
        return text.contains(name.replace("\"", "\"\""));
    }
}
