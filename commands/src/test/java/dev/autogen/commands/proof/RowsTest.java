package dev.autogen.commands.proof;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Elements.todo;
import static dev.autogen.migration.Types.integer;
import static dev.autogen.migration.Types.numeric;
import static dev.autogen.migration.Types.text;
import static dev.autogen.migration.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.commands.Progress;
import dev.autogen.commands.Sides;
import dev.autogen.commands.Workspace;
import dev.autogen.commands.config.GivenOptions;
import dev.autogen.commands.config.Option;
import dev.autogen.commands.config.Settings;
import dev.autogen.commands.config.Surroundings;
import dev.autogen.commands.database.Database;
import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.Rename;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.introspector.Scope;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.RunOptions;
import dev.autogen.schema.Catalog;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proof takes rows along, which are made up, and says what becomes of them. */
class RowsTest {
    private static final Scope SCOPE = Scope.of("public");
    private static final String PROVED =
            "Proved on PostgreSQL " + PostgresForTests.majorVersion() + ": upgrade, downgrade, upgrade.";

    private static TestDatabase database;

    @TempDir
    private Path directory;

    @BeforeAll
    static void createDatabase() {
        database = PostgresForTests.freshDatabase();
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @Test
    void what_a_dropped_and_a_new_column_hold_is_lost_in_one_direction_each() throws SQLException {
        Proof proof = from("create table users (id bigint primary key, legacy text, name text)")
                .to("create table users (id bigint primary key, name text, phone varchar(30))")
                .by(
                        op -> {
                            op.dropColumn("users", "legacy");
                            op.addColumn("users", column("phone", varchar(30)));
                        },
                        op -> {
                            op.dropColumn("users", "phone");
                            op.addColumn("users", column("legacy", text()));
                        });
        assertThat(proof.message().lines().skip(1))
                .containsExactly(
                        "  upgrade loses: users.legacy (3 of 3 values)",
                        "  downgrade loses: users.phone (3 of 3 values)");
        assertThat(proof.verdict()).isEqualTo(PROVED + " Upgrade loses users.legacy. Downgrade loses users.phone.");
    }

    @Test
    void what_is_renamed_keeps_its_values() throws SQLException {
        Proof proof = from("create table users (id int primary key, name text, nick text)")
                .to("create table people (id int primary key, full_name text, nick text)")
                .renaming(new Rename("users", "people"), new Rename("users.name", "full_name"))
                .by(
                        op -> {
                            op.renameTable("users", "people");
                            op.renameConstraint("people", "users_pkey", "people_pkey");
                            op.renameColumn("people", "name", "full_name");
                        },
                        op -> {
                            op.renameColumn("people", "full_name", "name");
                            op.renameConstraint("people", "people_pkey", "users_pkey");
                            op.renameTable("people", "users");
                        });
        assertThat(proof.message()).endsWith("works again.\n  rows survive both ways");
        assertThat(proof.verdict()).isEqualTo(PROVED);
    }

    @Test
    void values_that_are_rounded_or_do_not_fit_are_told() throws SQLException {
        Proof proof = from("create table p (id int primary key, price numeric(10,2), n varchar(40))")
                .to("create table p (id int primary key, price numeric(10,1), n varchar(50))")
                .by(
                        op -> {
                            op.alterColumn("p", "price").type(numeric(10, 1));
                            op.alterColumn("p", "n").type(varchar(50));
                        },
                        op -> {
                            op.alterColumn("p", "n").type(varchar(40));
                            op.alterColumn("p", "price").type(numeric(10, 2));
                        });
        assertThat(proof.message().lines().skip(1))
                .containsExactly(
                        "  upgrade changes: p.price (3 of 3 values: 1.15 becomes 1.2)",
                        "  with rows, downgrade fails: value too long for type character varying(40)");
        assertThat(proof.outcome()).isEqualTo(Proof.Outcome.PROVED);
    }

    @Test
    void an_upgrade_that_fails_on_rows_is_proved_on_empty_tables_and_said_to_fail() throws SQLException {
        Proof proof = from("create table t (id int primary key)")
                .to("create table t (id int primary key, n int not null)")
                .by(op -> op.addColumn("t", column("n", integer()).notNull()), op -> op.dropColumn("t", "n"));
        assertThat(proof.outcome()).isEqualTo(Proof.Outcome.PROVED);
        assertThat(proof.message()).contains(", empty tables): upgrade gives");
        assertThat(proof.message().lines().skip(1))
                .containsExactly(
                        "  with rows, upgrade fails: column \"n\" of relation \"t\" contains null values",
                        "  downgrade loses: t.n (3 of 3 values)");
        assertThat(proof.verdict())
                .contains(" with empty tables: upgrade, downgrade, upgrade. With rows, upgrade fails:");
    }

    @Test
    void one_row_is_without_all_that_may_be_null() throws SQLException {
        Proof proof = from("create table t (id int primary key, n int)")
                .to("create table t (id int primary key, n int, m int)")
                .by(
                        op -> {
                            op.addColumn("t", column("m", integer()));
                            op.execute("update t set m = 1 / (n - n) where n is null or n > 1000000");
                            op.execute("do $$ begin if exists (select from t where n is null) then"
                                    + " raise exception 'a null'; end if; end $$");
                        },
                        op -> op.dropColumn("t", "m"));
        assertThat(proof.message().lines().skip(1))
                .containsExactly("  with rows, upgrade fails: a null", "  downgrade loses: t.m (3 of 3 values)");
    }

    @Test
    void rows_hold_what_is_about_to_be_demanded_and_nulls_where_something_fills_them() throws SQLException {
        Proof proof =
                from("create table p (id int primary key); create table t (id int primary key, filled text, plain text, b boolean, p_id int, s text)")
                        .to("""
                        create table p (id int primary key);
                        create table t (id int primary key, filled text not null, plain text not null, b boolean unique,
                          p_id int references p, s text check (s in ('NEW', 'OLD')))
                        """)
                        .by(
                                op -> {
                                    op.execute("update t set filled = '?' where filled is null");
                                    op.alterColumn("t", "filled").notNull();
                                    op.alterColumn("t", "plain").notNull();
                                    op.createUnique("t_b_key", "t", "b");
                                    op.createForeignKey("t_p_id_fkey", "t", "p_id")
                                            .references("p", "id");
                                    op.createCheck("t_s_check", "t", "s in ('NEW', 'OLD')");
                                },
                                op -> {
                                    op.dropConstraint("t_s_check", "t");
                                    op.dropConstraint("t_p_id_fkey", "t");
                                    op.dropConstraint("t_b_key", "t");
                                    op.alterColumn("t", "plain").nullable();
                                    op.alterColumn("t", "filled").nullable();
                                });
        assertThat(proof.message()).endsWith("works again.\n  rows survive both ways");
    }

    @Test
    void a_backfill_that_is_to_be_written_is_filled_and_said_to_be_unproved() throws SQLException {
        Proof proof = from("create table t (id int primary key)")
                .to("create table t (id int primary key, n varchar(3) not null)")
                .by(
                        op -> {
                            op.addColumn("t", column("n", varchar(3)));
                            op.backfill("t", "n", todo("what is n of old rows?"));
                            op.alterColumn("t", "n").notNull();
                        },
                        op -> op.dropColumn("t", "n"));
        assertThat(proof.message().lines().skip(1))
                .containsExactly("  unproved: backfill of t.n to be written", "  downgrade loses: t.n (6 of 6 values)");
    }

    @Test
    void rows_keep_to_keys_checks_enums_domains_and_what_the_database_computes() throws SQLException {
        String tables = """
                create type mood as enum ('good', 'bad');
                create domain code as varchar(8) check (value ~ '^AB');
                create table company (id bigint generated always as identity primary key, name varchar(20) unique not null);
                create table person (
                  id uuid primary key, company_id bigint not null references company, boss uuid references person,
                  mood mood not null, moods mood[], code code not null, status varchar(10) not null check (status in ('NEW', 'OLD')),
                  age int check (age > 17 and age < 100), born date not null, gone date, check (gone > born),
                  doubled int generated always as (age * 2) stored, body jsonb not null, at timestamptz(3) default now(),
                  unique (company_id, status))
                """;
        Proof proof = from(tables)
                .to(tables + "; alter table person add column extra int")
                .by(op -> op.addColumn("person", column("extra", integer())), op -> op.dropColumn("person", "extra"));
        assertThat(proof.message().lines().skip(1)).containsExactly("  downgrade loses: person.extra (3 of 3 values)");
    }

    @Test
    void a_table_for_which_no_row_is_found_goes_without_and_is_named() throws SQLException {
        String table = "create table odd (id int primary key, a text not null check (md5(a) = 'x'))";
        Proof proof = from(table)
                .to(table + "; alter table odd add column extra int")
                .by(op -> op.addColumn("odd", column("extra", integer())), op -> op.dropColumn("odd", "extra"));
        assertThat(proof.outcome()).isEqualTo(Proof.Outcome.PROVED);
        assertThat(proof.message().lines().skip(1))
                .containsExactly(
                        "  no rows tried in odd: new row for relation \"odd\" violates check constraint \"odd_a_check\"");
    }

    private From from(String ddl) throws SQLException {
        return new From(catalog(ddl));
    }

    private static Catalog catalog(String ddl) throws SQLException {
        database.execute("drop schema public cascade; create schema public");
        database.execute(ddl);
        try (Connection connection = database.connect()) {
            return new CatalogIntrospector().introspect(connection, SCOPE).catalog();
        }
    }

    private final class From {
        private final Catalog live;
        private Catalog desired;
        private List<Rename> renames = List.of();

        From(Catalog live) {
            this.live = live;
        }

        From to(String ddl) throws SQLException {
            desired = catalog(ddl);
            return this;
        }

        From renaming(Rename... told) {
            renames = List.of(told);
            return this;
        }

        Proof by(Consumer<Operations> up, Consumer<Operations> down) {
            Surroundings surroundings = new Surroundings(Map.of(), Map.of(), directory);
            Settings settings = Settings.resolve(
                    GivenOptions.none()
                            .with(Option.URL, database.jdbcUrl())
                            .with(Option.SCRATCH_URL, database.jdbcUrl()),
                    surroundings);
            DiffOptions options = DiffOptions.DATABASES.withRenames(renames);
            Obligation obligation = new Obligation(
                    Sides.ENTITIES,
                    live,
                    desired,
                    new SchemaDiffer().diff(desired, live, options),
                    options,
                    SCOPE,
                    RunOptions.inSchema("public"));
            LoadedMigration migration = new LoadedMigration(RevisionInfo.of("b1"), new Migration() {
                @Override
                public void upgrade(Operations op) {
                    up.accept(op);
                }

                @Override
                public void downgrade(Operations op) {
                    down.accept(op);
                }
            });
            try (Database open = Database.open(new Workspace(settings, surroundings, Progress.SILENT))) {
                return new Prover(obligation, List.of(migration)).prove(open, settings.scratchDatabase());
            }
        }
    }
}
