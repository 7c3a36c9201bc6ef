package dev.autogen.cli;

import static java.util.stream.Collectors.joining;

import dev.autogen.commands.HistoryResult;
import dev.autogen.commands.RevisionEntry;
import dev.autogen.commands.RevisionEntry.Mark;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.HistoryEntry;
import dev.autogen.migration.run.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Revisions in words. */
final class RevisionLines {
    private static final String INDENT = "    ";
    private static final int CHECKSUM_HEAD = 10;

    private final HistoryResult history;

    RevisionLines(HistoryResult history) {
        this.history = history;
    }

    /** {@code a1 -> b2 [shop] (head), add products table}, with details on lines of their own. */
    List<String> entry(RevisionEntry entry, boolean details) {
        RevisionInfo revision = entry.info();
        String parents = revision.isRoot() ? "<base>" : String.join(", ", revision.parents());
        List<String> lines = new ArrayList<>(List.of(parents + " -> " + name(entry)));
        if (!details) {
            return lines;
        }
        lines.add(INDENT + "file: " + entry.file());
        if (revision.created() != null) {
            lines.add(INDENT + "created: " + revision.created());
        }
        detail(lines, "labels: ", revision.labels());
        detail(lines, "on branches: ", entry.branches().equals(revision.labels()) ? List.of() : entry.branches());
        detail(lines, "depends on: ", revision.dependsOn());
        detail(lines, "replaces: ", revision.replaces());
        return lines;
    }

    private static void detail(List<String> lines, String title, List<String> values) {
        if (!values.isEmpty()) {
            lines.add(INDENT + title + String.join(", ", values));
        }
    }

    /** A branch point, and the revision with which each branch begins. */
    List<String> branchPoint(RevisionEntry entry, boolean details) {
        List<String> lines = new ArrayList<>(entry(entry, details));
        begins(history.graph().children(entry.info().id()), lines);
        return lines;
    }

    /** Histories that begin side by side; nothing where there is only one. */
    List<String> roots() {
        List<RevisionInfo> roots = history.graph().roots();
        if (roots.size() < 2) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("<base>"));
        begins(roots, lines);
        return lines;
    }

    private void begins(List<RevisionInfo> revisions, List<String> lines) {
        history.entries(revisions).forEach(entry -> lines.add(INDENT + "-> " + named(entry, entry.branches())));
    }

    /** Labels stand where a branch begins and where it ends, not at each of its revisions. */
    private static String name(RevisionEntry entry) {
        return named(
                entry, entry.is(Mark.HEAD) ? entry.branches() : entry.info().labels());
    }

    private static String named(RevisionEntry entry, List<String> labels) {
        String shown = labels.isEmpty() ? "" : " [" + String.join(", ", labels) + "]";
        return entry.info().id() + shown + marks(entry) + ", " + entry.info().message();
    }

    private static String marks(RevisionEntry entry) {
        String marks = entry.marks().stream()
                .map(mark -> mark.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(joining(", "));
        return marks.isEmpty() ? "" : " (" + marks + ")";
    }

    /** Where the database is: a line a revision. */
    List<String> current(boolean details) {
        List<String> lines = new ArrayList<>();
        Set<String> rows = history.current();
        Set<String> tips = new TreeSet<>(history.graph().tips(history.graph().applied(rows)));
        for (RevisionEntry entry : history.entries(
                tips.stream().flatMap(id -> history.graph().find(id).stream()).toList())) {
            String implied =
                    entry.impliedBy().isEmpty() ? "" : " (needed by " + String.join(", ", entry.impliedBy()) + ")";
            if (details) {
                lines.addAll(entry(entry, true));
            } else {
                lines.add(name(entry) + implied);
            }
        }
        rows.stream()
                .filter(id -> history.graph().find(id).isEmpty())
                .sorted()
                .forEach(id -> lines.add(id + " (no migration has this id)"));
        if (lines.isEmpty()) {
            lines.add("base: no migration is applied");
        }
        history.status()
                .ifPresent(status -> new TreeSet<>(status.partial())
                        .forEach(id -> lines.add(id + " (partial: it was interrupted; run the same command again)")));
        if (details) {
            history.status().ifPresent(status -> {
                status.history().forEach(entry -> lines.add(INDENT + ledger(entry)));
                missing(status, rows).forEach(lines::add);
            });
        }
        return lines;
    }

    /** What is gone and is no version row: of these it is said anyway. */
    private List<String> missing(Status status, Set<String> rows) {
        return status.missing(history.graph()).stream()
                .filter(id -> !rows.contains(id))
                .map(id -> "missing: revision " + id + " was applied, and no migration has this id")
                .toList();
    }

    /** What was run of a revision, in the order of the ledger. */
    List<String> runs(RevisionEntry entry) {
        return history.status().map(Status::history).orElse(List.of()).stream()
                .filter(run -> run.revision().equals(entry.info().id()))
                .map(run -> INDENT + ledger(run))
                .toList();
    }

    private static String ledger(HistoryEntry entry) {
        return entry.finished() + " " + entry.action().name().toLowerCase(Locale.ROOT) + " "
                + entry.revision() + " by " + entry.who() + ", " + entry.took().toMillis() + " ms, autogen "
                + entry.toolVersion()
                + (entry.checksum() == null ? "" : ", checksum " + head(entry.checksum()));
    }

    /** Enough of it to tell two apart. */
    private static String head(String checksum) {
        return checksum.substring(0, Math.min(checksum.length(), CHECKSUM_HEAD));
    }

    /** Why {@code --check-heads} fails. */
    String notAtHeads() {
        String heads = history.graph().heads().stream().map(RevisionInfo::id).collect(joining(", "));
        int pending = history.pending().size();
        return "The database is not at head (" + (heads.isEmpty() ? "there is none" : heads) + "): " + pending
                + (pending == 1 ? " migration is" : " migrations are") + " to be applied. Run `autogen upgrade heads`.";
    }
}
