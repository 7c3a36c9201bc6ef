package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that cannot be reached, refuses the login, or gives the role too few rights: exit code 3. */
class BadDatabaseTest {
    private static final String PASSWORD = "s3cr3t%2Fword";
    private static final String DECODED = "s3cr3t/word";

    @TempDir
    private Path directory;

    private TestDatabase database;
    private SmallProject project;
    private Terminal terminal;
    private String role;

    @BeforeEach
    void prepare() throws SQLException {
        database = PostgresForTests.freshDatabase();
        role = "role_of_" + database.name();
        database.execute("create role " + role + " login password '" + DECODED + "'");
        project = new SmallProject(directory);
        project.type(SmallProject.THING);
        project.migration("aa01");
        terminal = Terminal.in(directory);
    }

    @AfterEach
    void close() throws SQLException {
        database.execute("drop owned by " + role, "drop role " + role);
        database.close();
    }

    private String authority() {
        URI uri = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        return uri.getHost() + ":" + uri.getPort();
    }

    /** The database's URL in either spelling, for the role of this test. */
    private String url(String scheme, String password) {
        return scheme.startsWith("jdbc:")
                ? scheme + "//" + authority() + "/" + database.name() + "?user=" + role + "&password=" + password
                : scheme + "//" + role + ":" + password + "@" + authority() + "/" + database.name();
    }

    private static void assertNoPassword(Terminal.Outcome outcome) {
        assertThat(outcome.err() + outcome.out())
                .doesNotContain(PASSWORD)
                .doesNotContain(DECODED)
                .doesNotContain("wr0ng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql:", "postgres:", "postgresql:"})
    void the_first_line_names_the_database_and_what_chose_it_and_no_password(String scheme) {
        Terminal.Outcome outcome = terminal.autogen("current", "--url", url(scheme, PASSWORD));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .startsWith("Database: postgresql://" + role + "@" + authority() + "/" + database.name()
                        + " (option --url)\n");
        assertNoPassword(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql:", "postgres:"})
    void a_wrong_password_is_refused_and_never_shown(String scheme) {
        for (String command : new String[] {"current", "check", "upgrade"}) {
            Terminal.Outcome outcome =
                    terminal.with("DATABASE_URL", url(scheme, "wr0ng")).autogen(command, "--verbose");
            assertThat(outcome.exit()).isEqualTo(3);
            assertThat(outcome.message())
                    .startsWith("The database refuses the login: password authentication failed for user \"" + role
                            + "\". Check user and password");
            assertThat(outcome.err()).contains("\tat ");
            assertNoPassword(outcome);
        }
    }

    @Test
    void without_a_password_it_says_where_one_is_looked_for() {
        terminal.autogen("current", "--url", "postgres://" + role + "@" + authority() + "/" + database.name())
                .fails(3, "password", "PGPASSWORD", "~/.pgpass", "--password-file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-m", "check", "diff", "upgrade", "current", "init"})
    void a_server_that_does_not_answer(String command) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Terminal unreachable =
                terminal.with("DATABASE_URL", "postgres://me:" + PASSWORD + "@127.0.0.1:" + port + "/shop");
        Terminal.Outcome outcome = command.equals("-m") ? unreachable.autogen("-m", "x") : unreachable.autogen(command);
        outcome.fails(3, "The database cannot be reached: ", "127.0.0.1:" + port, "Check host and port");
        assertNoPassword(outcome);
        assertThat(project.migrations()).containsExactly("M_aa01.java");
        assertThat(directory.resolve("autogen.properties")).doesNotExist();
    }

    @Test
    void a_server_that_is_none() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            Thread answering = new Thread(() -> {
                try {
                    silent.accept().close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            answering.start();
            terminal.autogen("current", "--url", "postgres://me@127.0.0.1:" + silent.getLocalPort() + "/shop")
                    .fails(3, "The database cannot be reached: ", "Check host and port");
        }
    }

    @Test
    void a_host_that_nobody_knows() {
        terminal.autogen("current", "--url", "postgres://me@no-such-host.invalid/shop")
                .fails(3, "The database cannot be reached: ", "no-such-host.invalid");
    }

    @Test
    void a_database_that_does_not_exist() {
        String url = "postgres://" + role + ":" + PASSWORD + "@" + authority() + "/nowhere";
        Terminal.Outcome outcome = terminal.autogen("check", "--url", url);
        outcome.fails(3, "database \"nowhere\" does not exist", "Create it, or correct the name in the URL");
        assertNoPassword(outcome);
    }

    @Test
    void a_role_that_may_not_connect() throws SQLException {
        database.execute("revoke connect on database \"" + database.name() + "\" from public");
        terminal.autogen("current", "--url", url("postgres:", PASSWORD))
                .fails(3, database.name(), role, "GRANT CONNECT ON DATABASE");
    }

    @Test
    void a_role_that_may_not_create_in_the_schema() throws SQLException {
        database.execute("revoke create on schema public from public");
        terminal.autogen("upgrade", "--url", url("postgres:", PASSWORD))
                .fails(3, "role " + role, "schema public", "GRANT CREATE ON SCHEMA public TO " + role);
        assertThat(database.query("select relname from pg_class where relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    @Test
    void a_role_that_may_not_even_look_into_the_schema() throws SQLException {
        database.execute("create schema app", "create table app.autogen_version (revision text)");
        terminal.autogen("current", "--schema", "app", "--url", url("postgres:", PASSWORD))
                .fails(3, "role " + role, "schema app", "GRANT USAGE ON SCHEMA app TO " + role);
    }

    @Test
    void a_role_that_may_not_create_the_schema_it_is_to_work_in() {
        terminal.autogen("upgrade", "--schema", "app", "--url", url("postgres:", PASSWORD))
                .fails(3, "role " + role, "GRANT CREATE ON DATABASE");
    }

    @Test
    void a_role_that_may_not_read_the_version_table() throws SQLException {
        database.execute("create table autogen_version (revision text)");
        terminal.autogen("current", "--url", url("postgres:", PASSWORD))
                .fails(3, "role " + role, "autogen_version", "GRANT SELECT ON");
    }

    @Test
    void a_role_that_may_only_read_what_is_autogens_own() throws SQLException {
        terminal.on(database).ok("upgrade");
        database.execute(
                "revoke create on schema public from public",
                "grant select on autogen_version, autogen_history, autogen_progress to " + role);
        terminal.autogen("stamp", "base", "--url", url("postgres:", PASSWORD))
                .fails(
                        3,
                        "GRANT INSERT ON public.autogen_version TO " + role,
                        "GRANT UPDATE ON public.autogen_progress TO " + role);
    }

    @Test
    void a_role_that_does_not_own_what_a_migration_changes_is_a_migration_that_failed() throws SQLException {
        database.execute("create table thing (id bigint)", "grant create on schema public to " + role);
        project.migration("aa02", List.of("aa01"), "op.dropTable(\"thing\");", "");
        terminal.autogen("upgrade", "--url", url("postgres:", PASSWORD))
                .fails(4, "aa02", "DROP TABLE public.thing", "must be owner of table thing", "rolled back");
        assertThat(database.query("select * from autogen_version")).containsExactly("aa01");
    }

    @Test
    void a_read_only_role_can_check() throws SQLException {
        database.execute(
                "revoke temporary on database \"" + database.name() + "\" from public",
                "alter role " + role + " set default_transaction_read_only = on",
                "create table thing (id bigint primary key, name varchar(255), age int check (age >= 0))");
        project.type("""
                @Entity
                @Check(name = "thing_age_check", constraints = "age>=0")
                public class Thing {
                    @Id Long id;
                    String name;
                    Integer age;
                }
                """);
        Terminal.Outcome outcome = terminal.autogen("check", "--url", url("postgres:", PASSWORD));
        assertThat(outcome.exit()).as(outcome.err() + outcome.out()).isZero();
        assertThat(outcome.out()).isEqualTo("Entities and database agree.\n");
        assertThat(outcome.err()).contains("embedded PostgreSQL judged the texts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://me:s3cr3t%2Fword@localhost/shop",
                "jdbc:h2:mem:shop;PASSWORD=s3cr3t%2Fword",
                "mysql://me:s3cr3t%2Fword@localhost/shop"
            })
    void a_url_of_another_database_is_no_reason_to_start_an_embedded_one(String url) {
        project.write("pom.xml", "<project/>");
        Terminal.Outcome outcome = terminal.with("DATABASE_URL", url).autogen("-m", "x");
        outcome.fails(2, "(DATABASE_URL)", "is not PostgreSQL's", "jdbc:postgresql://host/database");
        assertNoPassword(outcome);
        assertThat(directory.resolve(".autogen").resolve("pg-17")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost/shop",
                "postgres://me:s3cr3t%2Fword@localhost:port/shop",
                "jdbc:postgresql://localhost:99999/shop?password=s3cr3t%2Fword",
                "postgres://me:s3cr3t/word@localhost/shop",
                "postgres://me:%zz@localhost/shop",
                "://",
                "postgres"
            })
    void a_garbled_url(String url) {
        Terminal.Outcome outcome = terminal.autogen("current", "--url", url, "--verbose");
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.message()).contains("--url");
        assertNoPassword(outcome);
    }

    @Test
    void a_placeholder_that_stands_for_nothing() {
        project.write("src/main/resources/application.yml", """
                spring:
                  datasource:
                    url: jdbc:postgresql://${DB_HOST}/shop
                    password: s3cr3t%2Fword
                """);
        Terminal.Outcome outcome = terminal.autogen("current");
        outcome.fails(2, "In src/main/resources/application.yml:3, spring.datasource.url needs ${DB_HOST}");
        assertNoPassword(outcome);
    }

    @Test
    void a_build_server_without_a_database() {
        project.write("pom.xml", "<project/>");
        terminal.with("CI", "true")
                .autogen("check")
                .fails(2, "No database is configured", "CI is set", "--url or DATABASE_URL");
    }
}
