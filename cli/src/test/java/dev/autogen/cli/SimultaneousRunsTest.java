package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two of the same at the same time: one of them wins, and neither breaks what the other does. */
class SimultaneousRunsTest {
    @TempDir
    private Path directory;

    private TestDatabase database;
    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        database = PostgresForTests.freshDatabase();
        project = new SmallProject(directory);
        project.type(SmallProject.THING);
        terminal = Terminal.in(directory).on(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<Terminal.Outcome> atOnce(int runs, String... words) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(runs);
        try {
            Callable<Terminal.Outcome> run = () -> terminal.autogen(words);
            List<Terminal.Outcome> outcomes = new ArrayList<>();
            for (Future<Terminal.Outcome> future : threads.invokeAll(Collections.nCopies(runs, run))) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void the_difference_is_written_once() throws Exception {
        List<Terminal.Outcome> outcomes = atOnce(3, "-m", "first");
        assertThat(outcomes.stream().map(Terminal.Outcome::exit)).containsExactlyInAnyOrder(0, 5, 5);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.exit() == 5)
                .allSatisfy(outcome -> outcome.fails(5, "not at head"));
        assertThat(project.migrations()).hasSize(1);
        terminal.ok("upgrade");
        terminal.ok("check");
    }

    @Test
    void empty_migrations_of_the_same_second_stand_on_each_other() throws Exception {
        List<Terminal.Outcome> outcomes = atOnce(4, "revision", "-m", "same words");
        assertThat(outcomes.stream().map(Terminal.Outcome::exit)).containsOnly(0);
        assertThat(project.migrations()).hasSize(4);
        assertThat(terminal.ok("history").lines()).hasSize(4);
        assertThat(terminal.ok("heads").lines()).hasSize(1);
        terminal.ok("upgrade");
    }

    @Test
    void upgrades_run_each_migration_once() throws Exception {
        project.migration("aa01");
        project.migration("aa02", "aa01");
        assertThat(atOnce(3, "upgrade").stream().map(Terminal.Outcome::exit)).containsOnly(0);
        assertThat(database.query("select revision, action from autogen_history order by id"))
                .containsExactly("aa01|upgrade", "aa02|upgrade");
    }

    @Test
    void first_upgrades_of_a_new_schema_create_it_once() throws Exception {
        project.migration("aa01");
        terminal = terminal.with("DATABASE_SCHEMA", "app");
        assertThat(atOnce(3, "upgrade").stream().map(Terminal.Outcome::exit)).containsOnly(0);
        assertThat(database.query("select revision from app.autogen_version")).containsExactly("aa01");
    }
}
