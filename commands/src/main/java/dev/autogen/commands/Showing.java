package dev.autogen.commands;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.autogen.commands.diagram.SchemaSketch;
import dev.autogen.commands.history.MigrationFile;
import dev.autogen.commands.lint.Finding;
import dev.autogen.commands.lint.Level;
import dev.autogen.commands.lint.MigrationLint;
import dev.autogen.commands.lint.ToldStep;
import dev.autogen.differ.hazard.HazardContext;
import dev.autogen.differ.hazard.Hazards;
import dev.autogen.migration.BatchedChange;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.OperationSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code show --format markdown}: what migrations do, from what they record. */
final class Showing {
    private final Workspace workspace;
    private final HistoryResult history;
    private final Map<String, LoadedMigration> migrations;
    private final Map<String, MigrationFile> files;

    /** Compiles the migrations of this history. */
    Showing(Workspace workspace, HistoryResult history) {
        this.workspace = workspace;
        this.history = history;
        this.migrations = new Project(workspace)
                .migrations(history.folder()).stream()
                        .collect(toMap(migration -> migration.info().id(), Function.identity()));
        this.files = history.folder().files().stream()
                .collect(toMap(file -> file.info().id(), Function.identity()));
    }

    MigrationPicture picture(RevisionEntry entry) {
        RevisionInfo revision = entry.info();
        SchemaSketch before = SchemaSketch.EMPTY;
        Hazards hazards = Hazards.in(HazardContext.UNKNOWN);
        boolean complete = true;
        for (RevisionInfo ancestor : history.graph().ancestors(revision.standsOn())) {
            List<Step> steps = recorded(ancestor).upgrade();
            before = before.after(Step.operations(steps));
            hazards = hazards.later(lint(ancestor).steps());
            complete &= isSeen(steps);
        }
        List<Step> upgrade = recorded(revision).upgrade();
        MigrationLint lint = lint(revision);
        return new MigrationPicture(
                revision,
                new Drafting(workspace).shown(entry.file()),
                lines(lint.toldUpgrade(hazards)),
                lines(lint.toldDowngrade(hazards)),
                before,
                before.after(Step.operations(upgrade)),
                complete && isSeen(upgrade));
    }

    private RecordedMigration recorded(RevisionInfo revision) {
        return RecordedMigration.of(migrations.get(revision.id()).migration());
    }

    private MigrationLint lint(RevisionInfo revision) {
        return new MigrationLint(
                files.get(revision.id()),
                migrations.get(revision.id()).migration(),
                history.folder().sources());
    }

    private static boolean isSeen(List<Step> steps) {
        return Step.operations(steps).stream().noneMatch(ExecuteSql.class::isInstance)
                && steps.stream().noneMatch(Showing::runsJava);
    }

    private static boolean runsJava(Step step) {
        return step instanceof Step.Callback
                || (step instanceof Step.Autocommit autocommit
                        && autocommit.steps().stream().anyMatch(Showing::runsJava));
    }

    private static List<MigrationPicture.Line> lines(List<ToldStep> steps) {
        return steps.stream().flatMap(step -> line(step).stream()).toList();
    }

    private static Optional<MigrationPicture.Line> line(ToldStep told) {
        List<Finding> findings = told.findings().stream()
                .filter(finding -> finding.level() != Level.INFO)
                .toList();
        return text(told.step())
                .map(text -> new MigrationPicture.Line(
                        text + (told.autocommit() ? ", outside of a transaction" : ""), findings));
    }

    private static Optional<String> text(Step step) {
        if (step instanceof Step.Run run) {
            return Optional.of(OperationSummary.of(run.operation()).toString());
        } else if (step instanceof Step.Callback) {
            return Optional.of("~ Java code on a connection");
        } else if (step instanceof Step.Unfilled open) {
            return Optional.of("~ backfill " + open.table() + "." + open.column() + ": " + open.question());
        }
        return step instanceof Step.Batch batch ? Optional.of("~ " + text(batch.change())) : Optional.empty();
    }

    private static String text(BatchedChange change) {
        if (change.assignments().isEmpty()) {
            return "rows of " + change.table() + " in batches: " + change.statement();
        }
        if (change.untilNoneLeft()) {
            return change.assignments().stream()
                    .map(set -> "backfill " + change.table() + "." + set.column() + " with " + set.sql())
                    .collect(joining(", "));
        }
        return change.assignments().stream()
                .map(set -> set.column() + " = " + set.sql())
                .collect(joining(", ", "rows of " + change.table() + " in batches: ", ""));
    }
}
