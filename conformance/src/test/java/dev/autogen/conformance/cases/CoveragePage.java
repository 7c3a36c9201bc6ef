package dev.autogen.conformance.cases;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.conformance.Progress.Law;
import dev.autogen.conformance.cases.Evidence.Proved;
import dev.autogen.conformance.cases.Facet.Action;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code docs/coverage.md}: what was proved, line by line, and what was not.
 *
 * @param lines the conformance lists
 * @param cases all cases
 * @param evidence what they proved
 */
record CoveragePage(List<Line> lines, List<Case> cases, Evidence evidence) {
    private static final Path FILE = Path.of("../docs/coverage.md");

    /** Kinds in the order in which a reader would ask for them; what is not among them follows. */
    private static final List<String> KINDS = List.of(
            "schema",
            "schema comment",
            "extension",
            "table",
            "table comment",
            "column",
            "column type",
            "column NOT NULL",
            "column default",
            "column identity",
            "column comment",
            "primary key",
            "unique",
            "foreign key",
            "check",
            "exclusion",
            "constraint",
            "index",
            "sequence",
            "enum",
            "enum comment");

    /** What PostgreSQL has no words for, or autogen says with another kind. */
    private static final Set<Facet> NO_SUCH_THING = Set.of(
            new Facet("schema", Action.CHANGE),
            new Facet("schema comment", Action.RENAME),
            new Facet("extension", Action.CHANGE),
            new Facet("extension", Action.RENAME),
            new Facet("table", Action.CHANGE),
            new Facet("table comment", Action.RENAME),
            new Facet("column", Action.CHANGE),
            new Facet("column type", Action.ADD),
            new Facet("column type", Action.DROP),
            new Facet("column type", Action.RENAME),
            new Facet("column NOT NULL", Action.CHANGE),
            new Facet("column NOT NULL", Action.RENAME),
            new Facet("column default", Action.RENAME),
            new Facet("column identity", Action.RENAME),
            new Facet("column comment", Action.RENAME),
            new Facet("primary key", Action.RENAME),
            new Facet("unique", Action.RENAME),
            new Facet("foreign key", Action.RENAME),
            new Facet("enum comment", Action.RENAME),
            new Facet("check", Action.RENAME),
            new Facet("exclusion", Action.RENAME),
            new Facet("constraint", Action.ADD),
            new Facet("constraint", Action.CHANGE),
            new Facet("constraint", Action.DROP));

    /** Demands that the page says this, or makes it say so. */
    void holds(boolean write) {
        String text = text();
        try {
            if (write) {
                Files.writeString(FILE, text);
            }
            assertThat(Files.readString(FILE)).as(FILE.toString()).isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        return """
                # What is covered

                Written by the tests from what they proved, on PostgreSQL 17; a tick stands here only if a case that passed put it there.
                The cases are in [`conformance/src/test/resources/cases`](../conformance/src/test/resources/cases).

                ## Objects

                Detected, applied, reverted: a tick each. *Detected*: the difference is found and becomes an operation.
                *Applied*: the migration written from it compiles, says the same when it is recorded, runs, and leaves no difference.
                *Reverted*: its downgrade gives back the start, and it can be applied again. A dash: there is no such thing in PostgreSQL, or another row says it.

                """ + objects() + lists() + gaps();
    }

    private String objects() {
        StringBuilder table =
                new StringBuilder("| object | add | change | drop | rename |\n| --- | --- | --- | --- | --- |\n");
        for (String kind : kinds()) {
            table.append("| ").append(kind);
            for (Action action : Action.values()) {
                table.append(" | ").append(cell(new Facet(kind, action)));
            }
            table.append(" |\n");
        }
        return table.append('\n').toString();
    }

    private List<String> kinds() {
        List<String> kinds = new ArrayList<>(KINDS);
        Set<String> others = new TreeSet<>();
        evidence.facets().forEach(facet -> others.add(facet.kind()));
        KINDS.forEach(others::remove);
        kinds.addAll(others);
        return kinds;
    }

    private String cell(Facet facet) {
        List<Proved> proofs = evidence.of(cases).stream()
                .filter(proof -> proof.facets().contains(facet))
                .toList();
        if (proofs.isEmpty()) {
            return NO_SUCH_THING.contains(facet) ? "–" : "not covered";
        }
        StringBuilder ticks = new StringBuilder();
        for (Law law : Law.values()) {
            ticks.append(proofs.stream().anyMatch(proof -> proof.laws().contains(law)) ? '✓' : '✗');
        }
        return ticks.toString();
    }

    private String lists() {
        StringBuilder text = new StringBuilder();
        String chapter = "";
        for (Line line : lines) {
            if (!line.chapter().equals(chapter)) {
                chapter = line.chapter();
                text.append("## ").append(chapter).append("\n\n| id | what | holds |\n| --- | --- | --- |\n");
            }
            text.append("| ")
                    .append(line.id())
                    .append(" | ")
                    .append(line.text())
                    .append(" | ")
                    .append(status(line))
                    .append(" |\n");
            if (isLastOfChapter(line)) {
                text.append('\n');
            }
        }
        return text.toString();
    }

    private boolean isLastOfChapter(Line line) {
        int next = lines.indexOf(line) + 1;
        return next == lines.size() || !lines.get(next).chapter().equals(line.chapter());
    }

    private String status(Line line) {
        if (line.excused()) {
            return "no case: " + line.excuse();
        }
        List<Case> own =
                cases.stream().filter(proof -> proof.ids().contains(line.id())).toList();
        boolean holds = own.stream().anyMatch(proof -> !isGap(proof));
        boolean lacks = own.stream().anyMatch(CoveragePage::isGap);
        return (holds ? "✓" : "") + (holds && lacks ? ", " : "") + (lacks ? "✗ see below" : "");
    }

    private static boolean isGap(Case proof) {
        return proof.section(Section.GAP).isPresent();
    }

    private String gaps() {
        String list = cases.stream()
                .filter(CoveragePage::isGap)
                .map(proof -> "- " + proof.title() + ": "
                        + proof.section(Section.GAP).orElseThrow().replace('\n', ' ') + "\n")
                .collect(joining());
        return list.isEmpty() ? "" : "## Known gaps\n\n" + list;
    }
}
