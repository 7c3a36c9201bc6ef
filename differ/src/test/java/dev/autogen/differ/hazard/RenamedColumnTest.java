package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.column;
import static dev.autogen.differ.hazard.Judging.transaction;
import static dev.autogen.differ.hazard.Judging.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.RenameColumn;
import org.junit.jupiter.api.Test;

class RenamedColumnTest {
    @Test
    void running_instances_ask_for_the_old_name() {
        assertThat(messages(transaction(new RenameColumn(USERS, "name", "full_name"))))
                .isEqualTo("running instances still ask for users.name when it is full_name");
    }

    @Test
    void nobody_asks_for_what_is_new() {
        assertThat(messages(transaction(
                        new AddColumn(USERS, column("name", "text")), new RenameColumn(USERS, "name", "full_name"))))
                .isEmpty();
        assertThat(messages(transaction(
                        new CreateTable(users(column("name", "text"))), new RenameColumn(USERS, "name", "full_name"))))
                .isEmpty();
    }

    private static String messages(Judging judging) {
        return judging.messages("renamed-column");
    }
}
