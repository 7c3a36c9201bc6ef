package dev.autogen.migration.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.migration.ConnectionWork;
import dev.autogen.migration.InvalidMigrationException;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.Operations;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.migration.Timeouts;
import dev.autogen.migration.revision.RevisionInfo;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.jdbc.PgConnection;

/** What people write into migrations by hand: their own SQL and Java, and where the transactions end. */
class HandWrittenTest {
    private static TestDatabase database;

    @BeforeAll
    static void createDatabase() {
        database = PostgresForTests.freshDatabase();
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void clear() throws SQLException {
        database.execute("drop table if exists log, autogen_version, autogen_history, autogen_progress");
    }

    @Test
    void no_way_leads_from_the_connection_to_the_end_of_its_transaction() throws SQLException {
        Map<String, ConnectionWork> ways = Map.of(
                "commit", Connection::commit,
                "rollback", Connection::rollback,
                "close", Connection::close,
                "abort", connection -> connection.abort(Runnable::run),
                "setAutoCommit", connection -> connection.setAutoCommit(true));
        for (Map.Entry<String, ConnectionWork> way : ways.entrySet()) {
            for (ConnectionWork detour : detours(way.getValue())) {
                assertThatThrownBy(() -> upgrade(op -> op.withConnection(detour)))
                        .as(way.getKey())
                        .isInstanceOf(MigrationFailedException.class)
                        .hasMessageContaining("a migration must not call Connection." + way.getKey()
                                + "(): the runner commits it together with its version");
            }
        }
        assertThat(migrator(op -> {}).status().current()).isEmpty();
    }

    @Test
    void no_statement_of_a_connection_ends_its_transaction() throws SQLException {
        List<ConnectionWork> ways = List.of(
                connection -> connection.createStatement().execute("select 1; commit"),
                connection -> connection.createStatement().addBatch("commit"),
                connection -> connection.prepareStatement("commit").execute(),
                connection -> connection.unwrap(BaseConnection.class).execSQLUpdate("commit"));
        for (ConnectionWork way : ways) {
            assertThatThrownBy(() -> upgrade(op -> op.withConnection(way)))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining(
                            "a migration must not send COMMIT: the runner commits it together with its version")
                    .hasMessageContaining("rolled back whole");
        }
        upgrade(op -> op.autocommit(() -> op.withConnection(
                connection -> connection.createStatement().execute("begin; create table own (id int); commit"))));
    }

    /** The same with connections that something else leads back to. */
    private static List<ConnectionWork> detours(ConnectionWork work) {
        return List.of(
                work,
                connection -> work.run(connection.createStatement().getConnection()),
                connection -> work.run(connection.prepareStatement("select 1").getConnection()),
                connection -> work.run(connection.getMetaData().getConnection()),
                connection -> work.run(
                        connection.getMetaData().getSchemas().getStatement().getConnection()),
                connection -> {
                    try (Statement statement = connection.createStatement();
                            ResultSet rows = statement.executeQuery("select 1")) {
                        work.run(rows.getStatement().getConnection());
                    }
                },
                connection -> work.run(connection.unwrap(Connection.class)),
                connection -> work.run(connection.unwrap(BaseConnection.class)));
    }

    @Test
    void what_the_driver_offers_beyond_jdbc_is_reached_by_its_interfaces() throws SQLException {
        upgrade(op -> {
            op.execute("create table log (n int)");
            op.withConnection(connection -> {
                PGConnection driver = connection.unwrap(PGConnection.class);
                try {
                    driver.getCopyAPI().copyIn("copy log from stdin", new StringReader("1\n2\n"));
                } catch (IOException e) {
                    throw new SQLException(e);
                }
                assertThat(connection.isWrapperFor(PgConnection.class)).isFalse();
                assertThat(connection.equals(connection)).isTrue();
                assertThatThrownBy(() -> connection.unwrap(PgConnection.class))
                        .hasMessageContaining("a migration cannot unwrap the class org.postgresql.jdbc.PgConnection");
            });
        });
        assertThat(database.query("select sum(n) from log")).containsExactly("3");
    }

    @Test
    void savepoints_are_at_hand() throws SQLException {
        upgrade(op -> op.withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table log (n int)");
                Savepoint before = connection.setSavepoint();
                statement.execute("insert into log values (1)");
                connection.rollback(before);
                statement.execute("insert into log values (2)");
            }
        }));
        assertThat(database.query("select n from log")).containsExactly("2");
    }

    @Test
    void a_file_beside_the_migration_is_part_of_it() throws SQLException {
        upgrade(op -> op.sqlFile("two_statements.sql"));
        assertThat(database.query("select t from log")).containsExactly("é { ? }");
        assertThat(Checksum.of(RecordedMigration.of(new Up(op -> op.sqlFile("two_statements.sql")))))
                .isNotEqualTo(Checksum.of(RecordedMigration.of(new Up(op -> op.sqlFile("/documented/countries.sql")))));
    }

    @Test
    void a_file_that_is_not_there_or_not_readable_is_told_before_anything_runs() {
        assertThatThrownBy(() -> upgrade(op -> op.sqlFile("fill.sql")))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining(
                        "cannot say what it does: sqlFile(\"fill.sql\"): there is no such file in the package"
                                + " dev.autogen.migration.run of Up; put it beside the migration, or into the same package of"
                                + " src/main/resources");
        assertThatThrownBy(() -> upgrade(op -> op.sqlFile("latin.sql")))
                .hasMessageContaining("sqlFile(\"latin.sql\"): the file is not in UTF-8");
    }

    @Test
    void what_cannot_run_in_a_transaction_runs_in_its_place_outside_of_one() throws SQLException {
        upgrade(op -> {
            op.execute("create table log as select txid_current() as tx");
            op.autocommit(() -> {
                op.execute("vacuum log");
                op.createIndex("ix_log", "log", "tx");
            });
            op.execute("insert into log values (txid_current())");
            op.newTransaction();
            op.execute("insert into log values (txid_current())");
            op.execute("insert into log values (txid_current())");
        });
        assertThat(database.query("select count(*), count(distinct tx) from log"))
                .containsExactly("4|3");
    }

    @Test
    void a_segment_says_how_it_runs_and_within_which_limits() {
        List<Segment> segments = Segment.of(RecordedMigration.of(new Up(op -> {
                    op.newTransaction();
                    op.execute("one");
                    op.createIndex("ix", "t", "c").concurrently();
                    op.autocommit(() -> {
                        op.execute("two");
                        op.execute("three");
                    });
                    op.batch("t", "id").set("a", "1");
                    op.statementTimeout(Duration.ofMinutes(1));
                    op.execute("four");
                    op.newTransaction();
                    op.execute("five");
                    op.lockTimeout(Duration.ZERO);
                }))
                .upgrade());
        assertThat(segments)
                .extracting(segment -> segment.kind() + " " + segment.steps().size())
                .containsExactly(
                        "TRANSACTION 1",
                        "AUTOCOMMIT 1",
                        "AUTOCOMMIT 1",
                        "AUTOCOMMIT 1",
                        "BATCH 1",
                        "TRANSACTION 1",
                        "TRANSACTION 1");
        assertThat(segments)
                .extracting(Segment::timeouts)
                .containsOnly(new Timeouts(Duration.ZERO, Duration.ofMinutes(1)));
    }

    @Test
    void a_migration_limits_the_time_of_its_own_statements() throws SQLException {
        String limits = "select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as run";
        upgrade(op -> {
            op.lockTimeout(Duration.ofMillis(1500));
            op.statementTimeout(Duration.ofMinutes(2));
            op.execute("create table log as " + limits);
            op.newTransaction();
            op.execute("insert into log " + limits);
        });
        assertThat(database.query("select * from log")).containsExactly("1500ms|2min", "1500ms|2min");
        migrator(op -> {}).stamp(List.of("base"), true);
        assertThatThrownBy(() -> upgrade(op -> {
                    op.statementTimeout(Duration.ofMillis(20));
                    op.execute("select pg_sleep(5)");
                }))
                .hasMessageContaining("canceling statement due to statement timeout");
    }

    @Test
    void limits_are_no_edit_of_what_was_applied() {
        RecordedMigration before = RecordedMigration.of(new Up(op -> op.execute("one")));
        RecordedMigration after = RecordedMigration.of(new Up(op -> {
            op.lockTimeout(Duration.ofSeconds(1));
            op.execute("one");
        }));
        RecordedMigration cut = RecordedMigration.of(new Up(op -> op.autocommit(() -> op.execute("one"))));
        assertThat(Checksum.of(after)).isEqualTo(Checksum.of(before));
        assertThat(Checksum.of(cut)).isNotEqualTo(Checksum.of(before));
        assertThat(Step.operations(cut.upgrade())).isEqualTo(Step.operations(before.upgrade()));
    }

    @Test
    void a_backfill_fills_what_is_empty_and_nothing_else() throws SQLException {
        database.execute("create table log (id int primary key, t text); insert into log values (1, 'a'), (2, null)");
        upgrade(op -> op.backfill("log", "t", "'filled'"));
        assertThat(database.query("select t from log order by id")).containsExactly("a", "filled");
        database.execute("drop table autogen_version; insert into log values (3, null), (4, null)");
        upgrade(op -> op.backfill("log", "t", "'in batches'").inBatches("id").size(1));
        assertThat(database.query("select t from log order by id"))
                .containsExactly("a", "filled", "in batches", "in batches");
    }

    @Test
    void mistakes_are_named_where_they_are_made() {
        Map<String, Consumer<Operations>> mistakes = Map.of(
                "autocommit: there is nothing in it",
                op -> op.autocommit(() -> {}),
                "newTransaction: cannot stand within autocommit, where there is no transaction; write it before or after",
                op -> op.autocommit(op::newTransaction),
                "autocommit: cannot stand within autocommit, where there is no transaction; write it before or after",
                op -> op.autocommit(() -> op.autocommit(() -> op.execute("vacuum"))),
                "batch(\"t\"): cannot stand within autocommit, where there is no transaction; write it before or after",
                op -> op.autocommit(() -> op.batch("t", "id").set("a", "1")),
                "batch(\"t\"): does not say what becomes of the rows; add .set(column, sql)",
                op -> op.batch("t", "id"),
                "batch(\"t\"): needs at least one column of the key",
                op -> op.batch("t"),
                "batch(\"t\").untilNoneLeft: needs .where(...), which is true of what is left to do",
                op -> op.batch("t", "id").set("a", "1").untilNoneLeft(),
                "batch(\"t\").execute: begins with WITH, before which the batch cannot be put; write a subquery instead",
                op -> op.batch("t", "id").execute("with x as (select 1) select * from batch"),
                "batch(\"t\").size: 0 rows are no batch",
                op -> op.batch("t", "id").set("a", "1").size(0),
                "lockTimeout: the limit is negative",
                op -> op.lockTimeout(Duration.ofSeconds(-1)));
        mistakes.forEach((message, mistake) -> assertThatThrownBy(() -> RecordedMigration.of(new Up(mistake)))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessage(message));
    }

    private static void upgrade(Consumer<Operations> upgrade) throws SQLException {
        migrator(upgrade).upgrade("head");
    }

    private static Migrator migrator(Consumer<Operations> upgrade) {
        return Migrator.forConnections(database::connect)
                .migrations(List.of(new LoadedMigration(RevisionInfo.of("a1"), new Up(upgrade))));
    }

    private record Up(Consumer<Operations> operations) implements Migration {
        @Override
        public void upgrade(Operations op) {
            operations.accept(op);
        }
    }
}
