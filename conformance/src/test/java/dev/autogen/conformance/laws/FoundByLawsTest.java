package dev.autogen.conformance.laws;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.schema.Catalog;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What random pairs brought to light, as small as it gets; each is held to all laws. */
class FoundByLawsTest {
    private static LawDatabase live;
    private static LawDatabase other;

    @BeforeAll
    static void open() throws SQLException {
        live = LawDatabase.open();
        other = LawDatabase.open();
    }

    @AfterAll
    static void close() throws SQLException {
        live.close();
        other.close();
    }

    @Test
    void a_constraint_that_is_not_valid_comes_with_its_table() throws SQLException {
        hold("", """
                create table t (a int, b int unique);
                alter table t add constraint positive check (a > 0) not valid;
                alter table t add constraint self foreign key (a) references t (b) not valid""");
    }

    @Test
    void a_constraint_that_is_validated_is_not_valid_again_on_the_way_back() throws SQLException {
        hold(
                "create table t (a int); alter table t add constraint positive check (a > 0) not valid",
                "create table t (a int constraint positive check (a > 0))");
    }

    @Test
    void two_constraints_that_ask_for_the_same_index_both_come_with_their_table() throws SQLException {
        hold("", "create table t (a int primary key); alter table t add constraint again unique (a)");
    }

    @Test
    void a_sequence_takes_over_the_name_of_an_index_whose_table_goes() throws SQLException {
        hold("create table t (a int); create index x on t (a)", "create sequence x");
    }

    @Test
    void a_table_takes_over_the_name_of_a_sequence() throws SQLException {
        hold("create sequence x", "create table x (a int)");
    }

    @Test
    void a_table_that_makes_way_for_a_name_takes_its_sequence_along() throws SQLException {
        hold("""
                create table x (a bigint); create sequence s owned by x.a;
                alter table x alter a set default nextval('s')""", "create table t (b int); create index x on t (b)");
    }

    @Test
    void a_table_goes_whose_foreign_key_points_at_a_key_that_goes_too() throws SQLException {
        hold(
                "create table p (k int constraint p_k unique); create table c (k int references p (k))",
                "create table p (k int)");
    }

    @Test
    void a_table_goes_that_points_at_an_index_of_its_own() throws SQLException {
        hold("""
                create table t (a int, b int); create unique index u on t (a);
                alter table t add constraint self foreign key (b) references t (a)""", "");
    }

    @Test
    void a_generated_column_gets_a_type_that_nothing_converts_to() throws SQLException {
        hold(
                "create table t (a text, g text generated always as (lower(a)) stored)",
                "create table t (a text, g int generated always as (length(a)) stored)");
        hold(
                "create table t (a int, g int generated always as (a) stored)",
                "create table t (a int, g boolean generated always as (a > 1) stored)");
    }

    @Test
    void a_generated_column_may_be_null_or_not() throws SQLException {
        hold(
                "create table t (a int, g int generated always as (a + 1) stored not null)",
                "create table t (a int, g int generated always as (a + 1) stored)");
    }

    @Test
    void a_column_is_computed_from_one_that_gets_another_collation() throws SQLException {
        hold(
                "create table t (a text, g text generated always as (lower(a)) stored)",
                "create table t (a text collate \"C\", g text generated always as (lower(a)) stored)");
    }

    @Test
    void a_primary_key_takes_the_place_of_a_unique_constraint_that_took_null() throws SQLException {
        assumeThat(PostgresForTests.majorVersion())
                .as("what NULLS NOT DISTINCT takes")
                .isGreaterThanOrEqualTo(15);
        hold(
                "create table t (a varchar(1), b int, constraint u unique nulls not distinct (a) include (b))",
                "create table t (a varchar(1) not null, constraint p primary key (a))");
    }

    @Test
    void a_column_is_computed_no_more_from_one_that_goes() throws SQLException {
        hold("create table t (a text, g text generated always as (lower(a)) stored)", "create table t (g text)");
        hold(
                "create table t (a text, g text generated always as (lower(a)) stored not null)",
                "create table t (g text)");
    }

    @Test
    void arrays_become_arrays_of_what_their_elements_are_not_cast_to() throws SQLException {
        hold("create table t (a jsonb[])", "create table t (a varbit(4)[])");
    }

    @Test
    void a_default_that_the_new_type_does_not_take_goes() throws SQLException {
        hold("create table t (a smallint default 1)", "create table t (a timestamp)");
    }

    @Test
    void of_two_indexes_without_a_name_each_finds_its_own() throws SQLException {
        hold(
                "create table t (a text); create index x on t (a nulls first)",
                "create table t (a text); create index x on t (a nulls first); create index b on t using hash (a)");
    }

    @Test
    void a_column_may_be_called_as_autogen_calls_its_own() throws SQLException {
        hold("", "create table t (autogen_value int, g text generated always as (autogen_value::text) stored)");
    }

    @Test
    void a_type_may_be_called_as_one_of_postgresqls_own() throws SQLException {
        hold(
                "",
                "create type public.text as enum ('a');"
                        + " create table t (a varchar(255) default lower('ABC'), b pg_catalog.text check (b ^@ 'a'),"
                        + " c pg_catalog.text generated always as (lower(b)) stored)");
    }

    @Test
    void an_index_of_the_database_alone_goes_when_a_column_of_it_becomes_virtual() throws SQLException {
        assumeThat(PostgresForTests.majorVersion()).isGreaterThanOrEqualTo(18);
        hold(
                "create table t (a inet, b text); create index i on t (a) where b is null",
                "create table t (a inet, b text generated always as (host(a)) virtual)");
    }

    @Test
    void a_column_in_parentheses_is_a_key_as_the_column_is() throws SQLException {
        hold("", "create table t (\"trailed \" boolean); create index i on t ((\"trailed \"))");
    }

    @Test
    void an_index_over_an_expression_keeps_its_collation_when_a_column_of_it_gets_another() throws SQLException {
        hold(
                "create table t (a varchar(9)[] collate \"C\"); create index i on t ((a[1]) collate \"C\")",
                "create table t (a varchar(9)[] collate ucs_basic); create index i on t ((a[1]) collate \"C\")");
    }

    @Test
    void a_foreign_key_rests_on_an_index_because_the_primary_key_is_deferrable() throws SQLException {
        hold("", """
                create table t (a int primary key deferrable, b int); create unique index u on t (a);
                alter table t add constraint self foreign key (b) references t (a)""");
        hold("""
                create table t (a int primary key deferrable, b int); create unique index u on t (a);
                alter table t add constraint self foreign key (b) references t (a)""", "");
    }

    @Test
    void arrays_and_what_is_none_become_each_other_by_way_of_texts() throws SQLException {
        hold("create table t (a smallint)", "create table t (a uuid[])");
        hold("create table t (a smallint[])", "create table t (a uuid)");
    }

    @Test
    void a_sequence_stays_from_which_a_default_draws_among_other_things() throws SQLException {
        hold("create sequence s; create table t (a int default nextval('s') + 1)", "create table t (a int)");
    }

    @Test
    void a_sequence_goes_when_the_default_that_draws_from_it_becomes_another() throws SQLException {
        hold("create sequence s; create table t (a int default nextval('s') + 1)", "create table t (a int default 5)");
    }

    @Test
    void a_table_that_draws_from_a_sequence_goes_before_something_takes_over_the_sequences_name() throws SQLException {
        hold(
                "create sequence s; create table t (a int default nextval('s') + 1)",
                "create table u (a int); create index s on u (a)");
    }

    @Test
    void an_index_of_the_database_alone_is_refused_with_a_type_that_it_does_not_take() throws SQLException {
        hold("create table t (a jsonb); create index i on t using gin (a)", "create table t (a inet)");
    }

    @Test
    void a_column_numbers_itself_no_more_when_its_new_type_takes_no_numbers() throws SQLException {
        hold("create table t (a smallint generated always as identity)", "create table t (a uuid)");
        hold("create table t (a int generated by default as identity)", "create table t (a numeric)");
        hold("create table t (a serial)", "create table t (a uuid)");
    }

    @Test
    void an_exclusion_constraint_gets_another_collation_or_order_of_its_own() throws SQLException {
        hold(
                "create table t (a text, constraint x exclude using btree (a collate \"C\" with =))",
                "create table t (a text, constraint x exclude using btree (a with =))");
        hold(
                "create table t (a text, constraint x exclude using btree (a with =))",
                "create table t (a text, constraint x exclude using btree (a desc with =))");
    }

    @Test
    void an_exclusion_constraint_over_an_expression_goes_by_the_new_collation_of_its_column() throws SQLException {
        hold(
                "create table t (a text collate \"C\", constraint x exclude using btree (lower(a) with =))",
                "create table t (a text, constraint x exclude using btree (lower(a) with =))");
    }

    @Test
    void a_label_is_taken_back_under_a_check_and_under_a_computed_column() throws SQLException {
        hold(
                "create type e as enum ('x'); create table t (a e default 'x' constraint c check (a <> 'x'))",
                "create type e as enum ('x', 'y'); create table t (a e default 'x' constraint c check (a <> 'x'))");
        hold("""
                create type e as enum ('x', 'b'); create table u (b boolean);
                create table t (a e, b boolean generated always as (a = 'b') stored unique); create index i on t (b);
                alter table u add foreign key (b) references t (b)""", """
                create type e as enum ('f', 'x', 'b', 'd');
                create table t (a e, b boolean generated always as (a = 'b') stored unique); create index i on t (b)""");
    }

    @Test
    void a_label_is_used_in_the_stage_that_adds_it() throws SQLException {
        hold("create type e as enum ('x', 'b')", """
                create type e as enum ('y', 'b');
                create table t (a e default 'y'); create index i on t (a) where a > 'y'""");
    }

    @Test
    void what_speaks_of_a_type_waits_until_it_is_made_anew() throws SQLException {
        hold("create type e as enum ('x', 'b'); create table t (a e)", """
                create type e as enum ('b');
                create table t (a e default 'b', g boolean generated always as (a = 'b') stored);
                create index i on t (a) where a > 'b'; create table u (a e check (a > 'b'))""");
    }

    @Test
    void a_default_that_speaks_of_a_new_label_takes_over_from_one_that_speaks_of_an_old_one() throws SQLException {
        hold(
                "create type e as enum ('x', 'b'); create table t (a e default 'x', g boolean generated always as (a = 'b') stored)",
                """
                create type e as enum ('b', 'y');
                create table t (a e default 'y' check (a = 'y'), g boolean generated always as (a = 'b') stored)""");
        hold(
                "create type e as enum ('x'); create table t (a e constraint c check (a <> 'x'))",
                "create type e as enum ('x', 'y'); create table t (a e default 'y' constraint c check (a <> 'x'))");
        hold(
                "create type e as enum ('x'); create table t (a e default 'x')",
                "create type e as enum ('y', 'x'); create table t (a e default 'y')");
    }

    @Test
    void a_table_called_as_a_type_is_not_in_the_way_of_one_in_a_schema_that_comes() throws SQLException {
        hold(
                "create table \"integer\" (a int)",
                "create table \"integer\" (a int); create schema other; create table other.\"integer\" (a int)");
    }

    @Test
    void foreign_keys_and_computed_columns_of_a_type_come_when_it_has_been_made_anew() throws SQLException {
        hold("create type e as enum ('a', 'b', 'c'); create table t (a e primary key, b e references t, c int)", """
                create type e as enum ('c', 'b');
                create table t (a e primary key, b e references t, c int,
                    g e generated always as (case when c > 1 then 'b'::e end) stored);
                create table u (a e references t)""");
    }

    private static void hold(String from, String to) throws SQLException {
        Catalog start = made(live, from);
        Catalog end = made(other, to);
        new Laws(live, other, true).hold(new CatalogPair(0, "public", start, end));
    }

    private static Catalog made(LawDatabase database, String ddl) throws SQLException {
        database.clear("public");
        database.execute(ddl);
        return database.introspect();
    }
}
