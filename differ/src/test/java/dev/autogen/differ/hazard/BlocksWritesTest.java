package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.column;
import static dev.autogen.differ.hazard.Judging.index;
import static dev.autogen.differ.hazard.Judging.steps;
import static dev.autogen.differ.hazard.Judging.transaction;
import static dev.autogen.differ.hazard.Judging.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.DropTable;
import org.junit.jupiter.api.Test;

class BlocksWritesTest {
    @Test
    void an_index_is_built_while_writers_wait() {
        assertThat(messages(transaction(new CreateIndex(USERS, index("i", "name"), false))
                        .onManyUsers()))
                .isEqualTo("nobody can write to users (about 1.2M rows, 340 MB) while index i is built");
    }

    @Test
    void an_index_is_dropped_while_readers_wait_too() {
        assertThat(messages(transaction(new DropIndex(USERS, "i", null, false))))
                .isEqualTo("nobody can read or write users while index i is dropped");
    }

    @Test
    void concurrently_nobody_waits() {
        assertThat(messages(steps(
                        JudgedStep.outside(new CreateIndex(USERS, index("i", "name"), true)),
                        JudgedStep.outside(new DropIndex(USERS, "j", null, true)))))
                .isEmpty();
    }

    @Test
    void a_small_or_new_table_is_no_reason_to_wait() {
        CreateIndex create = new CreateIndex(USERS, index("i", "name"), false);
        assertThat(messages(transaction(create).sized(USERS, 20, 16_384))).isEmpty();
        assertThat(messages(transaction(new CreateTable(users(column("name", "text"))), create)))
                .isEmpty();
    }

    @Test
    void an_index_goes_with_its_table() {
        assertThat(messages(transaction(new DropIndex(USERS, "i", null, false), new DropTable(USERS, null))))
                .isEmpty();
    }

    private static String messages(Judging judging) {
        return judging.messages("blocks-writes");
    }
}
