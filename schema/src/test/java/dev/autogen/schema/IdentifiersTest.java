package dev.autogen.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
    private static final String LONG = "a_table_whose_name_is_so_long_that_nothing_can_follow_it_in_63";

    @Test
    void every_key_word_that_postgresql_quotes_is_quoted() throws SQLException {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            for (String word : database.query("select word from pg_get_keywords() where quote_ident(word) <> word")) {
                assertThat(Identifiers.quote(word)).as(word).isEqualTo('"' + word + '"');
            }
        }
    }

    @Test
    void names_are_quoted_only_where_sql_would_misread_them() {
        assertThat(List.of("users", "Users", "user", "a b", "a\"b", "1st", "name_2", "größe", "a.b", "x$y"))
                .extracting(Identifiers::quote)
                .containsExactly(
                        "users",
                        "\"Users\"",
                        "\"user\"",
                        "\"a b\"",
                        "\"a\"\"b\"",
                        "\"1st\"",
                        "name_2",
                        "\"größe\"",
                        "\"a.b\"",
                        "x$y");
    }

    @Test
    void names_are_folded_and_cut_as_postgresql_does_it() throws SQLException {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            String unquoted = "ÄÖÜ" + "Straße_".repeat(10);
            database.execute("create table " + unquoted + " (x int)");
            assertThat(database.query("select relname from pg_class where relkind = 'r' and relnamespace ="
                            + " 'public'::regnamespace"))
                    .containsExactly(Identifiers.fold(unquoted));
        }
    }

    @Test
    void the_names_we_give_are_those_that_postgresql_would_give() throws SQLException {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            for (String table : List.of("orders", LONG, "ü".repeat(31))) {
                for (String column : List.of("id", LONG, "ß".repeat(30))) {
                    database.execute("create table \"" + table + "\" (x int primary key, \"" + column
                            + "\" int unique check (\"" + column + "\" > 0))");
                    assertThat(database.query("select conname from pg_constraint where contype in ('p', 'u', 'c')"
                                    + " and connamespace = 'public'::regnamespace"))
                            .containsExactlyInAnyOrder(
                                    Identifiers.objectName(table, "", "pkey"),
                                    Identifiers.objectName(table, column, "key"),
                                    Identifiers.objectName(table, column, "check"));
                    database.execute("drop table \"" + table + "\"");
                }
            }
        }
    }
}
