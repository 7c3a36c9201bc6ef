package dev.autogen.commands.report;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.autogen.commands.HistoryResult;
import dev.autogen.commands.RevisionEntry;
import dev.autogen.commands.RevisionEntry.Mark;
import dev.autogen.migration.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A history for programs and for pages that draw it. */
public final class HistoryReport {
    private final HistoryResult history;
    private final List<RevisionEntry> entries;

    /**
     * @param history where the entries come from
     * @param entries what is shown, in this order
     */
    public HistoryReport(HistoryResult history, List<RevisionEntry> entries) {
        this.history = history;
        this.entries = List.copyOf(entries);
    }

    /**
     * The document; {@code docs/formats.md} describes it.
     *
     * @param current the version rows; absent where the database was not asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Document(List<String> heads, Set<String> current, List<Revision> revisions) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Revision(
            String id,
            String message,
            List<String> revises,
            List<String> dependsOn,
            List<String> labels,
            List<String> branches,
            List<String> replaces,
            String created,
            boolean head,
            boolean branchPoint,
            boolean baseline,
            Boolean applied,
            String file) {}

    /** As JSON. */
    public String json() {
        boolean asked = history.status().isPresent();
        Set<String> applied = history.graph().applied(history.current());
        return Json.of(new Document(
                history.graph().heads().stream().map(RevisionInfo::id).toList(),
                asked ? new TreeSet<>(history.current()) : null,
                entries.stream()
                        .map(entry -> revision(
                                entry, asked ? applied.contains(entry.info().id()) : null))
                        .toList()));
    }

    private static Revision revision(RevisionEntry entry, Boolean applied) {
        RevisionInfo info = entry.info();
        return new Revision(
                info.id(),
                info.message(),
                info.parents(),
                info.dependsOn(),
                info.labels(),
                entry.branches(),
                info.replaces(),
                info.created() == null ? null : info.created().toString(),
                entry.is(Mark.HEAD),
                entry.is(Mark.BRANCH_POINT),
                info.baseline(),
                applied,
                entry.file().toString());
    }

    /** As a Mermaid flowchart, oldest first; dependencies are dotted. */
    public String mermaid() {
        Map<String, String> nodes = new HashMap<>();
        List<String> lines = new ArrayList<>(List.of("flowchart TD"));
        for (int i = entries.size() - 1; i >= 0; i--) {
            RevisionEntry entry = entries.get(i);
            RevisionInfo info = entry.info();
            String node = "r" + (nodes.size() + 1);
            nodes.put(info.id(), node);
            lines.add("    " + node + "[\"" + label(entry) + "\"]");
            edges(info.parents(), " --> ", node, nodes, lines);
            edges(info.dependsOn(), " -.-> ", node, nodes, lines);
        }
        return String.join("\n", lines);
    }

    private static void edges(
            List<String> below, String arrow, String node, Map<String, String> nodes, List<String> lines) {
        below.stream()
                .map(nodes::get)
                .filter(known -> known != null)
                .forEach(known -> lines.add("    " + known + arrow + node));
    }

    private static String label(RevisionEntry entry) {
        String marks = entry.marks().stream()
                .filter(mark -> mark == Mark.HEAD || mark == Mark.CURRENT)
                .map(Words::lower)
                .collect(joining(", "));
        return escaped(entry.info().id())
                + (marks.isEmpty() ? "" : " (" + marks + ")")
                + "<br/>" + escaped(entry.info().message());
    }

    private static String escaped(String text) {
        return text.replace("#", "#35;")
                .replace("&", "#amp;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;");
    }
}
