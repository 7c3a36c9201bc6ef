package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.column;
import static dev.autogen.differ.hazard.Judging.steps;
import static dev.autogen.differ.hazard.Judging.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.CreateTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LockQueueTest {
    @Test
    void a_migration_that_waits_for_ever_is_told_where_it_says_so() {
        Judging judging = steps(
                new JudgedStep.LockTimeout(Duration.ZERO),
                JudgedStep.inTransaction(1, new AddColumn(USERS, column("phone", "text"))));
        assertThat(messages(judging))
                .isEqualTo("waits for its locks for ever, and whoever comes after it waits as well");
    }

    @Test
    void a_limit_of_any_length_is_one() {
        assertThat(messages(steps(
                        new JudgedStep.LockTimeout(Duration.ofMinutes(1)),
                        JudgedStep.inTransaction(1, new AddColumn(USERS, column("phone", "text"))))))
                .isEmpty();
    }

    @Test
    void nobody_waits_for_what_is_only_made_now() {
        assertThat(messages(steps(
                        new JudgedStep.LockTimeout(Duration.ZERO),
                        JudgedStep.inTransaction(1, new CreateTable(users())))))
                .isEmpty();
    }

    private static String messages(Judging judging) {
        return judging.messages("lock-queue");
    }
}
