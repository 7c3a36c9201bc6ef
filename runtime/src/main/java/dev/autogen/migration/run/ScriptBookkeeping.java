package dev.autogen.migration.run;

import static dev.autogen.schema.ddl.PostgresDdl.literal;
import static java.util.stream.Collectors.joining;

import dev.autogen.migration.Step;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.Plan;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.schema.ddl.SqlStatement;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a script does about autogen's own tables: the runner's statements, and its conditions as SQL. */
final class ScriptBookkeeping {
    /** The variable of psql's that holds the revisions which are applied when the script begins, as an array. */
    private static final String APPLIED = ":'autogen_applied'::text[]";

    private final RevisionGraph graph;
    private final RunOptions options;
    private final VersionSql sql;
    private final ScriptText text;

    ScriptBookkeeping(RevisionGraph graph, RunOptions options, ScriptText text) {
        this.graph = graph;
        this.options = options;
        this.sql = new VersionSql(options);
        this.text = text;
    }

    void lock() {
        text.comment("One runner at a time.")
                .refuseIf(
                        "NOT pg_catalog.pg_try_advisory_lock(" + RunLock.keys(options) + ")",
                        "Another runner holds the migration lock; nothing was changed.",
                        "Wait until it is done; pg_locks names it.");
    }

    void unlock() {
        text.block("PERFORM pg_catalog.pg_advisory_unlock(" + RunLock.keys(options) + ");");
    }

    void createTables() {
        StringBuilder body = new StringBuilder();
        for (VersionSql.Creation creation : sql.creations()) {
            body.append("IF NOT EXISTS (")
                    .append(ParameterInlining.text(creation.exists()))
                    .append(") THEN\n")
                    .append((ParameterInlining.text(creation.create()) + ";").indent(2))
                    .append("END IF;\n");
        }
        text.comment("autogen's own tables.").block(body.toString());
    }

    /** What the statements of a part run with. */
    void settings(Segment segment) {
        SqlStatement settings = segment.kind() == Segment.Kind.BATCH
                ? sql.settingsOfBatches(segment.timeouts())
                : sql.settings(segment.timeouts(), segment.kind() == Segment.Kind.TRANSACTION);
        text.block("PERFORM " + ParameterInlining.text(settings) + ";");
    }

    /**
     * Fails unless the database is there.
     *
     * @param hint what else can be done
     */
    void requireAt(Set<String> revisions, String hint) {
        String rows =
                "(SELECT coalesce(array_agg(revision ORDER BY revision COLLATE \"C\"), '{}') FROM " + versions() + ")";
        String place = revisions.isEmpty() ? "base" : String.join(", ", new TreeSet<>(revisions));
        String message = literal("This part of the script begins at " + place + ", but the database is at ")
                + " || coalesce((SELECT string_agg(revision, ', ' ORDER BY revision COLLATE \"C\") FROM " + versions()
                + "), 'base')";
        text.block("IF " + rows + " <> " + array(new TreeSet<>(revisions)) + " THEN\n"
                + ScriptText.raise(message, hint).indent(2)
                + "END IF;");
    }

    /** Fails where an earlier run left the migration half done. */
    void requireNotBegun(RevisionInfo revision) {
        text.refuseIf(
                "EXISTS (SELECT FROM " + progress() + " WHERE revision = " + literal(revision.id()) + ")",
                "Migration " + revision.id() + " was interrupted half-way.",
                "Finish it with autogen itself, or with a script written with --idempotent.");
    }

    /** Fails where a baseline that was only stamped would be taken down. */
    void requireRunHere(RevisionInfo baseline) {
        text.refuseIf(
                "NOT EXISTS (SELECT FROM " + sql.name(options.history()) + " WHERE revision = " + literal(baseline.id())
                        + " AND action = 'upgrade')",
                "Revision " + baseline.id()
                        + " is the baseline: it describes what this database held before autogen and"
                        + " was never run here, so taking it down would drop all of that.",
                "autogen stamp base forgets it without touching a table.");
    }

    /** Asks once which revisions are applied: the heads, and all that they stand on. */
    void askApplied() {
        requireKnown();
        String edges = graph.revisions().stream()
                .flatMap(revision -> revision.standsOn().stream()
                        .map(below -> "(" + literal(revision.id()) + ", " + literal(below) + ")"))
                .collect(joining(",\n    "));
        text.comment("What is applied: the versions, and all that they stand on.")
                .line("WITH RECURSIVE history (revision, below) AS (VALUES\n    "
                        + (edges.isEmpty() ? "(NULL::text, NULL::text)" : edges) + "\n),\napplied (revision) AS (\n"
                        + "  SELECT revision FROM " + versions() + "\n"
                        + "  UNION SELECT below FROM history JOIN applied USING (revision)\n)\n"
                        + "SELECT coalesce(array_agg(revision), '{}') AS autogen_applied FROM applied \\gset");
    }

    /** Fails where the version table names what no migration has. */
    void requireKnown() {
        String known = array(graph.revisions().stream().map(RevisionInfo::id).toList());
        String unknown = " FROM " + versions() + " WHERE revision <> ALL (" + known + ")";
        text.block("IF EXISTS (SELECT" + unknown + ") THEN\n"
                + ScriptText.raise(
                                literal("The database is at a revision that this script does not know: ")
                                        + " || (SELECT string_agg(revision, ', ')" + unknown + ")",
                                "Write the script anew where the migrations are complete, or set the version with autogen"
                                        + " stamp --purge.")
                        .indent(2)
                + "END IF;");
    }

    /** What follows is for databases that lack this migration, or have it and shall not. */
    void onlyIfMissing(RevisionInfo revision, Direction direction) {
        text.onlyIf(
                literal(revision.id()) + (direction == Direction.UPGRADE ? " <> ALL (" : " = ANY (") + APPLIED + ")",
                "autogen_todo");
    }

    /** What follows is for databases in which this part of a migration is not done. */
    void onlyIfMissing(RevisionInfo revision, Direction direction, int segment) {
        text.onlyIf(
                "NOT EXISTS (SELECT FROM " + progress() + " WHERE " + part(revision, direction, segment)
                        + " AND last_key IS NULL)",
                "autogen_part");
    }

    /** Fails where a part that is done is not what it is here. */
    void requireUnchanged(RevisionInfo revision, Direction direction, List<String> checksums) {
        text.refuseIf(
                "EXISTS (SELECT FROM " + progress() + " WHERE " + part(revision, direction)
                        + " AND checksum IS DISTINCT FROM (" + array(checksums) + ")[segment + 1])",
                "Migration " + revision.id() + " was interrupted half-way and edited since: a part that is already done"
                        + " is not what was run.",
                "Restore the file as it was, run it to its end, and write the change as a new migration.");
    }

    /**
     * Remembers that a concurrent build or drop is begun; where an interrupted run began it and it is done, what follows
     * until {@code \endif} is passed over.
     *
     * @return whether it is one of these, so that there is an {@code \if} to be ended
     */
    boolean beginUnlessDone(RevisionInfo revision, Direction direction, int segment, Segment part) {
        Optional<String> done = part.steps().get(0) instanceof Step.Run run
                ? InvalidIndex.done(run.operation(), options.defaultSchema()).map(ParameterInlining::text)
                : Optional.empty();
        if (done.isEmpty()) {
            return false;
        }
        text.onlyIf(
                "NOT (" + done.get() + " AND EXISTS (SELECT FROM " + progress() + " WHERE "
                        + part(revision, direction, segment) + "))",
                "autogen_build");
        text.onlyIf("NOT " + done.get(), "autogen_begin");
        text.statement(sql.saveBatches(revision.id(), direction, segment, Checksum.of(part), BatchProgress.START));
        text.line("\\endif");
        return true;
    }

    /** What goes through the batches of a part, and on from where it was interrupted. */
    void batches(RevisionInfo revision, Direction direction, int segment, Segment batches) {
        BatchSql batch = new BatchSql(((Step.Batch) batches.steps().get(0)).change(), options.defaultSchema());
        text.comment("A transaction for each batch; interrupted, it goes on behind the last one.")
                .line(batch.script(
                                "FROM " + progress() + " WHERE " + part(revision, direction, segment),
                                (lastKey, rows) -> ParameterInlining.text(sql.saveBatches(
                                        revision.id(), direction, segment, Checksum.of(batches), lastKey, rows)))
                        + ";");
    }

    private static String part(RevisionInfo revision, Direction direction, int segment) {
        return part(revision, direction) + " AND segment = " + segment;
    }

    private static String part(RevisionInfo revision, Direction direction) {
        return "revision = " + literal(revision.id()) + " AND direction = " + literal(direction.name());
    }

    void finishSegment(RevisionInfo revision, Direction direction, int segment, String checksum) {
        text.statement(sql.finishSegment(revision.id(), direction, segment, checksum));
    }

    /** The version rows of one known database. */
    void move(Plan.Step step) {
        sql.moves(step.before(), step.after()).forEach(text::statement);
    }

    /** The version rows of a database that may have other revisions besides. */
    void moveFromAnywhere(Plan.Step step, Direction direction, Set<String> takenDown) {
        RevisionInfo revision = step.revision();
        Set<String> below = graph.applied(revision.standsOn());
        Set<String> with = new HashSet<>(below);
        with.add(revision.id());
        if (direction == Direction.UPGRADE) {
            sql.moves(graph.rows(below), graph.rows(with)).forEach(text::statement);
            return;
        }
        sql.moves(Set.of(revision.id()), Set.of()).forEach(text::statement);
        for (String row : new TreeSet<>(graph.rows(below))) {
            Set<String> others = new HashSet<>(graph.dependents(row));
            others.removeAll(takenDown);
            others.remove(revision.id());
            if (others.isEmpty()) {
                sql.moves(Set.of(), Set.of(row)).forEach(text::statement);
            } else {
                text.onlyIf("NOT (" + array(new TreeSet<>(others)) + " && " + APPLIED + ")", "autogen_head");
                sql.moves(Set.of(), Set.of(row)).forEach(text::statement);
                text.line("\\endif");
            }
        }
    }

    void log(RevisionInfo revision, Direction direction, String checksum) {
        text.statement(sql.log(revision.id(), HistoryEntry.Action.valueOf(direction.name()), null, checksum));
        text.statement(sql.forgetSegments(revision.id()));
    }

    /** Sets where the database is, wherever it was. */
    void stamp(Set<String> revisions) {
        text.line("DELETE FROM " + versions() + ";");
        sql.moves(Set.of(), revisions).forEach(text::statement);
        logStamp(revisions);
    }

    /** Sets where the database is, from a known place. */
    void stamp(Set<String> before, Set<String> after) {
        sql.moves(before, after).forEach(text::statement);
        logStamp(after);
    }

    private void logStamp(Set<String> revisions) {
        String name = revisions.isEmpty() ? "base" : String.join(",", new TreeSet<>(revisions));
        text.statement(sql.log(name, HistoryEntry.Action.STAMP, Duration.ZERO, null));
    }

    /** A database at the last of the revisions that another one replaces is at that one. */
    void recogniseReplacements() {
        for (RevisionInfo revision : graph.revisions()) {
            if (!revision.replaces().isEmpty()) {
                String last = revision.replaces().get(revision.replaces().size() - 1);
                text.comment(revision.id() + " replaces what ended with " + last + ".")
                        .onlyIf(
                                "EXISTS (SELECT FROM " + versions() + " WHERE revision = " + literal(last) + ")",
                                "autogen_replaced")
                        .line("BEGIN;");
                stamp(Set.of(last), Set.of(revision.id()));
                text.line("COMMIT;").line("\\endif");
            }
        }
    }

    private String versions() {
        return sql.name(options.versions());
    }

    private String progress() {
        return sql.name(options.progress());
    }

    private static String array(Collection<String> values) {
        return values.stream().map(value -> literal(value)).collect(joining(", ", "ARRAY[", "]::text[]"));
    }
}
