package dev.autogen.migration.run;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Elements.todo;
import static dev.autogen.migration.Types.text;
import static dev.autogen.migration.run.Migrations.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.Psql;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.Operations;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Recorder;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Backfills that nobody has said the expression of. */
class OpenBackfillTest {
    private static final LoadedMigration OPEN =
            migration(RevisionInfo.of("a1"), OpenBackfillTest::open, op -> op.dropColumn("t", "c"));

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
    void createTable() throws SQLException {
        database.execute("drop table if exists t, autogen_version, autogen_history, autogen_progress cascade");
        database.execute("create table t (id bigint primary key)");
    }

    private static void open(Operations op) {
        op.addColumn("t", column("c", text()));
        op.backfill("t", "c", todo("what?")).inBatches("id");
        op.alterColumn("t", "c").notNull();
    }

    @Test
    void a_table_without_rows_has_nothing_to_fill() throws SQLException {
        migrator(OPEN).upgrade();
        assertThat(migrator(OPEN).status().current()).containsExactly("a1");
    }

    @Test
    void rows_without_a_value_are_refused_and_nothing_remains() throws SQLException {
        database.execute("insert into t values (1)");
        assertThatThrownBy(() -> migrator(OPEN).upgrade())
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("a1")
                .hasMessageContaining("t holds rows in which c is null, and the migration does not say what they get.")
                .hasMessageContaining("takes the place of todo(\"what?\")");
        assertThat(database.query("select column_name from information_schema.columns where table_name = 't'"))
                .containsExactly("id");
    }

    @Test
    void a_script_refuses_rows_likewise_and_says_so_before() throws SQLException {
        MigrationScript script = migrator(OPEN).script(new ScriptRange(":a1"), Direction.UPGRADE, ScriptOptions.PLAIN);
        assertThat(script.notices()).singleElement().asString().contains("does not say yet what t.c holds");
        database.execute("insert into t values (1)");
        assertThatThrownBy(() -> Psql.run(script.text(), database))
                .hasMessageContaining("t holds rows in which c is null");
        database.execute("drop table t, autogen_version, autogen_history, autogen_progress");
        createTable();
        Psql.run(script.text(), database);
        assertThat(database.query("select * from autogen_version")).containsExactly("a1");
    }

    @Test
    void filled_for_a_trial_it_runs_on_rows() throws SQLException {
        database.execute("insert into t values (1)");
        migrator(new LoadedMigration(OPEN.info(), Recorder.filled(OPEN.migration(), open -> "'x'")))
                .upgrade();
        assertThat(database.query("select * from t")).containsExactly("1|x");
    }

    @Test
    void it_counts_in_the_checksum() {
        LoadedMigration without = migration(
                RevisionInfo.of("a1"),
                op -> {
                    op.addColumn("t", column("c", text()));
                    op.alterColumn("t", "c").notNull();
                },
                op -> op.dropColumn("t", "c"));
        assertThat(checksum(OPEN)).isNotEqualTo(checksum(without));
    }

    private static String checksum(LoadedMigration migration) {
        return Checksum.of(RecordedMigration.of(migration.migration()));
    }

    private static Migrator migrator(LoadedMigration migration) {
        return Migrator.forConnections(database::connect).migrations(List.of(migration));
    }
}
