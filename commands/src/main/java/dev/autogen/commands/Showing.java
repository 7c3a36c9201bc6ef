package dev.autogen.commands;

import static java.util.stream.Collectors.toMap;

import dev.autogen.commands.diagram.SchemaSketch;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.OperationSummary;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code show --format markdown}: what migrations do, from what they record. */
final class Showing {
    private final Workspace workspace;
    private final HistoryResult history;
    private final Map<String, LoadedMigration> migrations;

    /** Compiles the migrations of this history. */
    Showing(Workspace workspace, HistoryResult history) {
        this.workspace = workspace;
        this.history = history;
        this.migrations = new Project(workspace)
                .migrations(history.folder()).stream()
                        .collect(toMap(migration -> migration.info().id(), Function.identity()));
    }

    MigrationPicture picture(RevisionEntry entry) {
        RevisionInfo revision = entry.info();
        SchemaSketch before = SchemaSketch.EMPTY;
        boolean complete = true;
        for (RevisionInfo ancestor : history.graph().ancestors(revision.standsOn())) {
            List<Step> steps = recorded(ancestor).upgrade();
            before = before.after(Step.operations(steps));
            complete &= isSeen(steps);
        }
        RecordedMigration recorded = recorded(revision);
        return new MigrationPicture(
                revision,
                new Drafting(workspace).shown(entry.file()),
                lines(recorded.upgrade()),
                lines(recorded.downgrade()),
                before,
                before.after(Step.operations(recorded.upgrade())),
                complete && isSeen(recorded.upgrade()));
    }

    private RecordedMigration recorded(RevisionInfo revision) {
        return RecordedMigration.of(migrations.get(revision.id()).migration());
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

    private static List<String> lines(List<Step> steps) {
        return steps.stream().flatMap(Showing::lines).toList();
    }

    private static Stream<String> lines(Step step) {
        if (step instanceof Step.Run run) {
            return Stream.of(OperationSummary.of(run.operation()).toString());
        } else if (step instanceof Step.Callback) {
            return Stream.of("~ Java code on a connection");
        } else if (step instanceof Step.Batch) {
            return Stream.of("~ rows in batches");
        } else if (step instanceof Step.Autocommit autocommit) {
            return lines(autocommit.steps()).stream().map(line -> line + ", outside of a transaction");
        }
        return Stream.empty();
    }
}
