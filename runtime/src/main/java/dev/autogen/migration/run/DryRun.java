package dev.autogen.migration.run;

import dev.autogen.migration.Step;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs a whole plan in a transaction that is rolled back, as far as that can be in one. */
final class DryRun {
    private static final String GUARD = "autogen_dry_run_is_rolled_back";
    private static final String NEW_ENUM_VALUE = "55P04";
    /** What PostgreSQL says where rows were not filled or an index was not built, since that was left out. */
    private static final Set<String> WANTING = Set.of("23502", "23514", "42P01", "42703", "42704");

    private static final String NOTHING_REMAINS = "This was a dry run: it was rolled back, and nothing of it remains.";
    private static final String ENDED =
            "It ended the transaction itself (COMMIT, ROLLBACK) or made all deferred constraints immediate, which a dry"
                    + " run cannot allow. ";
    private static final String PARTS_LEFT_OUT =
            " Parts before it were left out, as told above; it may have failed for want of them.";

    private final Connection connection;
    private final RunOptions options;
    private final boolean withoutJava;
    private final DryRunListener listener;
    private final RunLock lock;
    private final LockWatch watch;
    private final VersionStore store;
    private final PostgresDdl ddl;
    private boolean leftOut;

    DryRun(
            Connection connection,
            RunOptions options,
            boolean withoutJava,
            DryRunListener listener,
            RunLock lock,
            LockWatch watch) {
        this.connection = connection;
        this.options = options;
        this.withoutJava = withoutJava;
        this.listener = listener;
        this.lock = lock;
        this.watch = watch;
        this.store = new VersionStore(connection, options);
        this.ddl = PostgresDdl.inDefaultSchema(options.defaultSchema());
    }

    /**
     * Tries the migrations, in order.
     *
     * @param rows the version rows
     * @param current what they mean: a revision instead of the last one that it replaces
     * @throws MigrationFailedException if one fails
     */
    void run(List<PlannedMigration> planned, Set<String> rows, Set<String> current) throws SQLException {
        connection.setAutoCommit(false);
        try {
            lock.requireHeld("Nothing was tried.");
            TableLocks locks = TableLocks.of(connection, options);
            guard();
            store.prepare();
            store.move(rows, current);
            for (PlannedMigration each : planned) {
                listener.started(each.revision(), each.direction());
                if (!tries(each)) {
                    return;
                }
                listener.finished(locks.taken());
            }
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** A deferred constraint that is violated, so that a COMMIT in a migration takes everything back, too. */
    private void guard() throws SQLException {
        if (StatementExecution.hasRow(
                connection,
                plain("select 1 where has_database_privilege(pg_catalog.current_database(), 'TEMPORARY')"))) {
            StatementExecution.execute(
                    connection,
                    plain("create temporary table autogen_dry_run (one integer constraint " + GUARD
                            + " unique deferrable initially deferred)"));
            StatementExecution.execute(connection, plain("insert into pg_temp.autogen_dry_run values (1), (1)"));
        }
    }

    /** Tries a migration; false where what comes after it cannot be tried. */
    private boolean tries(PlannedMigration migration) throws SQLException {
        StepExecutor executor = new StepExecutor(connection, options, watch, migration.size());
        try {
            Savepoint beginning = connection.setSavepoint();
            Transactions.set(
                    connection,
                    new VersionSql(options),
                    migration.segments().get(0).timeouts());
            int before = 0;
            Set<Integer> finished = migration.finished(store);
            for (int i = 0; i < migration.segments().size(); i++) {
                Segment segment = migration.segments().get(i);
                if (!finished.contains(i)) {
                    tries(segment, before, executor);
                }
                before += segment.steps().size();
            }
            migration.finish(store, Duration.ZERO);
            connection.releaseSavepoint(beginning);
            return true;
        } catch (UnsafeConnectionException | RevisionException e) {
            throw e;
        } catch (SQLException | RuntimeException | Error e) {
            if (e instanceof SQLException sql && NEW_ENUM_VALUE.equals(sql.getSQLState())) {
                listener.leftOut(
                        "all from here on, as it uses a value of an enum type that was added before in the same"
                                + " transaction, which PostgreSQL allows only after the commit");
                return false;
            }
            String ended = String.valueOf(e.getMessage()).contains(GUARD) || isGone(e) ? ENDED : "";
            throw FailureReport.of(
                    migration.revision(),
                    migration.direction(),
                    executor.place(),
                    e,
                    ended + NOTHING_REMAINS + (leftOut ? PARTS_LEFT_OUT : ""),
                    watch.blockers());
        }
    }

    private static boolean isGone(Throwable e) {
        return e instanceof SQLException sql && Transactions.NO_SAVEPOINT.equals(sql.getSQLState());
    }

    private void tries(Segment segment, int before, StepExecutor executor) throws SQLException {
        if (segment.kind() != Segment.Kind.TRANSACTION) {
            leaveOut(StepWords.of(segment)
                    + (segment.kind() == Segment.Kind.BATCH
                            ? ", each of which would be committed"
                            : ", which runs outside of transactions"));
            return;
        }
        for (int i = 0; i < segment.steps().size(); i++) {
            Step step = segment.steps().get(i);
            if (step instanceof Step.Callback && withoutJava) {
                leaveOut("its own Java code, as it was asked to");
            } else {
                tries(step, before + i, executor, MigrationRun.lockTimeout(segment, options));
            }
        }
    }

    private void tries(Step step, int number, StepExecutor executor, Duration lockTimeout) throws SQLException {
        long start = System.nanoTime();
        Optional<Savepoint> beginning =
                leftOut && step instanceof Step.Run ? Optional.of(connection.setSavepoint()) : Optional.empty();
        try {
            executor.execute(List.of(step), number, lockTimeout);
            if (beginning.isPresent()) {
                connection.releaseSavepoint(beginning.get());
            }
        } catch (SQLException e) {
            if (beginning.isEmpty() || !WANTING.contains(e.getSQLState())) {
                throw e;
            }
            connection.rollback(beginning.get());
            leaveOut(words(step) + ", which may need what was left out ("
                    + e.getMessage().lines().findFirst().orElse("") + ")");
            return;
        }
        listener.ran(words(step), Duration.ofNanos(System.nanoTime() - start));
    }

    private void leaveOut(String what) {
        leftOut = true;
        listener.leftOut(what);
    }

    private String words(Step step) {
        if (step instanceof Step.Run run) {
            return ddl.statements(run.operation()).stream()
                    .map(ParameterInlining::text)
                    .collect(Collectors.joining(";\n"));
        }
        return step instanceof Step.Unfilled unfilled
                ? "Nothing: " + unfilled.table() + "." + unfilled.column() + " is null in no row, and a backfill of it"
                        + " is yet to be written"
                : "Java code of its own";
    }

    private static SqlStatement plain(String sql) {
        return new SqlStatement(sql, List.of());
    }
}
