package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.transaction;
import static dev.autogen.differ.hazard.Judging.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.RenameTable;
import org.junit.jupiter.api.Test;

class RenamedTableTest {
    @Test
    void running_instances_ask_for_the_old_name() {
        assertThat(messages(transaction(new RenameTable(USERS, "people"))))
                .isEqualTo("running instances still ask for users when it is people");
    }

    @Test
    void however_small_the_table_is() {
        assertThat(messages(transaction(new RenameTable(USERS, "people")).sized(USERS, 0, 0)))
                .isNotEmpty();
    }

    @Test
    void nobody_asks_for_what_is_new() {
        assertThat(messages(transaction(new CreateTable(users()), new RenameTable(USERS, "people"))))
                .isEmpty();
    }

    private static String messages(Judging judging) {
        return judging.messages("renamed-table");
    }
}
