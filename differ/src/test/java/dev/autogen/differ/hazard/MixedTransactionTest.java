package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.column;
import static dev.autogen.differ.hazard.Judging.index;
import static dev.autogen.differ.hazard.Judging.sql;
import static dev.autogen.differ.hazard.Judging.steps;
import static dev.autogen.differ.hazard.Judging.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddEnumValue;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixedTransactionTest {
    private static final QualifiedName MOOD = QualifiedName.of("mood");

    @Test
    void concurrently_needs_to_be_outside_of_a_transaction() {
        CreateIndex create = new CreateIndex(USERS, index("i", "name"), true);
        Judging judging = transaction(create, new DropIndex(USERS, "j", null, true));
        assertThat(messages(judging)).isEqualTo("""
                index i cannot be built concurrently in a transaction
                index j cannot be dropped concurrently in a transaction""");
        assertThat(judging.hazards()).extracting(Hazard::severity).containsOnly(Severity.ERROR);
        assertThat(messages(steps(JudgedStep.outside(create)))).isEmpty();
    }

    @Test
    void a_new_label_is_not_used_before_its_transaction_is_over() {
        Operation add = new AddEnumValue(MOOD, "calm", null, null, null, List.of());
        Operation use = new AddColumn(
                USERS,
                Column.of("mood", new DataType(null, "mood", List.of(), 0)).withDefault(sql("'calm'::mood")));
        String message = "uses 'calm' of type mood in the transaction that adds it, which PostgreSQL refuses";
        assertThat(messages(transaction(add, use))).isEqualTo(message);
        assertThat(messages(transaction(add, new ExecuteSql("update users set mood = 'calm'", List.of()))))
                .isEqualTo(message);
        assertThat(messages(steps(JudgedStep.inTransaction(1, add), JudgedStep.inTransaction(2, use))))
                .isEmpty();
        assertThat(messages(steps(JudgedStep.outside(add), JudgedStep.inTransaction(1, use))))
                .isEmpty();
    }

    @Test
    void a_label_of_a_type_that_is_new_too_may_be_used_at_once() {
        assertThat(messages(transaction(
                        new CreateEnum(new EnumType(MOOD, List.of("sad"))),
                        new AddEnumValue(MOOD, "calm", null, null, null, List.of()),
                        new ExecuteSql("update users set mood = 'calm'", List.of()))))
                .isEmpty();
    }

    @Test
    void a_text_that_only_looks_like_the_label_is_none() {
        assertThat(messages(transaction(
                        new AddEnumValue(MOOD, "calm", null, null, null, List.of()),
                        new AddColumn(USERS, column("note", "text").withDefault(sql("'calm'"))))))
                .isEmpty();
    }

    private static String messages(Judging judging) {
        return judging.messages("mixed-transaction");
    }
}
