package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code squash} replaces a line of migrations by one that does the same, there and back. */
class SquashTest {
    private static TestDatabase server;

    @TempDir
    private Path directory;

    private SmallProject project;
    private Terminal terminal;

    @BeforeAll
    static void one_server_for_all_proofs() {
        server = PostgresForTests.freshDatabase();
    }

    @AfterAll
    static void drop() {
        server.close();
    }

    @BeforeEach
    void a_line() {
        project = new SmallProject(directory);
        terminal = Terminal.in(directory).with("AUTOGEN_SCRATCH_URL", server.jdbcUrl());
        project.migration("m1");
        project.migration("m2", "m1");
        step("m3", "m2", "op.addColumn(\"t_m2\", column(\"name\", text()));", "op.dropColumn(\"t_m2\", \"name\");");
        step(
                "m4",
                "m3",
                "op.alterColumn(\"t_m2\", \"name\").notNull();",
                "op.alterColumn(\"t_m2\", \"name\").nullable();");
    }

    private void step(String id, String parent, String upgrade, String downgrade) {
        project.migration(id, List.of(parent), upgrade, downgrade);
    }

    private String squashed() throws IOException {
        String name = project.migrations().stream()
                .filter(file -> file.startsWith("M2"))
                .findFirst()
                .orElseThrow();
        return Files.readString(directory.resolve("src/main/java/migrations").resolve(name));
    }

    private String squashedId() throws IOException {
        return squashed().replaceAll("(?s).*@Revision\\(\\s*id = \"(\\w+)\".*", "$1");
    }

    @Test
    void tables_that_the_range_makes_are_made_at_once_and_databases_at_its_end_are_recognised()
            throws IOException, SQLException {
        project.migration("m5", "m4");
        try (TestDatabase done = PostgresForTests.freshDatabase();
                TestDatabase half = PostgresForTests.freshDatabase();
                TestDatabase fresh = PostgresForTests.freshDatabase()) {
            terminal.on(done).ok("upgrade", "m4");
            terminal.on(half).ok("upgrade", "m3");

            terminal.on(half)
                    .autogen("squash", "m2:m4", "-m", "second table")
                    .fails(
                            5,
                            "The database is in the middle of the range: 2 of its 3 migrations",
                            "autogen upgrade m4");
            Terminal.Outcome outcome = terminal.autogen("squash", "m2:m4", "-m", "second table");

            assertThat(outcome.exit()).as(outcome.err()).isZero();
            assertThat(squashed())
                    .contains("revises = \"m1\"", "replaces = {\"m2\", \"m3\", \"m4\"}")
                    .contains("""
                            op.createTable("t_m2",
                                    column("id", bigint()),
                                    column("name", text()).notNull());
                            """.strip())
                    .contains("op.dropTable(\"t_m2\");");
            String id = squashedId();
            assertThat(outcome.out())
                    .containsPattern(
                            "Proved on scratch databases \\(PostgreSQL \\d+\\): it gives the same schema as the 3"
                                    + " migrations, there and back\\.\nA database at m4 is at " + id
                                    + " from now on\\.");
            assertThat(outcome.err()).contains("The 3 files it replaces are in .autogen/squashed/" + id);
            try (Stream<Path> kept =
                    Files.list(directory.resolve(".autogen/squashed").resolve(id))) {
                assertThat(kept)
                        .extracting(file -> file.getFileName().toString())
                        .containsExactlyInAnyOrder("M_m2.java", "M_m3.java", "M_m4.java");
            }
            assertThat(terminal.ok("history").lines())
                    .extracting(line -> line.replaceAll(".*-> (\\w+).*", "$1"))
                    .containsSubsequence("m5", id, "m1");

            assertThat(terminal.on(done).ok("current")).startsWith(id + " (current)");
            assertThat(terminal.on(done).ok("upgrade", "head")).contains("Ran 1 migration; the database is at m5");
            assertThat(terminal.on(done).ok("downgrade", "m1")).contains("Ran 2 migrations; the database is at m1");
            terminal.on(done).ok("upgrade", "head");

            terminal.on(half)
                    .autogen("upgrade", "head")
                    .fails(5, "The database is at revision m3, in the middle of what " + id, "autogen upgrade m4");
            terminal.on(half).autogen("current").fails(5, "The database is at revision m3, in the middle of");

            terminal.on(fresh).ok("upgrade", "head");
            assertThat(columns(fresh)).isEqualTo(columns(done)).contains("t_m2.name");
        }
    }

    @Test
    void what_touches_tables_that_were_there_is_kept_step_by_step_so_that_their_rows_fare_the_same()
            throws IOException, SQLException {
        step(
                "m5",
                "m4",
                "op.renameColumn(\"t_m2\", \"name\", \"title\");",
                "op.renameColumn(\"t_m2\", \"title\", \"name\");");
        step("m6", "m5", "op.execute(\"update t_m2 set title = upper(title)\");", "");
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            terminal.on(database).ok("upgrade", "m4");
            execute(database, "insert into t_m2 values (1, 'a')");

            Terminal.Outcome outcome = terminal.autogen("squash", "m5:head", "-m", "titles");

            assertThat(outcome.exit()).as(outcome.err()).isZero();
            assertThat(outcome.err()).contains("The SQL that m6 executes was taken over as it is: see");
            assertThat(outcome.out()).contains(" migrations, there and back. Made-up rows fare the same.\n");
            assertThat(squashed()).contains("""
                            op.renameColumn("t_m2", "name", "title");
                                op.execute("update t_m2 set title = upper(title)");
                            """.strip());
            terminal.on(database).ok("upgrade", "head");
            execute(database, "select 1 / count(*) from t_m2 where title = 'A'");
        }
    }

    @Test
    void a_range_that_cannot_be_undone_says_so_in_the_one() throws IOException {
        step(
                "m5",
                "m4",
                "op.dropColumn(\"t_m1\", \"id\");",
                "throw new IrreversibleMigrationException(\"the ids are gone\");");

        assertThat(terminal.ok("squash", "m4:m5", "-m", "no ids")).contains("migrations; it cannot be undone.");
        assertThat(squashed()).contains("throw new IrreversibleMigrationException(");
    }

    @Test
    void what_one_transaction_cannot_do_is_disproved_and_nothing_changes() {
        step("m5", "m4", "op.createEnum(\"mood\", \"sad\");", "op.dropEnum(\"mood\");");
        step("m6", "m5", "op.addEnumValue(\"mood\", \"glad\");", "");
        step("m7", "m6", "op.execute(\"create table felt as select 'glad'::mood\");", "op.dropTable(\"felt\");");

        terminal.autogen("squash", "m6:m7", "-m", "moods")
                .fails(
                        1,
                        "One migration would not do the same as the 2 of the range",
                        "unsafe use of new value",
                        "Nothing was changed.");
        assertThat(project.migrations()).hasSize(7);
    }

    @Test
    void a_history_that_the_scratch_server_cannot_run_leaves_no_database_behind() throws SQLException {
        step("m5", "m4", "op.execute(\"select 1 / 0\");", "");

        terminal.autogen("squash", "m4:m5", "-m", "nothing")
                .fails(1, "Nothing can be proved here, for the scratch server cannot run the history", "m5");

        assertThat(server.query("select datname from pg_database where datname like 'autogen_proof%'"))
                .isEmpty();
    }

    @Test
    void a_range_that_something_else_relies_on_or_that_is_no_line_is_refused() {
        terminal.autogen("squash", "m3", "-m", "x").fails(5, "'m3' is not a range. Write FIRST:LAST");
        terminal.autogen("squash", "m3:m3", "-m", "x").fails(5, "There is nothing to squash");
        terminal.autogen("squash", "m4:m2", "-m", "x").fails(5, "m4:m2");
        step("data", "m4", "op.withConnection(connection -> {});", "");
        terminal.autogen("squash", "m4:data", "-m", "x")
                .fails(5, "Revision data (M_data.java) does what another file cannot take over", "Java code");
        project.migration("side", "m2");
        terminal.autogen("squash", "m1:m4", "-m", "x")
                .fails(5, "Revision side stands on m2, in the middle of the range", "End the range at m2");
        project.migration("joined", List.of("side", "m4"), "", "");
        terminal.autogen("squash", "m4:joined", "-m", "x").fails(5, "is not a line");
        assertThat(project.migrations()).hasSize(7);
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String columns(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select string_agg(concat_ws(' ', table_name || '.' || column_name, is_nullable), ', '"
                                + " order by table_name, column_name) from information_schema.columns"
                                + " where table_schema = 'public'")) {
            row.next();
            return row.getString(1);
        }
    }
}
