package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.alter;
import static dev.autogen.differ.hazard.Judging.check;
import static dev.autogen.differ.hazard.Judging.column;
import static dev.autogen.differ.hazard.Judging.index;
import static dev.autogen.differ.hazard.Judging.notNull;
import static dev.autogen.differ.hazard.Judging.retype;
import static dev.autogen.differ.hazard.Judging.steps;
import static dev.autogen.differ.hazard.Judging.toTeams;
import static dev.autogen.differ.hazard.Judging.transaction;
import static dev.autogen.differ.hazard.Judging.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.DataType;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.ValidateConstraint;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongLockTest {
    @Test
    void a_required_column_is_checked_while_nobody_can_use_the_table() {
        assertThat(messages(transaction(notNull("nick"))
                        .on(users(column("nick", "text")))
                        .onManyUsers()))
                .isEqualTo("checks every row of users (about 1.2M rows, 340 MB) while nobody can read or write it");
    }

    @Test
    void a_validated_check_spares_the_look_at_the_rows() {
        Judging recipe = steps(
                JudgedStep.inTransaction(
                        1,
                        new AddConstraint(USERS, check("nn", "nick IS NOT NULL").withValidated(false))),
                JudgedStep.inTransaction(2, new ValidateConstraint(USERS, "nn")),
                JudgedStep.inTransaction(3, notNull("nick")),
                JudgedStep.inTransaction(3, new DropConstraint(USERS, "nn", null)));
        assertThat(messages(recipe)).isEmpty();
    }

    @Test
    void a_check_on_something_else_does_not_spare_it() {
        for (String other : List.of("nick2 IS NOT NULL", "nick <> ''", "nick IS NOT NULL OR age > 0")) {
            Table live = users(column("nick", "text")).withConstraints(List.of(check("c", other)));
            assertThat(messages(transaction(notNull("nick")).on(live)))
                    .as(other)
                    .isNotEmpty();
        }
    }

    @Test
    void what_is_validated_in_the_transaction_that_added_it_is_under_the_lock_of_that() {
        assertThat(messages(transaction(
                        new AddConstraint(USERS, check("c", "age > 0").withValidated(false)),
                        new ValidateConstraint(USERS, "c"))))
                .isEqualTo("checks every row of users under the lock of the transaction that added c");
    }

    @Test
    void constraints_that_look_at_the_rows_or_build_an_index() {
        assertThat(messages(transaction(
                        new AddConstraint(USERS, check("c", "age > 0")),
                        new AddConstraint(USERS, toTeams("f", "team_id")),
                        new AddConstraint(USERS, UniqueConstraint.of("u", List.of("name"))),
                        new AddConstraint(USERS, PrimaryKey.of("p", List.of("id"))))))
                .isEqualTo("""
                        checks every row of users while nobody can read or write it
                        checks every row of users while nobody can write to it or to teams
                        builds the index of u while nobody can read or write users
                        builds the index of p while nobody can read or write users""");
    }

    @Test
    void an_index_that_is_there_becomes_a_constraint_at_once() {
        Table live = users(column("id", "bigint").notNull(), column("name", "text"));
        PrimaryKey key = PrimaryKey.of("p", List.of("id"));
        assertThat(messages(transaction(
                                new AddConstraint(USERS, UniqueConstraint.of("u", List.of("name")), "i"),
                                new AddConstraint(USERS, key, "j"))
                        .on(live)))
                .isEmpty();
        assertThat(messages(transaction(new AddConstraint(USERS, key.withColumns(List.of("name"), List.of()), "j"))
                        .on(live)))
                .isEqualTo("checks every row of users while nobody can read or write it");
    }

    @Test
    void not_valid_looks_at_nothing() {
        assertThat(messages(transaction(
                        new AddConstraint(USERS, check("c", "age > 0").withValidated(false)),
                        new AddConstraint(USERS, toTeams("f", "team_id").withValidated(false)))))
                .isEmpty();
    }

    @Test
    void an_index_that_is_sorted_otherwise_is_built_anew() {
        Table live = users(column("name", "citext"));
        AlterColumn retype = retype("name", "citext", "text");
        assertThat(messages(transaction(retype).on(live))).isEmpty();
        assertThat(messages(transaction(retype).on(live.withIndexes(List.of(index("i", "name"))))))
                .isEqualTo("builds the indexes of users.name anew while nobody can read or write the table");
    }

    @Test
    void a_rewrite_says_enough() {
        assertThat(messages(transaction(alter(
                        "id",
                        new ColumnChange.Type(
                                DataType.parse("bigint"), null, null, DataType.parse("integer"), null, null),
                        new ColumnChange.Nullability(false)))))
                .isEmpty();
    }

    @Test
    void a_small_table_is_looked_through_at_once() {
        assertThat(messages(transaction(notNull("nick"), new AddConstraint(USERS, check("c", "age > 0")))
                        .sized(USERS, 900, 100_000)))
                .isEmpty();
    }

    private static String messages(Judging judging) {
        return judging.messages("long-lock");
    }
}
