package dev.autogen.migration.run;

import dev.autogen.migration.Step;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.OperationSummary;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Carries out steps one by one and remembers at which one it is, for the message when it fails. */
final class StepExecutor {
    private final Connection connection;
    private final RunOptions options;
    private final PostgresDdl ddl;
    private final LockWatch watch;
    private final int total;
    private Place place = Place.BEGINNING;

    /**
     * An executor for one migration.
     *
     * @param total how many steps it has in all its parts
     */
    StepExecutor(Connection connection, RunOptions options, LockWatch watch, int total) {
        this.connection = connection;
        this.options = options;
        this.ddl = PostgresDdl.inDefaultSchema(options.defaultSchema());
        this.watch = watch;
        this.total = total;
    }

    /** What it is doing, or was doing when it failed. */
    Place place() {
        return place;
    }

    /**
     * Carries out the steps of one part.
     *
     * @param before how many steps came before them
     * @param lockTimeout how long they wait for locks; zero for ever
     */
    void execute(List<Step> steps, int before, Duration lockTimeout) throws SQLException {
        place = Place.BEGINNING;
        for (int i = 0; i < steps.size(); i++) {
            String number = "in operation " + (before + i + 1) + " of " + total;
            Step step = steps.get(i);
            if (step instanceof Step.Run run) {
                String what = number
                        + (run.operation() instanceof ExecuteSql
                                ? ""
                                : " (" + OperationSummary.of(run.operation()) + ")");
                for (SqlStatement statement : ddl.statements(run.operation())) {
                    execute(what, statement, lockTimeout);
                }
            } else if (step instanceof Step.Unfilled unfilled) {
                place = new Place(number + " (backfill of " + unfilled.table() + "." + unfilled.column() + ")", null);
                requireNothingToFill(new UnfilledBackfill(unfilled, options.defaultSchema()));
            } else if (step instanceof Step.Callback callback) {
                place = Place.ofJavaCode(number);
                callback.work().run(GuardedConnection.of(connection));
            }
            place = place.between();
        }
    }

    /**
     * Carries out a step that runs outside of a transaction.
     *
     * @param begun whether an interrupted run began it, and perhaps finished it
     */
    void executeAlone(Step step, int before, boolean begun) throws SQLException {
        if (step instanceof Step.Run run) {
            ConcurrentIndexes indexes = new ConcurrentIndexes(connection, options.defaultSchema());
            if (begun && indexes.isDone(run.operation())) {
                return;
            }
            for (SqlStatement drop : indexes.leftovers(run.operation())) {
                execute("while removing what an interrupted build left", drop, Duration.ZERO);
            }
        }
        execute(List.of(step), before, Duration.ZERO);
    }

    private void requireNothingToFill(UnfilledBackfill backfill) throws SQLException {
        if (StatementExecution.hasRow(connection, backfill.missing())) {
            throw new SQLException(backfill.refusal());
        }
    }

    private void execute(String what, SqlStatement statement, Duration lockTimeout) throws SQLException {
        place = new Place(what, statement);
        watch.begin(lockTimeout);
        try {
            StatementExecution.execute(connection, statement);
        } finally {
            watch.end();
        }
    }
}
