package dev.autogen.conformance.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of the conformance lists: something that has to have a case, or a reason why it has none.
 *
 * @param chapter the list that it is in
 * @param id its id
 * @param text what it is about
 * @param excuse why there is no case of it; empty where there has to be one
 */
record Line(String chapter, String id, String text, String excuse) {
    private static final Path FILE = Path.of("src/test/resources/cases/lines.txt");

    /** All lines, in their order. */
    static List<Line> all() {
        List<Line> lines = new ArrayList<>();
        String chapter = "";
        try {
            for (String row : Files.readAllLines(FILE)) {
                if (row.startsWith("## ")) {
                    chapter = row.substring(3);
                } else if (!row.isBlank() && !row.startsWith("#")) {
                    String[] cells = row.split(" \\| ", -1);
                    lines.add(new Line(
                            chapter, cells[0].strip(), cells[1].strip(), cells.length < 3 ? "" : cells[2].strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    boolean excused() {
        return !excuse.isEmpty();
    }
}
