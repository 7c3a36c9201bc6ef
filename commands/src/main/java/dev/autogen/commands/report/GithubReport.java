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
            String place = difference.file() == null
                    ? ""
                    : "file=" + property(difference.file()) + ",line=" + difference.line() + ",";
            lines.add("::error " + place + "title=" + comparison.sides().differ() + "::" + message(difference.text()));
        }
        String level = comparison.drift() && differences.isEmpty() ? "error" : "notice";
        comparison.notices().forEach(notice -> lines.add("::" + level + " title=autogen::" + message(notice)));
        comparison.warnings().forEach(warning -> lines.add("::warning title=autogen::" + message(warning)));
        return String.join("\n", lines);
    }

    private static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }
}
