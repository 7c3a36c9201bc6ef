package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.column;
import static dev.autogen.differ.hazard.Judging.index;
import static dev.autogen.differ.hazard.Judging.sql;
import static dev.autogen.differ.hazard.Judging.toTeams;
import static dev.autogen.differ.hazard.Judging.transaction;
import static dev.autogen.differ.hazard.Judging.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.Index;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropConstraint;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnindexedForeignKeyTest {
    private static final AddConstraint KEY = new AddConstraint(USERS, toTeams("f", "team_id"));

    @Test
    void a_delete_on_the_other_side_reads_the_whole_table() {
        assertThat(messages(transaction(KEY).onManyUsers()))
                .isEqualTo(
                        "no index of users (about 1.2M rows, 340 MB) begins with team_id: each delete from teams reads"
                                + " all of it");
    }

    @Test
    void an_index_that_is_there_or_comes_later_in_the_run_serves() {
        Table users = users(column("team_id", "bigint"));
        assertThat(messages(transaction(KEY).on(users.withIndexes(List.of(index("i", "team_id", "name"))))))
                .isEmpty();
        assertThat(messages(transaction(KEY)
                        .on(users.withConstraints(List.of(UniqueConstraint.of("u", List.of("team_id")))))))
                .isEmpty();
        assertThat(messages(transaction(KEY, new CreateIndex(USERS, index("i", "team_id"), false))
                        .on(users)))
                .isEmpty();
    }

    @Test
    void an_index_that_begins_otherwise_or_holds_some_rows_only_does_not() {
        Table users = users(column("team_id", "bigint"));
        Index partial = index("i", "team_id").withPredicate(sql("active"));
        assertThat(messages(transaction(KEY).on(users.withIndexes(List.of(partial, index("j", "name", "team_id"))))))
                .isNotEmpty();
    }

    @Test
    void a_key_that_is_made_anew_is_no_worse_than_before() {
        assertThat(messages(transaction(new DropConstraint(USERS, "f", KEY.constraint()), KEY)))
                .isEmpty();
    }

    @Test
    void a_small_or_new_table_is_read_at_once() {
        assertThat(messages(transaction(KEY).sized(USERS, 10, 8_192))).isEmpty();
        assertThat(messages(transaction(new CreateTable(users(column("team_id", "bigint"))), KEY)))
                .isEmpty();
    }

    private static String messages(Judging judging) {
        return judging.messages("unindexed-foreign-key");
    }
}
