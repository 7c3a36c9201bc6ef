package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.operation.AlterSequence;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.SequenceChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceIncrementTest {
    private static final QualifiedName SEQUENCE = QualifiedName.of("users_seq");

    @Test
    void another_step_gives_ids_twice_while_old_instances_run() {
        assertThat(messages(transaction(alter(1L, 50L))))
                .isEqualTo(
                        "sequence users_seq counts by 50 instead of 1: instances that run with another allocationSize"
                                + " give ids twice");
        assertThat(messages(transaction(alter(1L, 50L).asRecorded())))
                .isEqualTo(
                        "sequence users_seq counts by 50: instances that run with another allocationSize give ids twice");
    }

    @Test
    void other_options_do_not() {
        assertThat(messages(transaction(alter(50L, 50L), alter(null, null), alter(null, 1L))))
                .isEmpty();
    }

    @Test
    void nobody_counts_with_a_new_sequence() {
        CreateSequence create = new CreateSequence(Sequence.of(SEQUENCE, SequenceOptions.NONE));
        assertThat(messages(transaction(create, alter(1L, 50L)))).isEmpty();
    }

    private static Operation alter(Long from, Long to) {
        return new AlterSequence(
                SEQUENCE,
                List.of(new SequenceChange.Options(SequenceOptions.of(null, to), SequenceOptions.of(null, from))));
    }

    private static String messages(Judging judging) {
        return judging.messages("sequence-increment");
    }
}
