package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.alter;
import static dev.autogen.differ.hazard.Judging.column;
import static dev.autogen.differ.hazard.Judging.transaction;
import static dev.autogen.differ.hazard.Judging.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.Column;
import dev.autogen.schema.Identity;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateTable;
import org.junit.jupiter.api.Test;

class SerialColumnTest {
    @Test
    void a_serial_column_is_told_wherever_it_comes_from() {
        Column serial = column("id", "bigint").withIdentity(new Identity(Identity.Kind.SERIAL, SequenceOptions.NONE));
        String message = "users.id is serial: GenerationType.IDENTITY means an identity column";
        assertThat(messages(transaction(new CreateTable(users(serial))))).isEqualTo(message);
        assertThat(messages(transaction(new AddColumn(USERS, serial)))).isEqualTo(message);
        assertThat(messages(transaction(
                        alter("id", new ColumnChange.Numbering(serial.identity(), Identity.byDefault(), true)))))
                .isEqualTo(message);
    }

    @Test
    void an_identity_column_is_what_entities_mean() {
        Column identity = column("id", "bigint").withIdentity(Identity.byDefault());
        assertThat(messages(transaction(new CreateTable(users(identity))))).isEmpty();
        assertThat(messages(transaction(alter("id", new ColumnChange.Numbering(null, identity.identity(), true)))))
                .isEmpty();
    }

    private static String messages(Judging judging) {
        return judging.messages("serial-column");
    }
}
