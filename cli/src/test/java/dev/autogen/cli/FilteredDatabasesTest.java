package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --include} and {@code --exclude} between two databases, by the ids of the conformance list. */
class FilteredDatabasesTest {
    private static final String AGREE = "";
    private static TestDatabase before;
    private static TestDatabase after;

    @TempDir
    private Path directory;

    @BeforeAll
    static void open() {
        before = PostgresForTests.freshDatabase();
        after = PostgresForTests.freshDatabase();
    }

    @AfterAll
    static void close() {
        before.close();
        after.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        for (TestDatabase database : List.of(before, after)) {
            database.execute("drop schema if exists other cascade; drop schema public cascade; create schema public;"
                    + " drop extension if exists pgcrypto");
        }
    }

    /** What differs, a line a difference. */
    private String diff(String... options) {
        List<String> words = new ArrayList<>(List.of("diff", "--from", before.jdbcUrl(), "--to", after.jdbcUrl()));
        words.addAll(List.of(options));
        String out = Terminal.in(directory).ok(words.toArray(String[]::new));
        return out.lines().filter(line -> line.matches("[-+~] .*")).reduce("", (all, line) -> all + line + "\n");
    }

    @Test
    void hk1_hk2_a_part_that_is_left_out_on_one_side_leaves_the_others_to_go_or_come() throws SQLException {
        String plain = "create table u (id int primary key); create table t (a int, b int)";
        before.execute(plain);
        after.execute(plain + """
                ; create index ix_a on t (a);
                create index ix_b on t (b);
                alter table t add constraint uq_a unique (a), add constraint uq_b unique (b);
                alter table t add constraint fk_a foreign key (a) references u, add constraint fk_b foreign key (b) references u;
                alter table t add constraint ck_a check (a > 0), add constraint ck_b check (b > 0)
                """);
        assertThat(diff("--exclude", "*_a"))
                .contains("+ index ix_b", "+ unique t.uq_b", "+ foreign key t.fk_b", "+ check t.ck_b")
                .doesNotContain("_a");
        assertThat(diff("--exclude", "t.*")).isEqualTo(AGREE);
        swap();
        assertThat(diff("--exclude", "*_a"))
                .contains("- index ix_b", "- unique t.uq_b", "- foreign key t.fk_b", "- check t.ck_b")
                .doesNotContain("_a");
    }

    @Test
    void hk3_hk4_both_halves_of_a_change_are_left_out() throws SQLException {
        String table = "create table u (id int primary key); create table t (a int, b int, constraint uq unique (%s),"
                + " constraint fk foreign key (a) references u on delete %s, constraint ck check (a > %s));"
                + " create index ix on t (b %s)";
        before.execute(table.formatted("a", "cascade", "1", "desc"));
        after.execute(table.formatted("a, b", "set null", "2", "asc"));
        assertThat(diff("--exclude", "uq", "--exclude", "t.fk", "--exclude", "c?", "--exclude", "ix"))
                .isEqualTo(AGREE);
        assertThat(diff("--exclude", "uq", "--exclude", "ck", "--exclude", "ix"))
                .isEqualTo("- foreign key t.fk\n+ foreign key t.fk\n");
    }

    @Test
    void hk5_what_belongs_to_an_extension_is_not_compared_and_the_extension_can_be_left_out() throws SQLException {
        after.execute("create extension pgcrypto");
        assertThat(diff()).isEqualTo("+ extension pgcrypto\n");
        assertThat(diff("--exclude", "pgcrypto")).isEqualTo(AGREE);
        assertThat(diff("--include", "t*")).isEqualTo(AGREE);
    }

    @Test
    void sc5_sc6_sc7_schemas_are_left_out_on_both_sides() throws SQLException {
        before.execute("create schema other; create table other.gone (id int); create table here (id int)");
        after.execute("create schema other; create table other.come (id int); create table there (id int)");
        assertThat(diff()).isEqualTo("+ table there (1 column)\n- table here\n");
        assertThat(diff("--schema", "public,other", "--include", "public"))
                .isEqualTo("+ table there (1 column)\n- table here\n");
        assertThat(diff("--schema", "public,other", "--include", "other.*"))
                .isEqualTo("+ table other.come (1 column)\n- table other.gone\n");
        assertThat(diff("--schema", "public,other", "--exclude", "other", "--exclude", "*here"))
                .isEqualTo(AGREE);
    }

    @Test
    void a_schema_that_is_left_out_is_neither_made_nor_dropped() throws SQLException {
        before.execute("create schema other");
        assertThat(diff("--schema", "public,other")).isEqualTo("- schema other\n");
        assertThat(diff("--schema", "public,other", "--exclude", "other.*")).isEqualTo(AGREE);
        assertThat(diff("--schema", "public,other", "--include", "t")).isEqualTo(AGREE);
    }

    @Test
    void fk14_a_foreign_key_to_a_table_that_is_left_out_is_still_its_own_tables() throws SQLException {
        String tables = """
                create schema other;
                create table u (id int primary key, a int, b int, unique (a, b));
                create table other.v (id int primary key);
                create table t (id int primary key, a int, b int, c int%s);
                create table w (id int primary key%s)
                """;
        before.execute(tables.formatted(
                ", foreign key (a) references u, foreign key (a, b) references u (a, b),"
                        + " foreign key (c) references other.v",
                ", foreign key (id) references t"));
        after.execute(tables.formatted("", ", foreign key (id) references t"));
        assertThat(diff("--exclude", "u", "--exclude", "v", "--schema", "public,other"))
                .isEqualTo("- foreign key t.t_a_b_fkey\n- foreign key t.t_a_fkey\n- foreign key t.t_c_fkey\n");
        assertThat(diff("--exclude", "t")).isEqualTo(AGREE);
        swap();
        assertThat(diff("--exclude", "u", "--exclude", "other", "--schema", "public,other"))
                .isEqualTo("+ foreign key t.t_a_b_fkey\n+ foreign key t.t_a_fkey\n+ foreign key t.t_c_fkey\n");
    }

    @Test
    void a_foreign_key_that_could_not_be_made_is_left_out_with_its_target() throws SQLException {
        before.execute("create table t (id int)");
        after.execute("create table u (id int primary key); create table t (id int references u)");
        assertThat(diff("--exclude", "u")).isEqualTo(AGREE);
    }

    @Test
    void with_a_table_go_the_sequences_it_owns_and_the_types_that_it_alone_uses() throws SQLException {
        after.execute("""
                create type own as enum ('a');
                create type common as enum ('a');
                create type grade as enum ('a');
                create domain own_grade as grade;
                create type nobodys as enum ('a');
                create sequence numbers;
                create table legacy (id serial, n bigint default nextval('numbers'), o own, c common[], g own_grade);
                alter sequence numbers owned by legacy.n;
                create table kept (c common)
                """);
        assertThat(diff("--exclude", "legacy"))
                .isEqualTo("+ enum common (1 value)\n+ enum nobodys (1 value)\n+ table kept (1 column)\n");
        assertThat(diff("--include", "kept")).isEqualTo("+ enum common (1 value)\n+ table kept (1 column)\n");
        assertThat(diff("--include", "legacy"))
                .contains(
                        "+ enum own",
                        "+ enum common",
                        "+ enum grade",
                        "+ domain own_grade",
                        "+ sequence numbers",
                        "+ table legacy")
                .doesNotContain("nobodys", "kept");
        assertThat(diff("--exclude", "legacy", "--exclude", "kept", "--exclude", "nobodys", "--exclude", "common"))
                .isEqualTo(AGREE);
    }

    @Test
    void views_that_are_left_out_are_not_told() throws SQLException {
        after.execute("create view v as select 1 as one");
        String[] check = {"check", "--url", before.jdbcUrl(), "--against", after.jdbcUrl(), "--strict"};
        assertThat(Terminal.in(directory).autogen(check).exit()).isEqualTo(1);
        String[] without = java.util.Arrays.copyOf(check, check.length + 2);
        without[check.length] = "--exclude";
        without[check.length + 1] = "v";
        assertThat(Terminal.in(directory).ok(without)).endsWith("agree.\n");
    }

    private static void swap() {
        TestDatabase other = before;
        before = after;
        after = other;
    }
}
