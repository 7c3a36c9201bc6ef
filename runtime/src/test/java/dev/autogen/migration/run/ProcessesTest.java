package dev.autogen.migration.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.scratch.EmbeddedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runners that are processes of their own, and a server that stops. */
@Timeout(240)
class ProcessesTest {
    private static final String DATABASE = "faults";

    @TempDir
    private Path directory;

    @Test
    void ten_processes_that_start_together_run_every_migration_once() throws Exception {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                processes.add(RunnerProcess.start(database.jdbcUrl(), "1"));
            }
            List<String> outputs = new ArrayList<>();
            for (Process process : processes) {
                String output = new String(process.getInputStream().readAllBytes(), UTF_8);
                assertThat(process.waitFor()).as(output).isZero();
                outputs.add(output);
            }
            assertThat(database.query("select action, revision from autogen_history order by id"))
                    .containsExactly("upgrade|a1", "upgrade|b1", "upgrade|c1");
            assertThat(database.query("select n from numbers order by n")).containsExactly("1", "2", "3", "4");
            assertThat(outputs)
                    .filteredOn(output -> !output.contains("started a1"))
                    .hasSize(9)
                    .anySatisfy(output -> assertThat(output).contains("waiting for process "));
        }
    }

    @Test
    void a_process_that_is_killed_lets_go_of_the_lock_and_the_next_one_finishes() throws Exception {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            Process killed = RunnerProcess.start(database.jdbcUrl(), "100");
            RunnerProcess.await(killed, "started c1");
            killed.destroyForcibly().waitFor();
            Migrator next = Migrator.forConnections(database::connect)
                    .migrations(RunnerProcess.history("0"))
                    .options(RunOptions.inSchema("public").withPatience(Duration.ofSeconds(60)));
            assertThat(next.upgrade("head"))
                    .extracting(RevisionInfo::id)
                    .as("the server noticed within seconds that its client was gone")
                    .containsExactly("c1");
            assertThat(database.query("select n from numbers order by n")).containsExactly("1", "2", "3", "4");
        }
    }

    @Test
    void a_process_that_is_killed_while_it_builds_an_index_leaves_what_the_next_one_finishes() throws Exception {
        String building = "select 1 from pg_stat_activity where datname = current_database()"
                + " and query like 'CREATE INDEX CONCURRENTLY%' and state = 'active'";
        try (TestDatabase database = PostgresForTests.freshDatabase();
                Connection older = database.connect()) {
            // The build waits for whoever has an older picture of the database.
            older.setAutoCommit(false);
            older.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            older.createStatement().execute("select count(*) from pg_class");
            Process killed = RunnerProcess.start(database.jdbcUrl(), "0");
            await(() ->
                    !database.query(building + " and wait_event_type = 'Lock'").isEmpty());
            killed.destroyForcibly().waitFor();
            await(() -> database.query(building).isEmpty());
            older.rollback();
            assertThat(database.query("select indisvalid from pg_index where indexrelid = 'ix_numbers_n'::regclass"))
                    .containsExactly("f");

            Migrator next = Migrator.forConnections(database::connect)
                    .migrations(RunnerProcess.history("0"))
                    .options(RunOptions.inSchema("public").withPatience(Duration.ofSeconds(60)));
            assertThat(next.upgrade("head")).extracting(RevisionInfo::id).containsExactly("b1", "c1");
            assertThat(database.query("select indisvalid from pg_index where indexrelid = 'ix_numbers_n'::regclass"))
                    .containsExactly("t");
            assertThat(database.query("select n from numbers order by n")).containsExactly("1", "2", "3", "4");
        }
    }

    @Test
    void a_process_that_is_killed_within_a_batch_has_none_done_twice_by_the_next_one() throws Exception {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            Process killed = RunnerProcess.startBatches(database.jdbcUrl(), "0.4");
            RunnerProcess.await(killed, "rows 30");
            await(() -> !database.query("select 1 from pg_stat_activity where datname = current_database()"
                            + " and state = 'active' and wait_event = 'PgSleep'")
                    .isEmpty());
            killed.destroyForcibly().waitFor();
            assertThat(database.query("select count(*) > 20 from numbers where times = 0"))
                    .as("killed before its end")
                    .containsExactly("t");

            Migrator next = Migrator.forConnections(database::connect)
                    .migrations(RunnerProcess.batches("0"))
                    .options(RunOptions.inSchema("public").withPatience(Duration.ofSeconds(60)));
            assertThatThrownBy(() -> next.upgrade("head"))
                    .isInstanceOf(RevisionException.class)
                    .hasMessageContaining("was interrupted half-way and edited since");
            Migrator same = Migrator.forConnections(database::connect)
                    .migrations(RunnerProcess.batches("0.4"))
                    .options(RunOptions.inSchema("public").withPatience(Duration.ofSeconds(60)));
            assertThat(same.upgrade("head")).extracting(RevisionInfo::id).containsExactly("a1");
            assertThat(database.query("select distinct times from numbers")).containsExactly("1");
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 600; i++) {
            if (condition.call()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not so within half a minute");
    }

    @Test
    void a_server_that_stops_is_told_and_gone_on_with_when_it_is_back() throws Exception {
        EmbeddedServer server = start();
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        try {
            server.createDatabase(DATABASE);
            RunListener stopping = new RunListener() {
                @Override
                public void started(RevisionInfo revision, Direction direction) {
                    if (revision.id().equals("c1")) {
                        stopped.completeAsync(() -> {
                            server.close();
                            return null;
                        });
                    }
                }
            };
            assertThatThrownBy(() -> Migrator.forConnections(() -> server.connect(DATABASE))
                            .migrations(RunnerProcess.history("100"))
                            .listener(stopping)
                            .upgrade("head"))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("Upgrade to c1")
                    .hasMessageContaining("The connection is lost, and the server rolls back what was not committed.");
        } finally {
            stopped.get(60, TimeUnit.SECONDS);
        }
        try (EmbeddedServer back = start()) {
            assertThat(Migrator.forConnections(() -> back.connect(DATABASE))
                            .migrations(RunnerProcess.history("0"))
                            .upgrade("head"))
                    .extracting(RevisionInfo::id)
                    .containsExactly("c1");
        }
    }

    private EmbeddedServer start() {
        return EmbeddedServer.start(directory.resolve("pg"), EmbeddedServer.DEFAULT_PATIENCE, line -> {});
    }
}
