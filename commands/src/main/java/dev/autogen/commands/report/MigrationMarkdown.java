package dev.autogen.commands.report;

import static java.util.stream.Collectors.joining;

import dev.autogen.commands.MigrationPicture;
import dev.autogen.commands.diagram.Diagram;
import dev.autogen.migration.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.List;

/** A migration for the description of a pull request: what it does, and diagrams of what it touches. */
public final class MigrationMarkdown {
    private MigrationMarkdown() {}

    /** The text, without a line break at its end. The same migration gives the same text. */
    public static String of(MigrationPicture picture) {
        List<String> parts = new ArrayList<>();
        RevisionInfo revision = picture.revision();
        parts.add("### " + MarkdownReport.cell(revision.message()));
        parts.add("`" + revision.id() + "` on "
                + (revision.parents().isEmpty()
                        ? "base"
                        : revision.parents().stream().map(id -> "`" + id + "`").collect(joining(", ")))
                + ", " + MarkdownReport.code(picture.file().toString().replace('\\', '/')));
        parts.add(table("upgrade", picture.upgrade()));
        parts.add(table("downgrade", picture.downgrade()));
        String diagrams = Diagram.markdown(picture.before(), picture.after());
        if (!diagrams.isEmpty()) {
            parts.add(diagrams);
            if (!picture.complete()) {
                parts.add("> What SQL or Java code of an author does to tables is not in the diagrams.");
            }
        }
        return String.join("\n\n", parts);
    }

    private static String table(String title, List<MigrationPicture.Line> lines) {
        if (lines.isEmpty()) {
            return "| " + title + " |\n| --- |\n| nothing |";
        }
        boolean harmless = lines.stream().allMatch(line -> line.findings().isEmpty());
        return "| " + title + (harmless ? " |\n| --- |\n" : " | hazards |\n| --- | --- |\n")
                + lines.stream()
                        .map(line -> "| " + MarkdownReport.code(line.text()) + (harmless ? "" : " | " + hazards(line))
                                + " |")
                        .collect(joining("\n"));
    }

    private static String hazards(MigrationPicture.Line line) {
        return line.findings().stream()
                .map(finding -> MarkdownReport.hazard(finding.rule().id(), finding.message())
                        + finding.accepted()
                                .map(because -> " *accepted: " + MarkdownReport.cell(because) + "*")
                                .orElse(""))
                .collect(joining("<br>"));
    }
}
