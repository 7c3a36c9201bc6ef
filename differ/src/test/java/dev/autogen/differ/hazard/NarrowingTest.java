package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.column;
import static dev.autogen.differ.hazard.Judging.retype;
import static dev.autogen.differ.hazard.Judging.transaction;
import static dev.autogen.differ.hazard.Judging.users;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NarrowingTest {
    @Test
    void a_shorter_string_is_refused_where_a_value_does_not_fit() {
        Judging judging = transaction(retype("name", "varchar(255)", "varchar(3)"));
        assertThat(messages(judging))
                .isEqualTo("fails if a value does not fit: users.name from varchar(255) to varchar(3)");
        assertThat(judging.hazards().get(0).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void what_a_written_cast_or_a_smaller_scale_cuts_is_lost() {
        Judging cast = transaction(retype("name", "varchar(255)", "varchar(3)", "name::varchar(3)"));
        assertThat(messages(cast)).isEqualTo("may cut values: users.name from varchar(255) to varchar(3)");
        assertThat(cast.hazards().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(messages(transaction(retype("price", "numeric(38,2)", "numeric(5,1)"))))
                .isEqualTo("may cut values, or fail on them: users.price from numeric(38,2) to numeric(5,1)");
        assertThat(messages(transaction(retype("seen", "timestamp", "date"))))
                .isEqualTo("may cut values: users.seen from timestamp to date");
    }

    @Test
    void the_type_before_is_taken_from_the_database_where_the_migration_does_not_say_it() {
        Judging recorded = transaction(retype("id", null, "integer"));
        assertThat(messages(recorded.on(users(column("id", "bigint"))).onManyUsers()))
                .isEqualTo("fails if a value does not fit: users.id from bigint to integer (about 1.2M rows, 340 MB)");
        assertThat(messages(recorded)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            varchar(10)   | varchar(20)
            varchar(10)   | text
            text          | varchar
            numeric(10,2) | numeric(12,2)
            numeric(10,2) | numeric
            timestamp(3)  | timestamp(6)
            integer       | bigint
            """)
    void a_wider_type_is_none(String from, String to) {
        assertThat(messages(transaction(retype("c", from, to)))).isEmpty();
    }

    @Test
    void an_empty_table_has_no_value_that_does_not_fit() {
        assertThat(messages(transaction(retype("id", "bigint", "integer")).sized(USERS, 0, 8192)))
                .isEmpty();
    }

    private static String messages(Judging judging) {
        return judging.messages("narrowing");
    }
}
