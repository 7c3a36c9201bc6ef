package dev.autogen.cli;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.DatabaseListing;
import dev.autogen.fixtures.Dumps;
import dev.autogen.fixtures.HibernateExport;
import dev.autogen.fixtures.ListingOptions;
import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.ShopProject;
import dev.autogen.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of SQL in the place of a database: what pg_dump writes, and what people write. */
class SqlFileTest {
    @TempDir
    private Path directory;

    @Test
    void a_dump_and_the_file_it_came_from_agree_both_ways() throws IOException {
        Dumps.copy("zoo.sql", directory);
        Dumps.copy("zoo.dump.sql", directory);
        Set<Long> running = postgresProcesses();
        Terminal.Outcome diff = Terminal.in(directory)
                .autogen(
                        "diff",
                        "--from",
                        "file:zoo.sql",
                        "--to",
                        "file:zoo.dump.sql",
                        "--schema",
                        "public,audit",
                        "--strict");
        assertThat(withoutVersion(diff)).isEqualTo("""
                file:zoo.sql and file:zoo.dump.sql agree.
                Databases: from file:zoo.sql (option --from) to file:zoo.dump.sql (option --to)
                file:zoo.sql is read by the embedded PostgreSQL VERSION
                file:zoo.dump.sql is read by the embedded PostgreSQL VERSION
                """);
        assertThat(postgresProcesses()).isSubsetOf(running);
    }

    @Test
    void a_database_restored_from_the_dump_of_hibernates_export_is_what_the_entities_say()
            throws IOException, SQLException {
        Path shop = ShopProject.copyTo(directory.resolve("shop")).directory();
        Dumps.copy("shop.dump.sql", shop);
        Terminal terminal = Terminal.in(shop);

        Terminal.Outcome diff = terminal.autogen("diff", "--from", "file:shop.dump.sql", "--exit-code");
        assertThat(withoutVersion(diff)).isEqualTo("""
                Entities and database agree.
                Database: file:shop.dump.sql (option --from)
                file:shop.dump.sql is read by the embedded PostgreSQL VERSION
                """);
        try (TestDatabase restored = PostgresForTests.freshDatabase()) {
            restored.execute(Dumps.schemaOf("shop.dump.sql"));
            assertThat(terminal.on(restored).ok("check")).isEqualTo("Entities and database agree.\n");
            assertThat(terminal.on(restored).ok("check", "--against", "file:shop.dump.sql"))
                    .endsWith(" and file:shop.dump.sql agree.\n");
        }
    }

    @Test
    void a_real_model_restored_from_its_dump_agrees_with_the_dump() throws IOException, SQLException {
        Dumps.copyExport("kogito", directory.resolve("kogito.sql"));
        try (TestDatabase restored = PostgresForTests.freshDatabase()) {
            HibernateExport.of("kogito").runOn(restored);
            assertThat(Terminal.in(directory).on(restored).ok("check", "--against", "file:kogito.sql"))
                    .endsWith(" and file:kogito.sql agree.\n");
        }
    }

    @Test
    void the_difference_of_two_dumps_makes_the_one_of_the_other() throws IOException, SQLException {
        String before = Dumps.read("shop.dump.sql");
        String after = before.replace("name character varying(255) NOT NULL", "name character varying(300) NOT NULL")
                .replace("'BLOCKED'::character varying", "'BLOCKED'::character varying, 'GONE'::character varying")
                .replace("CHECK ((quantity > 0))", "CHECK ((quantity > 1))");
        Files.writeString(directory.resolve("before.sql"), before);
        Files.writeString(directory.resolve("after.sql"), after);
        String sql = Terminal.in(directory)
                .ok("diff", "--from", "file:before.sql", "--to", "file:after.sql", "--format", "sql");

        assertThat(sql.lines().filter(line -> line.contains("varchar(300)"))).isNotEmpty();
        try (TestDatabase one = PostgresForTests.freshDatabase();
                TestDatabase other = PostgresForTests.freshDatabase()) {
            one.execute(Dumps.schema(before));
            other.execute(Dumps.schema(after));
            one.execute(sql);
            assertThat(DatabaseListing.of(one, ListingOptions.defaults()))
                    .isEqualTo(DatabaseListing.of(other, ListingOptions.defaults()));
        }
    }

    @Test
    void what_is_not_about_the_schema_is_passed_over() throws SQLException {
        new SmallProject(directory).write("schema.sql", """
                \\set ON_ERROR_STOP on
                \\echo loading
                SET transaction_timeout = 0;
                SET no_such_setting = 1;
                SET client_encoding = 'LATIN1';
                SET SESSION AUTHORIZATION 'nobody_here';
                SET default_tablespace = 'fast';
                DROP TABLE public.t;
                ALTER TABLE ONLY public.t DROP CONSTRAINT t_pkey;
                CREATE SCHEMA public;
                CREATE ROLE somebody LOGIN;
                CREATE DATABASE other;
                ALTER SYSTEM SET work_mem = '1GB';
                SELECT pg_catalog.lo_create('16400');
                ALTER LARGE OBJECT 16400 OWNER TO nobody_here;
                CREATE EXTENSION postgis WITH SCHEMA public;
                COMMENT ON EXTENSION postgis IS 'PostGIS; geometry';
                CREATE SCHEMA theirs AUTHORIZATION "the; owner";
                START TRANSACTION;
                CREATE TABLE t (id int, name text);
                COPY public.t (id, name) FROM stdin;
                1	'quote
                2	\\\\. not the end
                \\.

                COPY public.t FROM '/etc/passwd';
                SELECT pg_catalog.setval('public.none', 1, true);
                ALTER TABLE t OWNER TO nobody_here;
                GRANT ALL ON t TO nobody_here;
                COMMIT;
                SET standard_conforming_strings = off;
                COMMENT ON TABLE t IS 'it\\'s; one';
                """);
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            database.execute("create table t (id int, name text); comment on table t is 'it''s; one'");
            Terminal.Outcome check = Terminal.in(directory)
                    .on(database)
                    .autogen("check", "--against", "file:schema.sql", "--exclude", "postgis");
            assertThat(check.out()).endsWith("file:schema.sql agree.\n");
            assertThat(check.err().lines().skip(2))
                    .singleElement()
                    .asString()
                    .matches(
                            "warning: schema.sql:16: the extension postgis is not in the embedded PostgreSQL [\\d.]+, so it"
                                    + " was passed over");
        }
    }

    @Test
    void names_without_a_schema_are_in_the_default_one() throws SQLException {
        SmallProject project = new SmallProject(directory);
        project.write("schema.sql", "create table t (id int primary key)");
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            database.execute("create schema shop; create table shop.t (id int primary key)");
            Terminal terminal = Terminal.in(directory).on(database);
            assertThat(terminal.ok("check", "--against", "file:schema.sql", "--schema", "shop"))
                    .endsWith("agree.\n");
            assertThat(terminal.ok(
                            "diff",
                            "--from",
                            database.jdbcUrl() + "&currentSchema=shop",
                            "--to",
                            directory.resolve("schema.sql").toUri() + "?currentSchema=store"))
                    .endsWith("schema store agree.\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "create table t (id int);\\n\\n create table u (id inte, n int) | 3: type \"inte\" does not exist",
                "create table t (id int\\n);\\n-- \\ncreate\\n tabel u () | 5: syntax error at or near \"tabel\"",
                "select 1;\\n\\connect other | 2: \\connect is a command of psql's",
                "select 1;\\n\\n  \\i more.sql | 3: \\i is a command of psql's",
                "\\copy t from 'x' | 1: \\copy is a command of psql's",
                "select 1 \\gexec | 1: \\gexec is a command of psql's",
                "create table t (id int);\\nselect 'abc;\\n | 2: the quote that begins here does not end",
                "\\n$body$ abc | 2: the quote $body$ that begins here does not end",
                "select 1;\\n/* /* */ | 2: the comment that begins here does not end",
                "create table t (id int);\\ncopy t from stdin;\\n1\\n2 | 2: the rows after COPY do not end",
                "begin;\\ncreate table t (id int);\\nrollback; | 3: a ROLLBACK would take back",
                "create extension postgis;\\ncreate table t (g geometry); | The file needs postgis",
                "`-- nothing\\n` | bad.sql holds no SQL statement"
            })
    void what_cannot_be_loaded_is_refused_with_its_line(String sql, String words) {
        new SmallProject(directory).write("bad.sql", sql.replace("\\n", "\n"));
        Terminal.Outcome outcome = Terminal.in(directory).autogen("diff", "--from", "file:bad.sql");
        outcome.fails(2, words.startsWith("The") || words.startsWith("bad") ? words : "bad.sql:" + words);
    }

    @Test
    void both_files_are_read_by_the_server_that_scratch_url_names() throws SQLException {
        SmallProject project = new SmallProject(directory);
        project.write("a.sql", "create table t (id int primary key, at timestamptz default now());");
        project.write("b.sql", "create table t (id bigint primary key, at timestamptz default now());");
        try (TestDatabase server = PostgresForTests.freshDatabase()) {
            Set<Long> running = postgresProcesses();
            Terminal.Outcome diff = Terminal.in(directory)
                    .with("AUTOGEN_SCRATCH_URL", server.jdbcUrl())
                    .autogen("diff", "--from", "file:a.sql", "--to", "file:b.sql");
            assertThat(diff.out()).as(diff.err()).contains("t.id").doesNotContain("t.at");
            assertThat(withoutVersion(diff))
                    .contains("file:a.sql is read by the PostgreSQL VERSION that --scratch-url names\n")
                    .contains("file:b.sql is read by the PostgreSQL VERSION that --scratch-url names\n");
            assertThat(server.query("select datname from pg_database where datname like 'autogen_proof%'"))
                    .isEmpty();
            assertThat(postgresProcesses()).isSubsetOf(running);
        }
    }

    @Test
    void a_server_that_scratch_url_names_gets_no_roles_and_is_named_where_it_refuses() throws SQLException {
        new SmallProject(directory)
                .write("a.sql", "create table t (id int);\ncreate policy p on t to nobody_there using (true);");
        Terminal terminal = Terminal.in(directory);
        try (TestDatabase server = PostgresForTests.freshDatabase()) {
            terminal.with("AUTOGEN_SCRATCH_URL", server.jdbcUrl())
                    .autogen("diff", "--from", "file:a.sql", "--to", "file:a.sql?currentSchema=other")
                    .fails(2, "a.sql:2: role \"nobody_there\" does not exist", "or name another server");
            assertThat(server.query("select rolname from pg_roles where rolname = 'nobody_there'"))
                    .isEmpty();
            assertThat(server.query("select datname from pg_database where datname like 'autogen_proof%'"))
                    .isEmpty();
        }
        terminal.with("AUTOGEN_SCRATCH_URL", "postgres://nobody@127.0.0.1:1/none")
                .autogen("diff", "--from", "file:a.sql")
                .fails(3, "postgresql://nobody@127.0.0.1:1/none", "AUTOGEN_SCRATCH_URL");
    }

    @Test
    void files_that_are_none() throws IOException {
        Terminal terminal = Terminal.in(directory);
        Files.writeString(directory.resolve("utf16.sql"), "create table t (id int)", UTF_16);
        Files.write(directory.resolve("latin1.sql"), new byte[] {'-', '-', (byte) 0xE4, '\n'});
        Files.writeString(directory.resolve("custom.dump"), "PGDMP\1\16\0");
        Files.writeString(directory.resolve("empty.sql"), "");
        against(terminal, "missing.sql", "missing.sql does not exist", "project directory");
        against(terminal, ".", "is a directory", "one SQL file");
        against(terminal, "utf16.sql", "not text in UTF-8");
        against(terminal, "latin1.sql", "not text in UTF-8", "--encoding=UTF8");
        against(terminal, "custom.dump", "custom format", "pg_restore");
        against(terminal, "empty.sql", "empty.sql holds no SQL statement");
        against(terminal, "", "it names no file");
        against(terminal, "//host/file.sql", "it names a host");
        against(terminal, "x.sql?schema=a", "currentSchema");
        terminal.autogen("check", "--url", "file:empty.sql").fails(2, "cannot be the database", "--against");
    }

    private static void against(Terminal terminal, String file, String... words) {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            terminal.on(database).autogen("check", "--against", "file:" + file).fails(2, words);
        }
    }

    private static String withoutVersion(Terminal.Outcome outcome) {
        return (outcome.out() + outcome.err()).replaceAll("PostgreSQL [\\d.]+", "PostgreSQL VERSION");
    }

    private static Set<Long> postgresProcesses() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }
}
