package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.column;
import static dev.autogen.differ.hazard.Judging.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.ContinueNumbering;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropSequence;
import dev.autogen.schema.operation.ExecuteSql;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceStartTest {
    @Test
    void a_sequence_that_its_name_gives_to_a_table_with_rows() {
        assertThat(messages(transaction(sequence("users_seq", null))
                        .on(table("bigint"))
                        .onManyUsers()))
                .isEqualTo(
                        "sequence users_seq begins at 1 while users (about 1.2M rows, 340 MB) holds rows: it gives ids"
                                + " that are there already");
        assertThat(messages(transaction(sequence("users_id_SEQ", 1L)).on(table("integer"))))
                .isNotEmpty();
    }

    @Test
    void a_sequence_that_takes_the_place_of_the_only_one_that_goes() {
        CreateSequence create = sequence("ids", null);
        DropSequence drop = new DropSequence(QualifiedName.of("users_seq"), null);
        assertThat(messages(transaction(create, drop).on(table("bigint"))))
                .startsWith("sequence ids begins at 1 while users");
        assertThat(messages(transaction(create, sequence("others", null), drop).on(table("bigint"))))
                .isEmpty();
    }

    @Test
    void one_that_is_set_behind_the_rows_is_none() {
        CreateSequence create = sequence("users_seq", null);
        assertThat(messages(transaction(sequence("users_seq", 5_000L)).on(table("bigint"))))
                .isEmpty();
        assertThat(messages(transaction(
                                create,
                                new ContinueNumbering(
                                        new ColumnRef(USERS, "id"),
                                        QualifiedName.of("users_seq"),
                                        ContinueNumbering.Standing.COLUMN))
                        .on(table("bigint"))))
                .isEmpty();
        assertThat(messages(transaction(create, ContinueNumbering.behindRows(new ColumnRef(USERS, "id")))
                        .on(table("bigint"))))
                .isEmpty();
        assertThat(messages(transaction(
                                create,
                                new ExecuteSql("SELECT setval('users_seq', (SELECT max(id) FROM users))", List.of()))
                        .on(table("bigint"))))
                .isEmpty();
    }

    @Test
    void a_table_that_is_new_empty_unknown_or_has_no_number_for_its_key_is_none() {
        CreateSequence create = sequence("users_seq", null);
        assertThat(messages(transaction(create, new CreateTable(table("bigint")))))
                .isEmpty();
        assertThat(messages(transaction(create).on(table("bigint")).sized(USERS, 0, 8_192)))
                .isEmpty();
        assertThat(messages(transaction(create))).isEmpty();
        assertThat(messages(transaction(create).on(table("uuid")))).isEmpty();
        assertThat(messages(transaction(sequence("numbers", null)).on(table("bigint"))))
                .isEmpty();
    }

    private static Table table(String type) {
        return Judging.users(column("id", type)).withConstraints(List.of(PrimaryKey.of("users_pkey", List.of("id"))));
    }

    private static CreateSequence sequence(String name, Long start) {
        return new CreateSequence(Sequence.of(QualifiedName.of(name), SequenceOptions.of(start, 50L)));
    }

    private static String messages(Judging judging) {
        return judging.messages("sequence-start");
    }
}
