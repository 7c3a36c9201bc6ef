package dev.autogen.commands.report;

import dev.autogen.commands.Comparison;
import java.util.ArrayList;
import java.util.List;

/** Workflow commands of GitHub Actions: each becomes an annotation at the entity's line. */
final class GithubReport {
    private GithubReport() {}

    static String of(Comparison comparison, List<Difference> differences) {
        List<String> lines = new ArrayList<>();
        for (Difference difference : differences) {
            lines.add(command(
                    "error",
                    difference.file(),
                    difference.line(),
                    comparison.sides().differ(),
                    difference.text()));
        }
        String level = comparison.drift() && differences.isEmpty() ? "error" : "notice";
        comparison.notices().forEach(notice -> lines.add("::" + level + " title=autogen::" + message(notice)));
        comparison.warnings().forEach(warning -> lines.add("::warning title=autogen::" + message(warning)));
        return String.join("\n", lines);
    }

    /**
     * An annotation.
     *
     * @param file the file that it is about; null when not known
     * @param line the line there; null when not known
     */
    static String command(String level, String file, Integer line, String title, String text) {
        String place = file == null ? "" : "file=" + property(file) + "," + (line == null ? "" : "line=" + line + ",");
        return "::" + level + " " + place + "title=" + property(title) + "::" + message(text);
    }

    private static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }
}
