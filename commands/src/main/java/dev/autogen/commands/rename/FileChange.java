package dev.autogen.commands.rename;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file changed, as {@code git diff -U0} tells it.
 *
 * @param where what told it, such as {@code git} or {@code commit 1a2b3c}
 * @param oldPath what the file was called before; null where it kept its name
 * @param hunks the places that changed
 */
record FileChange(String where, String oldPath, List<Hunk> hunks) {
    private static final Pattern HUNK = Pattern.compile("@@ -\\d+(?:,\\d+)? \\+(\\d+)(?:,(\\d+))? @@.*");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final int LINES_OF_A_MEMBER = 8;

    /**
     * Lines that others took the place of.
     *
     * @param start the first line that came, counted from 1
     */
    private record Hunk(int start, List<String> removed, List<String> added) {
        boolean covers(int line) {
            return line >= start && line < start + added.size();
        }
    }

    FileChange {
        hunks = List.copyOf(hunks);
    }

    static FileChange parse(String where, String diff) {
        List<Hunk> hunks = new ArrayList<>();
        String oldPath = null;
        for (String line : diff.lines().toList()) {
            Matcher hunk = HUNK.matcher(line);
            if (hunk.matches()) {
                hunks.add(new Hunk(Integer.parseInt(hunk.group(1)), new ArrayList<>(), new ArrayList<>()));
            } else if (line.startsWith("rename from ")) {
                oldPath = line.substring("rename from ".length());
            } else if (!hunks.isEmpty() && line.startsWith("-")) {
                hunks.get(hunks.size() - 1).removed().add(line.substring(1));
            } else if (!hunks.isEmpty() && line.startsWith("+")) {
                hunks.get(hunks.size() - 1).added().add(line.substring(1));
            }
        }
        return new FileChange(where, oldPath, hunks);
    }

    FileChange renamedFrom(String path) {
        return new FileChange(where, path, hunks);
    }

    /** How many lines changed. */
    int size() {
        return hunks.stream()
                .mapToInt(hunk -> hunk.removed().size() + hunk.added().size())
                .sum();
    }

    /** Whether less than half of the file is new. */
    boolean keepsMostOf(Path file) {
        long lines = lines(file).size();
        long added = hunks.stream().mapToLong(hunk -> hunk.added().size()).sum();
        return added * 2 < lines;
    }

    /** The name of the class that the file held, by its old path. */
    Optional<String> oldClass() {
        return Optional.ofNullable(oldPath).map(path -> {
            String file = path.substring(path.lastIndexOf('/') + 1);
            return file.substring(0, Math.max(0, file.lastIndexOf('.')));
        });
    }

    /**
     * The name that stood where a member stands now.
     *
     * @param line of the member's name
     * @param oldColumn what the member would have been called for; {@code customer} and {@code customerId} fit
     *     {@code customer_id}
     * @param newColumn what its column is called now
     */
    Optional<String> oldName(int line, String oldColumn, String newColumn) {
        for (Hunk hunk : hunks) {
            for (int i = 0; i < hunk.removed().size(); i++) {
                boolean aligned = hunk.removed().size() != hunk.added().size() || hunk.start() + i == line;
                Optional<String> word = word(hunk.removed().get(i), oldColumn);
                if (word.isPresent() && hunk.covers(line) && aligned) {
                    return word;
                }
                boolean near =
                        hunk.start() <= line && hunk.start() + hunk.added().size() > line - LINES_OF_A_MEMBER;
                if (near
                        && hunk.removed().get(i).contains('"' + oldColumn + '"')
                        && hunk.added().stream().anyMatch(text -> text.contains('"' + newColumn + '"'))) {
                    return Optional.of(oldColumn);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> word(String text, String column) {
        String letters = letters(column);
        return WORD.matcher(text)
                .results()
                .map(result -> result.group())
                .filter(word -> letters(word).equals(letters) || (letters(word) + "id").equals(letters))
                // The name stands behind the type, which may be called so as well.
                .reduce((type, name) -> name);
    }

    static String letters(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Whether the member's Javadoc was there before, while the member changed. */
    boolean keptJavadoc(Path file, int line) {
        List<String> lines = lines(file);
        int end = line - 2;
        while (end >= 0
                && line - end < LINES_OF_A_MEMBER
                && lines.get(end).strip().startsWith("@")) {
            end--;
        }
        if (end < 0 || end >= lines.size() || !lines.get(end).strip().endsWith("*/")) {
            return false;
        }
        int start = end;
        while (start > 0 && !lines.get(start).strip().startsWith("/**")) {
            start--;
        }
        for (int at = start + 1; at <= end + 1; at++) {
            int asked = at;
            boolean isNew = hunks.stream()
                    .anyMatch(hunk -> hunk.covers(asked) && !hunk.removed().contains(lines.get(asked - 1)));
            if (isNew) {
                return false;
            }
        }
        return true;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            // It was there a moment ago; without it nothing is known.
            return List.of();
        }
    }
}
