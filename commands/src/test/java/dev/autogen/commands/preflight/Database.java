package dev.autogen.commands.preflight;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Recorder;
import dev.autogen.migration.Step;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.PendingMigration;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A database with rows, and looks at them before migrations that a test makes up. */
final class Database implements AutoCloseable {
    /** Classes of errors that say that rows are at fault; the last is for NaN, which PostgreSQL does not support. */
    private static final List<String> REFUSALS = List.of("22", "23", "0A");

    private final TestDatabase database = PostgresForTests.freshDatabase();
    private PreflightLimits limits = PreflightLimits.DEFAULT;
    private String role = "";

    Database has(String... sql) throws SQLException {
        database.execute(sql);
        return this;
    }

    /** Looks within these limits from now on. */
    void limit(Duration perProbe, Optional<Duration> inAll, long wholeUpTo) {
        limits = new PreflightLimits(perProbe, inAll, wholeUpTo);
    }

    /** Looks as that role from now on. */
    void as(String newRole) {
        role = newRole;
    }

    /** What a look says before these migrations run one after the other: m1, m2, ... */
    @SafeVarargs
    final PreflightResult look(Consumer<Operations>... migrations) throws SQLException {
        List<PendingMigration> run = new ArrayList<>();
        for (Consumer<Operations> migration : migrations) {
            RevisionInfo revision = RevisionInfo.of("m" + (run.size() + 1));
            run.add(new PendingMigration(
                    revision,
                    Direction.UPGRADE,
                    Recorder.record(migration).stream()
                            .map(step -> new PendingMigration.Located(step, OptionalInt.empty()))
                            .toList()));
        }
        return new Preflight(this::connect, "public", limits).look(run);
    }

    /** What it says, a line each but for the last one, and nothing of the migration but what it does. */
    @SafeVarargs
    final List<String> lines(Consumer<Operations>... migrations) throws SQLException {
        PreflightResult result = look(migrations);
        return Stream.of(result.findings(), result.unproved(), result.notLookedAt())
                .flatMap(List::stream)
                .map(Object::toString)
                .toList();
    }

    /** Whether rows make the migration fail, by running it in a transaction that is rolled back. */
    boolean refuses(Consumer<Operations> migration) throws SQLException {
        PostgresDdl ddl = PostgresDdl.inDefaultSchema("public");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (Operation operation : Step.operations(Recorder.record(migration))) {
                for (SqlStatement sql : ddl.statements(operation)) {
                    statement.execute(sql.sql());
                }
            }
            return false;
        } catch (SQLException e) {
            if (REFUSALS.contains(e.getSQLState().substring(0, 2))) {
                return true;
            }
            throw e;
        }
    }

    Connection connect() throws SQLException {
        Connection connection = database.connect();
        if (!role.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET ROLE " + role);
            }
        }
        return connection;
    }

    List<String> query(String sql) throws SQLException {
        return database.query(sql);
    }

    @Override
    public void close() {
        database.close();
    }
}
