package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.column;
import static dev.autogen.differ.hazard.Judging.retype;
import static dev.autogen.differ.hazard.Judging.transaction;
import static dev.autogen.differ.hazard.Judging.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.operation.CreateTable;
import org.junit.jupiter.api.Test;

class IncompatibleTypeTest {
    @Test
    void another_kind_of_type_is_nothing_that_running_instances_know() {
        assertThat(messages(transaction(retype("code", "varchar(255)", "integer", "code::integer"))))
                .isEqualTo(
                        "running instances cannot use users.code from varchar(255) to integer, and it fails if a value"
                                + " cannot be converted");
    }

    @Test
    void every_value_has_a_text() {
        assertThat(messages(transaction(retype("code", "integer", "text"))))
                .isEqualTo("running instances cannot use users.code from integer to text");
    }

    @Test
    void wider_and_narrower_are_of_one_kind() {
        assertThat(messages(transaction(
                        retype("a", "integer", "bigint"),
                        retype("b", "text", "varchar(3)"),
                        retype("c", "timestamp", "timestamptz"),
                        retype("d", "json", "jsonb"))))
                .isEmpty();
    }

    @Test
    void arrays_and_types_of_ones_own_are_of_another_kind() {
        assertThat(messages(transaction(retype("tags", "text", "text[]", "ARRAY[tags]"))))
                .isNotEmpty();
        assertThat(messages(transaction(retype("mood", "text", "mood", "mood::mood"))))
                .isNotEmpty();
    }

    @Test
    void nobody_uses_a_table_that_is_new() {
        assertThat(messages(transaction(
                        new CreateTable(users(column("code", "text"))),
                        retype("code", "text", "integer", "code::integer"))))
                .isEmpty();
    }

    private static String messages(Judging judging) {
        return judging.messages("incompatible-type");
    }
}
