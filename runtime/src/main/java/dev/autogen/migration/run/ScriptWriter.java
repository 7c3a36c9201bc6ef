package dev.autogen.migration.run;

import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.Plan;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes a plan as a script for psql: the runner's statements, in its transactions, with its bookkeeping. */
public final class ScriptWriter {
    private final RevisionGraph graph;
    private final RunOptions options;
    private final ScriptOptions script;
    private final ScriptText text = new ScriptText();
    private final ScriptBookkeeping bookkeeping;
    private final ScriptSteps steps;

    /**
     * A writer of one script.
     *
     * @param graph all revisions
     * @param options how migrations are run
     * @param script what the script is to be like
     */
    public ScriptWriter(RevisionGraph graph, RunOptions options, ScriptOptions script) {
        this.graph = graph;
        this.options = options;
        this.script = script;
        this.bookkeeping = new ScriptBookkeeping(graph, options, text);
        this.steps = new ScriptSteps(options, script, text);
    }

    /**
     * Writes the way from one place in the history to another.
     *
     * @param current where the database is, if that was asked; else nothing
     * @param migrations the migrations by their identifiers
     * @throws dev.autogen.migration.revision.RevisionException if the range stands for nothing, or leads the other way
     * @throws MigrationFailedException if a migration cannot be written as SQL
     */
    public MigrationScript write(
            ScriptRange range, Direction direction, Set<String> current, Map<String, LoadedMigration> migrations) {
        Plan plan = range.plan(graph, direction, current);
        List<PlannedMigration> planned = plan.steps().stream()
                .map(step -> PlannedMigration.of(migrations.get(step.revision().id()), step, direction))
                .toList();
        if (script.singleTransaction()) {
            SingleTransaction.require(planned);
        }
        head((direction == Direction.UPGRADE ? "upgrade" : "downgrade") + " from " + place(plan.start()) + " to "
                + place(plan.end()) + ", " + planned.size() + (planned.size() == 1 ? " migration" : " migrations"));
        if (script.idempotent()) {
            bookkeeping.askApplied();
        }
        if (script.singleTransaction()) {
            text.line("").line("BEGIN;");
        }
        Set<String> takenDown = new HashSet<>();
        for (PlannedMigration each : planned) {
            migration(each, takenDown);
            takenDown.add(each.revision().id());
        }
        text.line("");
        if (script.singleTransaction()) {
            text.line("COMMIT;");
        }
        bookkeeping.unlock();
        return new MigrationScript(
                text.toString(), plan.steps().stream().map(Plan.Step::revision).toList(), steps.notices());
    }

    /**
     * Writes what sets where the database is without running anything.
     *
     * @param before the version rows that it must have; null for any
     * @param after the version rows that it has afterwards
     */
    public MigrationScript stamp(Set<String> before, Set<String> after) {
        head("stamp " + place(after));
        text.line("").line("BEGIN;");
        if (before == null) {
            bookkeeping.stamp(after);
        } else {
            bookkeeping.requireAt(before, "Write the script for the range that begins there, or with --purge.");
            if (!before.equals(after)) {
                bookkeeping.stamp(before, after);
            }
        }
        text.line("COMMIT;").line("");
        bookkeeping.unlock();
        return new MigrationScript(text.toString(), List.of(), List.of());
    }

    private void head(String what) {
        text.comment("autogen " + options.toolVersion() + ": " + what)
                .comment("For psql, which stops at the first error: psql -X -f FILE DATABASE")
                .comment("Names without a schema mean " + options.defaultSchema() + ". The text is UTF-8.")
                .line("\\set ON_ERROR_STOP on")
                .line("\\set AUTOCOMMIT on")
                .line("SET client_encoding = 'UTF8';")
                .line("");
        bookkeeping.lock();
        text.line("");
        bookkeeping.createTables();
        bookkeeping.recogniseReplacements();
    }

    private void migration(PlannedMigration planned, Set<String> before) {
        RevisionInfo revision = planned.revision();
        Direction direction = planned.direction();
        text.line("")
                .comment((direction == Direction.UPGRADE ? "Upgrade to " : "Downgrade of ") + revision.id() + " ("
                        + revision.message() + ", " + revision.source() + ")");
        if (script.idempotent()) {
            bookkeeping.onlyIfMissing(revision, direction);
        } else {
            bookkeeping.requireAt(
                    planned.step().before(),
                    "Write the script for the range that begins there, or with --idempotent for databases at any"
                            + " revision.");
        }
        if (direction == Direction.DOWNGRADE && revision.baseline()) {
            bookkeeping.requireRunHere(revision);
        }
        if (script.singleTransaction()) {
            bookkeeping.settings(planned.segments().get(0));
            for (Segment segment : planned.segments()) {
                steps.write(planned, segment);
            }
            finish(planned, before);
        } else {
            segments(planned, before);
        }
        if (script.idempotent()) {
            text.line("\\endif");
        }
    }

    private void segments(PlannedMigration planned, Set<String> before) {
        RevisionInfo revision = planned.revision();
        Direction direction = planned.direction();
        List<Segment> segments = planned.segments();
        boolean parts = segments.size() > 1 || segments.get(0).kind() != Segment.Kind.TRANSACTION;
        boolean guarded = script.idempotent() && parts;
        if (guarded) {
            bookkeeping.requireUnchanged(
                    revision, direction, segments.stream().map(Checksum::of).toList());
        } else if (parts) {
            bookkeeping.requireNotBegun(revision);
        }
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (guarded) {
                bookkeeping.onlyIfMissing(revision, direction, i);
            }
            if (segment.kind() == Segment.Kind.TRANSACTION) {
                text.line("BEGIN;");
                bookkeeping.settings(segment);
                steps.write(planned, segment);
            } else {
                bookkeeping.settings(segment);
                if (segment.kind() == Segment.Kind.BATCH) {
                    bookkeeping.batches(revision, direction, i, segment);
                } else {
                    boolean asked = bookkeeping.beginUnlessDone(revision, direction, i, segment);
                    steps.write(planned, segment);
                    if (asked) {
                        text.line("\\endif");
                    }
                }
                text.line("RESET lock_timeout;")
                        .line("RESET statement_timeout;")
                        .line("RESET search_path;");
                text.line("BEGIN;");
            }
            if (i == segments.size() - 1) {
                finish(planned, before);
            } else {
                bookkeeping.finishSegment(revision, direction, i, Checksum.of(segment));
            }
            text.line("COMMIT;");
            if (guarded) {
                text.line("\\endif");
            }
        }
    }

    private void finish(PlannedMigration planned, Set<String> before) {
        if (script.idempotent()) {
            bookkeeping.moveFromAnywhere(planned.step(), planned.direction(), before);
        } else {
            bookkeeping.move(planned.step());
        }
        bookkeeping.log(planned.revision(), planned.direction(), planned.checksum());
    }

    private static String place(Set<String> revisions) {
        return revisions.isEmpty() ? "base" : String.join(", ", new TreeSet<>(revisions));
    }
}
