package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.column;
import static dev.autogen.differ.hazard.Judging.index;
import static dev.autogen.differ.hazard.Judging.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurprisingNameTest {
    @Test
    void a_key_word_that_no_statement_can_say_without_quotes() {
        assertThat(messages(transaction(
                        new CreateTable(Table.of(QualifiedName.of("user"), List.of(column("order", "integer")))))))
                .isEqualTo(
                        "user, order: a key word, which Hibernate writes without quotes unless the entity quotes it");
    }

    @Test
    void a_key_word_that_may_name_a_column_is_no_surprise() {
        assertThat(messages(transaction(
                        new AddColumn(USERS, column("position", "integer")),
                        new AddColumn(USERS, column("timestamp", "timestamptz")),
                        new AddColumn(USERS, column("name", "text")))))
                .isEmpty();
    }

    @Test
    void capitals_mean_another_name_without_quotes() {
        assertThat(messages(transaction(new RenameTable(USERS, "People"), new RenameColumn(USERS, "name", "fullName"))))
                .isEqualTo("""
                        People: capitals, so whoever writes it without quotes means another name
                        fullName: capitals, so whoever writes it without quotes means another name""");
    }

    @Test
    void a_name_that_is_too_long_is_cut() {
        String name = "i".repeat(64);
        assertThat(messages(transaction(new CreateIndex(USERS, index(name, "name"), false))))
                .isEqualTo(name + ": longer than 63 bytes, so PostgreSQL cuts it");
        assertThat(messages(transaction(new CreateIndex(USERS, index("Name of my Index", "name"), false))))
                .isEmpty();
    }

    private static String messages(Judging judging) {
        return judging.messages("surprising-name");
    }
}
