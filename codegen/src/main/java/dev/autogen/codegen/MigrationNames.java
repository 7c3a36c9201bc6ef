package dev.autogen.codegen;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names that a new migration gets. */
public final class MigrationNames {
    private static final int MOST_LETTERS = 60;
    private static final int REVISION_BYTES = 6;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019`]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9]+");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Latin letters that Unicode does not take apart. */
    private static final Map<String, String> LIGATURES = Map.ofEntries(
            Map.entry("\u00df", "ss"),
            Map.entry("\u00e6", "ae"),
            Map.entry("\u00c6", "Ae"),
            Map.entry("\u0153", "oe"),
            Map.entry("\u0152", "Oe"),
            Map.entry("\u00f8", "o"),
            Map.entry("\u00d8", "O"),
            Map.entry("\u0142", "l"),
            Map.entry("\u0141", "L"),
            Map.entry("\u0111", "d"),
            Map.entry("\u0110", "D"),
            Map.entry("\u00f0", "d"),
            Map.entry("\u00d0", "D"),
            Map.entry("\u00fe", "th"),
            Map.entry("\u00de", "Th"),
            Map.entry("\u0131", "i"));

    private MigrationNames() {}

    /** A new id for a revision: 12 random hexadecimal digits. */
    public static String newRevision() {
        byte[] bytes = new byte[REVISION_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Name of a migration's class, {@code M20261121101530_AddProductsTable}: the time in UTC, then as many words of the
     * message as fit into 60 letters, with what is not an ASCII letter or digit transliterated or left out.
     *
     * @param message the message; where nothing remains of it the name ends in {@code _Migration}
     */
    public static String className(Instant created, String message) {
        return "M" + time(created) + "_" + words(message);
    }

    static String time(Instant created) {
        return TIME.format(created);
    }

    static String words(String message) {
        StringBuilder name = new StringBuilder();
        for (String word :
                BETWEEN_WORDS.split(APOSTROPHES.matcher(ascii(message)).replaceAll(""))) {
            if (word.isEmpty()) {
                continue;
            }
            if (name.length() + word.length() > MOST_LETTERS) {
                break;
            }
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        if (name.length() > 0) {
            return name.toString();
        }
        String firstWord = BETWEEN_WORDS.matcher(ascii(message)).replaceAll("");
        return firstWord.isEmpty()
                ? "Migration"
                : Character.toUpperCase(firstWord.charAt(0)) + firstWord.substring(1, MOST_LETTERS);
    }

    private static String ascii(String message) {
        String text = message;
        for (Map.Entry<String, String> ligature : LIGATURES.entrySet()) {
            text = text.replace(ligature.getKey(), ligature.getValue());
        }
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    }
}
