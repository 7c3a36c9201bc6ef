package dev.autogen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.conformance.Workbench.Database;
import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.Rename;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.schema.Catalog;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What hangs on a changed column makes way and comes back byte by byte, or the change is refused. */
class DependentsTest {
    private static final String USERS = """
            create table users (id bigint primary key, email varchar(50) not null, mood text, active boolean, tenant text);
            """;

    private static final String EVERY_KIND = """
            create view active_users with (security_barrier = true, check_option = local)
              as select id, email, mood from users where active;
            comment on view active_users is 'who''s in';
            comment on column active_users.email is 'mail';
            alter view active_users alter column mood set default 'ok';
            grant select on active_users to dependents_reporting, public;
            grant update (email), insert (email, id) on active_users to dependents_reporting with grant option;
            alter view active_users owner to dependents_app;
            create view emails as select email, 'a;b' as note from active_users;
            revoke insert on emails from current_user;
            grant usage, create on schema public to dependents_app;
            grant select on users to dependents_app;
            create materialized view mail_count with (fillfactor = 70) as select email, count(*) as n from emails group by email;
            create unique index mail_count_key on mail_count (email) include (n);
            create index mail_count_low on mail_count (lower(email::text) desc) where n > 1;
            comment on materialized view mail_count is 'counted';
            comment on column mail_count.n is 'how many';
            create materialized view never_filled as select email from users with no data;
            create function audit() returns trigger language plpgsql as 'begin return new; end';
            create trigger users_audit before update of email, mood or insert on users
              for each row when (new.email is not null) execute function audit('a', 1);
            alter table users enable always trigger users_audit;
            comment on trigger users_audit on users is 'watched';
            create constraint trigger checked after update of email on users deferrable initially deferred
              for each row execute function audit();
            create trigger active_users_insert instead of insert on active_users for each row execute function audit();
            alter table users enable row level security;
            create policy tenant on users as restrictive for update to dependents_reporting, dependents_app
              using (email = current_user) with check (email like '%@x');
            comment on policy tenant on users is 'guarded';
            create policy everyone on users for select using (exists (select from users u where u.email = users.email));
            create rule no_delete as on delete to users where old.email = 'root' do instead nothing;
            comment on rule no_delete on users is 'kept';
            create rule log_update as on update to emails do also (notify a; notify b);
            """;

    @BeforeAll
    static void roles() throws SQLException {
        execute("""
                do $$ begin
                  create role dependents_app;
                  create role dependents_reporting;
                exception when duplicate_object then null;
                end $$
                """);
    }

    @AfterAll
    static void close() {
        Conformance.close();
    }

    private static void execute(String sql) throws SQLException {
        try (Workbench bench = Workbench.borrow();
                Statement statement = bench.live().connection().createStatement()) {
            statement.execute(sql);
        }
    }

    /** The difference with what hangs on it, after it was applied, taken back and applied again. */
    private static SchemaDiff carriedOver(String before, String dependents, String after) throws SQLException {
        try (Workbench bench = Workbench.borrow()) {
            Database live = bench.live();
            live.become(new Side.Ddl(before + dependents));
            bench.model().become(new Side.Ddl(after));
            SchemaDiff diff = diff(live, bench.model().introspect().catalog());
            assertThat(diff.obstacles()).isEmpty();
            List<String> start = DependentsListing.of(live.connection());
            WrittenMigration written = WrittenMigration.of(diff);
            live.apply(written.upgrade());
            assertThat(DependentsListing.of(live.connection()))
                    .as("after%n%s", written.source())
                    .isEqualTo(start);
            assertThat(diff(live, bench.model().introspect().catalog()).upgrade())
                    .isEmpty();
            live.apply(written.downgrade());
            assertThat(DependentsListing.of(live.connection()))
                    .as("after the downgrade of%n%s", written.source())
                    .isEqualTo(start);
            live.apply(written.upgrade());
            return diff;
        }
    }

    private static SchemaDiff diff(Database live, Catalog desired) throws SQLException {
        return live.carrying(new SchemaDiffer().diff(desired, live.introspect().catalog(), DiffOptions.DATABASES));
    }

    private static List<String> refused(String before, String after) throws SQLException {
        try (Workbench bench = Workbench.borrow()) {
            bench.live().become(new Side.Ddl(before));
            bench.model().become(new Side.Ddl(after));
            return diff(bench.live(), bench.model().introspect().catalog()).obstacles();
        }
    }

    private static String sql(SchemaDiff diff) {
        return Outcome.sql(diff.upgrade());
    }

    @Test
    void everything_that_hangs_on_a_column_comes_back_after_its_type_changed() throws SQLException {
        SchemaDiff diff = carriedOver(USERS, EVERY_KIND, USERS.replace("varchar(50)", "varchar(60)"));
        assertThat(sql(diff)).contains("ALTER TABLE users ALTER COLUMN email TYPE varchar(60)");
        assertThat(diff.changes()).hasSize(1);
    }

    @Test
    void what_does_not_hang_on_the_column_stays() throws SQLException {
        SchemaDiff diff = carriedOver(USERS, EVERY_KIND, USERS.replace("tenant text", "tenant varchar(9)"));
        assertThat(sql(diff)).isEqualToIgnoringWhitespace("ALTER TABLE users ALTER COLUMN tenant TYPE varchar(9)");
    }

    @Test
    void what_postgresql_adapts_by_itself_touches_nothing() throws SQLException {
        SchemaDiff diff = carriedOver(
                USERS,
                EVERY_KIND,
                USERS.replace("email varchar(50) not null", "email varchar(50) default 'x'")
                        .replace("tenant text", "tenant text, extra int"));
        assertThat(diff.touched()).isEmpty();
    }

    @Test
    void views_of_an_enum_that_is_made_anew_come_back() throws SQLException {
        SchemaDiff diff = carriedOver(
                "create type mood as enum ('sad', 'ok'); create table t (id int, mood mood);",
                "create view ok as select mood, 'ok'::mood as best from t where mood = 'ok';"
                        + "create view others as select * from ok where mood <> best;",
                "create type mood as enum ('ok', 'sad'); create table t (id int, mood mood);");
        assertThat(sql(diff)).startsWith("DROP VIEW others\nDROP VIEW ok\n");
    }

    @Test
    void a_label_that_is_added_leaves_views_alone_until_it_is_taken_back() throws SQLException {
        SchemaDiff diff = carriedOver(
                "create type mood as enum ('sad', 'ok'); create table t (id int, mood mood);",
                "create view ok as select mood from t where mood = 'ok';",
                "create type mood as enum ('sad', 'ok', 'happy'); create table t (id int, mood mood);");
        assertThat(sql(diff)).isEqualTo("ALTER TYPE mood ADD VALUE 'happy'\n");
        assertThat(Outcome.sql(diff.downgrade())).startsWith("DROP VIEW ok\n");
    }

    @Test
    void what_hangs_on_a_generated_column_that_is_made_anew_comes_back() throws SQLException {
        SchemaDiff diff = carriedOver(
                "create table t (a int, b int, c int generated always as (a + b) stored);",
                """
                create view sums as select c from t;
                create statistics spread (mcv, ndistinct) on a, c, (b * 2) from t;
                alter statistics spread set statistics 50;
                comment on statistics spread is 'wide';
                create statistics doubled on (c * 2) from t;
                create statistics elsewhere on a, b from t;
                """,
                "create table t (a int, b int, c int generated always as (a - b) stored);");
        assertThat(sql(diff)).contains("CREATE STATISTICS spread").doesNotContain("elsewhere");
    }

    @Test
    void a_view_that_groups_by_a_primary_key_comes_back_with_it() throws SQLException {
        carriedOver(
                "create table t (a int not null, b int not null, c text, constraint pk primary key (a, b));",
                "create view grouped as select a, b, c from t group by a, b;",
                "create table t (a int not null, b int not null, c text, constraint pk primary key (a));");
    }

    @Test
    void views_of_partitions_and_of_other_schemas_with_odd_names_come_back() throws SQLException {
        carriedOver("""
                create schema other;
                create table "Odd ""t" (id int, "C d" varchar(5)) partition by list (id);
                create table part partition of "Odd ""t" for values in (1);
                """, """
                create view other."V ""1" as select "C d" as "x y" from part;
                comment on column other."V ""1"."x y" is 'it''s
                two lines';
                create view "select" as select v."x y" as "order" from other."V ""1" v;
                """, """
                create schema other;
                create table "Odd ""t" (id int, "C d" varchar(6)) partition by list (id);
                create table part partition of "Odd ""t" for values in (1);
                """);
    }

    @Test
    void statistics_go_with_a_dropped_column_and_come_back_with_it() throws SQLException {
        try (Workbench bench = Workbench.borrow()) {
            Database live = bench.live();
            live.become(new Side.Ddl("create table t (a int, b int); create statistics s on a, b from t;"));
            bench.model().become(new Side.Ddl("create table t (a int)"));
            List<String> start = DependentsListing.of(live.connection());
            WrittenMigration written =
                    WrittenMigration.of(diff(live, bench.model().introspect().catalog()));
            live.apply(written.upgrade());
            assertThat(DependentsListing.of(live.connection())).isEmpty();
            live.apply(written.downgrade());
            assertThat(DependentsListing.of(live.connection())).isEqualTo(start);
        }
    }

    @Test
    void a_view_of_a_column_that_goes_is_refused() throws SQLException {
        assertThat(refused(
                        "create table t (a int, b int); create view v as select a, b from t;"
                                + "create view w as select a from v; create view x as select a from t;",
                        "create table t (a int)"))
                .containsExactly("view v hangs on t.b: t.b goes, so it could not come back as it is");
    }

    @Test
    void a_view_of_a_table_that_goes_is_refused() throws SQLException {
        assertThat(refused("""
                        create table t (a int); create view v as select count(*) as n from t;
                        create policy p on t using (a > 0);
                        """, "")).containsExactly("view v hangs on t: t goes, so it could not come back as it is");
    }

    @Test
    void what_goes_with_its_own_table_stands_in_no_way() throws SQLException {
        assertThat(refused("create table t (a int); create policy p on t using (a > 0);", ""))
                .isEmpty();
    }

    @Test
    void what_cannot_be_made_again_is_refused() throws SQLException {
        assertThat(refused(
                        """
                        create table t (a varchar(5)); create view v as select a from t;
                        create function f() returns bigint return (select count(*) from v);
                        create table of_rows (t t);
                        create publication p for table t;
                        """,
                        "create table t (a varchar(6)); create function f() returns bigint as 'select 1' language sql;"
                                + "create table of_rows (t t)"))
                .contains("function f() hangs on what has to make way: autogen does not make such objects again");
    }

    @Test
    void a_materialized_view_is_refused_whose_indexes_would_not_come_back_as_they_are() throws SQLException {
        String view = "create table t (a varchar(5)); create materialized view m as select a from t;"
                + "create index i on m (a);";
        assertThat(refused(view + "alter materialized view m cluster on i", "create table t (a varchar(6))"))
                .containsExactly("materialized view m hangs on t.a: its index i is the one that it is clustered on");
        assertThat(refused(view + "comment on index i is 'why'", "create table t (a varchar(6))"))
                .containsExactly("materialized view m hangs on t.a: its index i has a comment");
    }

    @Test
    void a_rename_and_a_new_type_at_once_are_refused() throws SQLException {
        try (Workbench bench = Workbench.borrow()) {
            bench.live().become(new Side.Ddl("create table t (a varchar(5)); create view v as select a from t;"));
            bench.model().become(new Side.Ddl("create table t (b varchar(6))"));
            SchemaDiff diff = new SchemaDiffer()
                    .diff(
                            bench.model().introspect().catalog(),
                            bench.live().introspect().catalog(),
                            DiffOptions.DATABASES.withRenames(List.of(new Rename("t.a", "b"))));
            assertThat(bench.live().carrying(diff).obstacles())
                    .containsExactly("view v hangs on t.a: t.a gets another name in the same migration, so it could"
                            + " not come back as it is; rename in a migration of its own first");
        }
    }
}
