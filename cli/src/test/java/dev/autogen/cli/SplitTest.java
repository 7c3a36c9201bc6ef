package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --split expand,contract}: two migrations, between which the old and the new version of an application run. */
class SplitTest {
    private static final String[] SPLIT = {"--split", "expand,contract"};

    @TempDir
    private Path directory;

    private TestDatabase database;
    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void prepare() throws Exception {
        database = PostgresForTests.freshDatabase();
        project = new SmallProject(directory);
        terminal = Terminal.in(directory).on(database);
        project.migration(
                "first",
                List.of(),
                "op.createTable(\"thing\", column(\"id\", bigint()).notNull(), column(\"name\", varchar(255)),"
                        + " column(\"fax\", varchar(255)).notNull(), primaryKey(\"thing_pkey\", \"id\"));",
                "op.dropTable(\"thing\");");
        terminal.ok("upgrade", "head");
        database.execute("INSERT INTO thing VALUES (1, 'one', '1')");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void grown() {
        project.type("""
                @Entity
                public class Thing {
                    @Id
                    Long id;
                    @Column(nullable = false)
                    String name;
                    @Column(nullable = false)
                    String email;
                }
                """);
    }

    @Test
    void old_and_new_version_write_between_the_two_migrations_and_the_way_back_loses_nothing_of_the_schema()
            throws Exception {
        grown();
        Terminal proving = terminal.without("AUTOGEN_NO_PROOF").with("AUTOGEN_SCRATCH_URL", database.jdbcUrl());
        Terminal.Outcome written = proving.autogen("-m", "grow things", SPLIT[0], SPLIT[1]);
        assertThat(written.exit()).as(written.err()).isZero();
        assertThat(written.out())
                .contains("), one after the other: upgrade gives what the entities say, downgrade gives back what was"
                        + " there, upgrade works again.\n  unproved: backfill of thing.email to be written\n");
        List<String> files = project.migrations();
        assertThat(files).hasSize(3);
        assertThat(files.get(0)).endsWith("_GrowThingsExpand.java");
        assertThat(files.get(1)).endsWith("_GrowThingsContract.java");
        String expand = revision(files.get(0));
        assertThat(written.err())
                .contains("Apply the first with `autogen upgrade " + expand + "` before the new version");
        assertThat(source(files.get(0)))
                .contains("expand and contract one after the other: upgrade")
                .contains("""
                 * <pre>
                 * + column thing.email (varchar(255))
                 * ~ column thing.fax: nullable
                 * </pre>
                 *
                 * <p>The first of two: run it before the new version of the application is deployed. The version that is
                 * there lives on with it.
                """);
        assertThat(source(files.get(1)))
                .contains("revises = \"" + expand + "\"")
                .contains("""
                         * <pre>
                         * ~ column thing.email: not null
                         * ~ column thing.name: not null
                         * - column thing.fax
                         * </pre>
                         *
                         * <p>The second of two: run it when no instance of the old version is left, which cannot live with it.
                        """);
        assertThat(terminal.autogen("lint").exit()).isEqualTo(1);
        assertThat(terminal.ok("upgrade", "first:head", "--sql")).contains("DROP NOT NULL", "DROP COLUMN fax");
        fill(files.get(0));
        fill(files.get(1));

        terminal.ok("upgrade", expand);
        database.execute(
                "INSERT INTO thing (id, name, fax) VALUES (2, 'two', '2')",
                "INSERT INTO thing (id, name, email) VALUES (3, 'three', '3')");
        Terminal.Outcome between = terminal.autogen("check");
        assertThat(between.exit()).isEqualTo(1);
        assertThat(between.err()).contains("the database is not at head: 1 migration is to be applied");
        assertThat(terminal.autogen("-m", "more").exit()).isEqualTo(5);

        terminal.ok("upgrade", "head");
        terminal.ok("check");
        assertThat(database.query("SELECT email FROM thing ORDER BY id")).containsExactly("-", "-", "3");

        terminal.ok("downgrade", "first");
        assertThat(database.query("SELECT fax FROM thing ORDER BY id")).containsExactly("-", "-", "-");
        assertThat(terminal.ok("verify")).contains("3 migrations");
    }

    @Test
    void one_migration_is_written_where_the_old_version_lives_with_all_of_it_or_with_none() throws Exception {
        project.type(SmallProject.THING.replace("String name;", "String name;\n    String fax;\n    String more;"));
        database.execute("ALTER TABLE thing ALTER fax DROP NOT NULL");
        Terminal.Outcome expand = terminal.autogen("-m", "more of things", SPLIT[0], SPLIT[1]);
        assertThat(project.migrations()).hasSize(2).first().asString().endsWith("_MoreOfThings.java");
        assertThat(expand.err())
                .contains("The old version of the application lives on with all of it, so it is one migration.");
        terminal.ok("upgrade", "head");

        project.type(SmallProject.THING.replace("String name;", "@Column(nullable = false)\n    String name;"));
        Terminal.Outcome contract = terminal.autogen("-m", "less of things", SPLIT[0], SPLIT[1]);
        assertThat(project.migrations()).hasSize(3).element(1).asString().endsWith("_LessOfThingsContract.java");
        assertThat(contract.err())
                .contains("The old version of the application can live with none of it, so it is one");
    }

    @Test
    void what_cannot_be_split_is_said_and_waits() {
        project.type(SmallProject.THING.replace("String name;", "Integer name;\n    String fax;\n    String more;"));
        Terminal.Outcome diff = terminal.autogen("diff", SPLIT[0], SPLIT[1]);
        assertThat(diff.out()).contains("""
                expand:
                + column thing.more (varchar(255))  [src/main/java/app/Thing.java:11]
                ~ column thing.fax: nullable  [src/main/java/app/Thing.java:10]
                contract:
                ~ column thing.name: varchar(255) -> integer""");
        assertThat(diff.out())
                .contains(
                        "note: cannot be split, so it is part of the contract migration, which has to run while no version"
                                + " is at work: ~ column thing.name: varchar(255) -> integer: each version reads and writes values of"
                                + " one of the two types only\n");
    }

    @Test
    void a_renamed_column_is_there_twice_and_alike_while_both_versions_run() throws Exception {
        project.type(SmallProject.THING.replace(
                "String name;",
                "@Column(name = \"full_name\")\n    String name;\n    @Column(nullable = false)\n    String fax;"));
        terminal.with("AUTOGEN_RENAME", "thing.name=full_name").ok("-m", "rename name", SPLIT[0], SPLIT[1]);
        List<String> files = project.migrations();
        assertThat(source(files.get(0)))
                .contains("// The same as name under another name, as long as versions run that know only one of them.")
                .contains(
                        "op.batch(\"thing\", \"id\").set(\"full_name\", \"name\").where(\"full_name IS DISTINCT FROM name\");");
        assertThat(source(files.get(1))).contains("// Its values are in full_name.");

        terminal.ok("upgrade", revision(files.get(0)));
        database.execute(
                "INSERT INTO thing (id, name, fax) VALUES (2, 'two', '2')",
                "INSERT INTO thing (id, full_name, fax) VALUES (3, 'three', '3')",
                "UPDATE thing SET full_name = 'ONE' WHERE id = 1",
                "UPDATE thing SET name = 'TWO' WHERE id = 2");
        assertThat(database.query("SELECT name FROM thing WHERE name = full_name ORDER BY id"))
                .containsExactly("ONE", "TWO", "three");

        terminal.ok("upgrade", "head");
        assertThat(database.query("SELECT full_name FROM thing ORDER BY id")).containsExactly("ONE", "TWO", "three");
        terminal.ok("downgrade", "first");
        assertThat(database.query("SELECT name FROM thing ORDER BY id")).containsExactly("ONE", "TWO", "three");
        assertThat(database.query("SELECT proname FROM pg_proc WHERE proname LIKE 'thing%'"))
                .isEmpty();
    }

    @Test
    void each_format_of_diff_tells_the_two_apart() throws Exception {
        grown();
        assertThat(terminal.ok("diff", "--format", "sql", SPLIT[0], SPLIT[1]))
                .startsWith("-- expand\nBEGIN;\nALTER TABLE public.thing ADD COLUMN email varchar(255);\n")
                .contains("\n-- contract\n");
        assertThat(terminal.ok("diff", "--format", "markdown", SPLIT[0], SPLIT[1]))
                .contains("\n#### expand\n\n| change", "\n#### contract\n\n| change");
        JsonNode json = new ObjectMapper().readTree(terminal.ok("diff", "--format", "json", SPLIT[0], SPLIT[1]));
        assertThat(json.at("/differences").findValuesAsText("migration"))
                .containsExactly("expand", "expand", "contract", "contract", "contract");
    }

    @Test
    void it_is_a_key_that_an_option_takes_back_and_contradicts_what_it_contradicts() {
        grown();
        project.write("autogen.properties", "split = expand,contract\n");
        assertThat(terminal.ok("diff")).startsWith("expand:\n");
        assertThat(terminal.ok("diff", "--split", "none")).startsWith("+ column");
        assertThat(terminal.autogen("check").out()).startsWith("+ column").doesNotContain("expand");
        assertThat(terminal.autogen("diff", "--plain"))
                .returns(2, Terminal.Outcome::exit)
                .extracting(Terminal.Outcome::err)
                .asString()
                .contains("the short form", "--plain", "--split none takes the first back");
        assertThat(terminal.autogen("diff", "--split", "both"))
                .returns(2, Terminal.Outcome::exit)
                .extracting(Terminal.Outcome::err)
                .asString()
                .contains("\"both\", which is no way to split a migration. Write expand,contract, or none.");
        assertThat(terminal.autogen("-m", "x", "--split", "both").err()).startsWith("error: The setting split");
        assertThat(terminal.autogen("revision", "--autogenerate", "-m", "x", "--rev-id", "abc")
                        .err())
                .contains("--rev-id names one revision, and a difference that is split becomes two.");
        assertThat(project.migrations()).hasSize(1);
    }

    private String revision(String file) throws IOException {
        return source(file).replaceFirst("(?s).*@Revision\\(id = \"(\\w+)\".*", "$1");
    }

    private String source(String file) throws IOException {
        return Files.readString(directory.resolve("src/main/java/migrations").resolve(file));
    }

    private void fill(String file) throws IOException {
        project.write(
                "src/main/java/migrations/" + file,
                source(file).replace("todo(\"what should existing rows hold?\")", "\"'-'\""));
    }
}
