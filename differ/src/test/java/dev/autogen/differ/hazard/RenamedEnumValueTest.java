package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.RenameEnumValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenamedEnumValueTest {
    private static final QualifiedName MOOD = QualifiedName.of("mood");

    @Test
    void running_instances_write_the_old_label() {
        assertThat(messages(transaction(new RenameEnumValue(MOOD, "sad", "blue"))))
                .isEqualTo("running instances still write sad of mood and cannot read blue");
    }

    @Test
    void nobody_writes_a_label_of_a_new_type() {
        assertThat(messages(transaction(
                        new CreateEnum(new EnumType(MOOD, List.of("sad"))), new RenameEnumValue(MOOD, "sad", "blue"))))
                .isEmpty();
    }

    private static String messages(Judging judging) {
        return judging.messages("renamed-enum-value");
    }
}
