package dev.autogen.cli;

import static java.util.stream.Collectors.joining;

import dev.autogen.commands.HistoryResult;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Revisions in words. */
final class RevisionLines {
    private static final String INDENT = "    ";

    private final HistoryResult history;

    RevisionLines(HistoryResult history) {
        this.history = history;
    }

    /** {@code a1 -> b2 (head), add products table}, with details on lines of their own. */
    String entry(RevisionInfo revision, boolean details) {
        String parents = revision.isRoot() ? "<base>" : String.join(", ", revision.parents());
        String line = parents + " -> " + revision.id() + marks(revision) + ", " + revision.message();
        if (!details) {
            return line;
        }
        List<String> lines = new ArrayList<>(List.of(line));
        lines.add(INDENT + "file: " + history.file(revision));
        if (revision.created() != null) {
            lines.add(INDENT + "created: " + revision.created());
        }
        if (!revision.labels().isEmpty()) {
            lines.add(INDENT + "labels: " + String.join(", ", revision.labels()));
        }
        if (!revision.dependsOn().isEmpty()) {
            lines.add(INDENT + "depends on: " + String.join(", ", revision.dependsOn()));
        }
        if (!revision.replaces().isEmpty()) {
            lines.add(INDENT + "replaces: " + String.join(", ", revision.replaces()));
        }
        return String.join("\n", lines);
    }

    private String marks(RevisionInfo revision) {
        List<String> marks = new ArrayList<>();
        if (history.graph().heads().contains(revision)) {
            marks.add("head");
        }
        if (revision.isMerge()) {
            marks.add("merge");
        }
        if (history.graph().children(revision.id()).size() > 1) {
            marks.add("branch point");
        }
        if (revision.baseline()) {
            marks.add("baseline");
        }
        if (history.current().contains(revision.id())) {
            marks.add("current");
        }
        return marks.isEmpty() ? "" : " (" + String.join(", ", marks) + ")";
    }

    /** Where the database is: a line a revision. */
    List<String> current(boolean details) {
        List<String> lines = new ArrayList<>();
        for (String id : new TreeSet<>(history.current())) {
            lines.add(history.graph()
                    .find(id)
                    .map(revision -> details ? entry(revision, true) : id + marks(revision) + ", " + revision.message())
                    .orElse(id + " (no migration has this id)"));
        }
        if (lines.isEmpty()) {
            lines.add("base: no migration is applied");
        }
        history.status()
                .ifPresent(status -> new TreeSet<>(status.partial())
                        .forEach(id -> lines.add(id + " (partial: it was interrupted; run the same command again)")));
        if (details) {
            history.status().ifPresent(status -> status.history().forEach(entry -> lines.add(INDENT + ledger(entry))));
        }
        return lines;
    }

    private static String ledger(HistoryEntry entry) {
        return entry.finished() + " " + entry.action().name().toLowerCase(Locale.ROOT) + " "
                + entry.revision() + " by " + entry.by() + ", " + entry.took().toMillis() + " ms, autogen "
                + entry.toolVersion();
    }

    /** Why {@code --check-heads} fails. */
    String notAtHeads() {
        String heads = history.graph().heads().stream().map(RevisionInfo::id).collect(joining(", "));
        int pending = history.pending().size();
        return "The database is not at head (" + (heads.isEmpty() ? "there is none" : heads) + "): " + pending
                + (pending == 1 ? " migration is" : " migrations are") + " to be applied. Run `autogen upgrade heads`.";
    }
}
