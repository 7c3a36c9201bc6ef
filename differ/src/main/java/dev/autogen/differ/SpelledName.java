package dev.autogen.differ;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A name as people read it: words, in one of several spellings.
 *
 * @param name the name as the database stores it
 */
record SpelledName(String name) {
    /** Fewer letters than these are found in any name. */
    private static final int TELLING = 3;

    /** A text for names of one shape: {@code *} stands for what both have in common. */
    record Pattern(String from, String to) {}

    /** What is left of it in any spelling: {@code fullname} of {@code full_name}, {@code fullName} and {@code FULLNAME}. */
    String letters() {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Whether the two have a word in common, or one is in the other. */
    boolean isAkinTo(String other) {
        SpelledName that = new SpelledName(other);
        return !Collections.disjoint(words(), that.words()) || contains(that) || that.contains(this);
    }

    private boolean contains(SpelledName other) {
        return other.letters().length() >= TELLING && letters().contains(other.letters());
    }

    /** Whether it becomes the other where it names something that is called otherwise now, in the singular or not. */
    boolean followsTo(String other, String from, String to) {
        return replaced(from, to).equals(other)
                || replaced(singular(from), singular(to)).equals(other);
    }

    private String replaced(String from, String to) {
        String replaced = ("_" + name + "_").replace("_" + from + "_", "_" + to + "_");
        return replaced.substring(1, Math.max(1, replaced.length() - 1));
    }

    private static String singular(String plural) {
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - "ies".length()) + "y";
        }
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }

    /** Patterns of the two, where they begin or end with the same words. */
    Optional<Pattern> pattern(String other) {
        List<String> own = new ArrayList<>(words());
        List<String> others = new ArrayList<>(new SpelledName(other).words());
        int ending = common(own, others, true);
        int beginning = common(own, others, false);
        if (ending == 0 && beginning == 0) {
            return Optional.empty();
        }
        return Optional.of(
                ending >= beginning
                        ? new Pattern(before(own, ending) + "*", before(others, ending) + "*")
                        : new Pattern("*" + after(own, beginning), "*" + after(others, beginning)));
    }

    private static int common(List<String> some, List<String> others, boolean fromTheEnd) {
        int common = 0;
        while (common < Math.min(some.size(), others.size())
                && some.get(fromTheEnd ? some.size() - 1 - common : common)
                        .equals(others.get(fromTheEnd ? others.size() - 1 - common : common))) {
            common++;
        }
        return common;
    }

    private static String before(List<String> words, int common) {
        String joined = String.join("_", words.subList(0, words.size() - common));
        return joined.isEmpty() ? "" : joined + "_";
    }

    private static String after(List<String> words, int common) {
        String joined = String.join("_", words.subList(common, words.size()));
        return joined.isEmpty() ? "" : "_" + joined;
    }

    private List<String> words() {
        return Arrays.asList(name.split("_", -1));
    }
}
