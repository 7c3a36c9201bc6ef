package dev.autogen.commands.report;

import static java.util.stream.Collectors.joining;

import dev.autogen.commands.Comparison;
import dev.autogen.commands.diagram.Diagram;
import dev.autogen.commands.diagram.SchemaSketch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A table for the description of a pull request, and diagrams of what it touches. */
final class MarkdownReport {
    private MarkdownReport() {}

    static String of(Comparison comparison, List<Difference> differences) {
        StringBuilder text = new StringBuilder("### " + Report.headline(comparison, differences) + "\n");
        Map<String, List<Difference>> migrations = new LinkedHashMap<>();
        differences.forEach(difference -> migrations
                .computeIfAbsent(Objects.requireNonNullElse(difference.migration(), ""), key -> new ArrayList<>())
                .add(difference));
        migrations.forEach((migration, its) -> {
            text.append(migration.isEmpty() ? "" : "\n#### " + migration + "\n");
            text.append("\n| change | hazards | asked for by |\n| --- | --- | --- |\n");
            its.forEach(difference -> text.append("| ")
                    .append(code(difference.text()))
                    .append(" | ")
                    .append(difference.hazards().stream()
                            .map(hazard -> hazard(hazard.id(), hazard.message()))
                            .collect(joining("<br>")))
                    .append(" | ")
                    .append(cell(difference.place()))
                    .append(" |\n"));
        });
        comparison
                .notices()
                .forEach(notice -> text.append("\n> ").append(cell(notice)).append('\n'));
        String diagram = diagram(comparison);
        return text.toString().stripTrailing() + (diagram.isEmpty() ? "" : "\n\n" + diagram);
    }

    private static String diagram(Comparison comparison) {
        return comparison
                .context()
                .live()
                .map(live -> SchemaSketch.of(live.tables()))
                .map(before ->
                        Diagram.markdown(before, before.after(comparison.diff().upgrade())))
                .orElse("");
    }

    static String hazard(String id, String message) {
        return "**" + id + "** " + cell(message);
    }

    static String code(String text) {
        return "`" + cell(text).replace("`", "'") + "`";
    }

    static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }
}
