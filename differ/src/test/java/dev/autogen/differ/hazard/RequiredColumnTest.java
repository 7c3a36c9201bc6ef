package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.TEAMS;
import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.column;
import static dev.autogen.differ.hazard.Judging.sql;
import static dev.autogen.differ.hazard.Judging.teams;
import static dev.autogen.differ.hazard.Judging.transaction;
import static dev.autogen.differ.hazard.Judging.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.autogen.schema.Column;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.CreateTable;
import org.junit.jupiter.api.Test;

class RequiredColumnTest {
    @Test
    void a_column_without_a_value_for_the_rows_that_are_there() {
        Judging judging =
                transaction(new AddColumn(USERS, column("phone", "text").notNull()));
        assertThat(messages(judging.on(users()).onManyUsers()))
                .isEqualTo("fails if users (about 1.2M rows, 340 MB) holds rows: phone is not null and has no default");
        assertThat(judging.hazards()).extracting(Hazard::object, Hazard::column).containsExactly(tuple(USERS, "phone"));
    }

    @Test
    void a_small_table_has_rows_nevertheless_and_only_an_empty_one_has_none() {
        Judging judging =
                transaction(new AddColumn(USERS, column("phone", "text").notNull()));
        assertThat(messages(judging.sized(USERS, 3, 8192))).isNotEmpty();
        assertThat(messages(judging.sized(USERS, -1, 8192))).isNotEmpty();
        assertThat(messages(judging.sized(USERS, 0, 8192))).isEmpty();
    }

    @Test
    void what_has_a_default_or_numbers_itself_or_is_computed_has_a_value() {
        Column column = column("c", "bigint").notNull();
        assertThat(messages(transaction(
                        new AddColumn(USERS, column.withDefault(sql("0"))),
                        new AddColumn(USERS, column.withIdentity(Identity.byDefault())),
                        new AddColumn(USERS, column.withGenerated(new Generated(sql("id + 1"), true))),
                        new AddColumn(USERS, column.withNullable(true)))))
                .isEmpty();
    }

    @Test
    void a_new_table_has_no_rows() {
        assertThat(messages(transaction(
                        new CreateTable(teams()),
                        new AddColumn(TEAMS, column("name", "text").notNull()))))
                .isEmpty();
    }

    private static String messages(Judging judging) {
        return judging.messages("required-column");
    }
}
