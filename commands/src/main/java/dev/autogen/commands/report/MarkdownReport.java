package dev.autogen.commands.report;

import static java.util.stream.Collectors.joining;

import dev.autogen.commands.Comparison;
import java.util.List;

/** A table for the description of a pull request. */
final class MarkdownReport {
    private MarkdownReport() {}

    static String of(Comparison comparison, List<Difference> differences) {
        StringBuilder text = new StringBuilder("### " + Report.headline(comparison, differences) + "\n");
        if (!differences.isEmpty()) {
            text.append("\n| change | hazards | asked for by |\n| --- | --- | --- |\n");
            differences.forEach(difference -> text.append("| `")
                    .append(cell(difference.text()).replace("`", "'"))
                    .append("` | ")
                    .append(difference.hazards().stream()
                            .map(hazard -> "**" + hazard.id() + "** " + cell(hazard.message()))
                            .collect(joining("<br>")))
                    .append(" | ")
                    .append(cell(difference.place()))
                    .append(" |\n"));
        }
        comparison
                .notices()
                .forEach(notice -> text.append("\n> ").append(cell(notice)).append('\n'));
        return text.toString().stripTrailing();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }
}
