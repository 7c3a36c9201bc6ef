package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.TEAMS;
import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.column;
import static dev.autogen.differ.hazard.Judging.sql;
import static dev.autogen.differ.hazard.Judging.teams;
import static dev.autogen.differ.hazard.Judging.transaction;
import static dev.autogen.differ.hazard.Judging.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Generated;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.ContinueNumbering;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropSequence;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataLossTest {
    @Test
    void a_dropped_column_is_told_with_rows_and_size_of_its_table() {
        DropColumn drop = new DropColumn(USERS, "nick", null);
        assertThat(messages(transaction(drop).on(users(column("nick", "text"))).onManyUsers()))
                .isEqualTo("drops users.nick (about 1.2M rows, 340 MB)");
        assertThat(messages(transaction(drop))).isEqualTo("drops users.nick");
    }

    @Test
    void a_table_that_is_small_is_a_loss_without_numbers() {
        Judging judging = transaction(new DropColumn(USERS, "nick", null)).on(users(column("nick", "text")));
        assertThat(messages(judging.sized(USERS, 12, 49_152))).isEqualTo("drops users.nick (small)");
        assertThat(messages(judging.sized(USERS, 0, 16_384))).isEqualTo("drops users.nick (empty)");
        assertThat(messages(judging.sized(USERS, -1, 5_000_000))).isEqualTo("drops users.nick (4.8 MB)");
        assertThat(messages(judging.sized(USERS, 2_500, 999_999)))
                .isEqualTo("drops users.nick (about 2.5K rows, 977 kB)");
    }

    @Test
    void a_dropped_table_names_what_the_way_back_does_not_bring() {
        Judging judging = transaction(new DropTable(USERS, null)).on(users(column("id", "bigint")));
        assertThat(messages(judging.attached(USERS, "trigger audit", "policy own")))
                .isEqualTo("drops table users; downgrade does not bring back: trigger audit, policy own");
        assertThat(judging.hazards()).allSatisfy(hazard -> {
            assertThat(hazard.severity()).isEqualTo(Severity.ERROR);
            assertThat(hazard.object()).isEqualTo(USERS);
        });
    }

    @Test
    void what_is_renamed_first_is_found_by_its_new_name() {
        Judging judging = transaction(
                        new RenameTable(USERS, "people"),
                        new RenameColumn(QualifiedName.of("people"), "nick", "alias"),
                        new DropColumn(QualifiedName.of("people"), "alias", null))
                .on(users(column("nick", "text")))
                .onManyUsers();
        assertThat(messages(judging)).isEqualTo("drops people.alias (about 1.2M rows, 340 MB)");
    }

    @Test
    void what_is_not_there_is_said_not_to_be() {
        Judging gone = transaction(new DropColumn(USERS, "nick", null), new DropTable(TEAMS, null))
                .on(users(column("id", "bigint")));
        assertThat(messages(gone)).isEqualTo("""
                drops users.nick (not in the database)
                drops table teams (not in the database)""");
    }

    @Test
    void nothing_is_lost_with_what_the_run_or_the_one_before_it_made() {
        Table teams = teams(column("id", "bigint"));
        assertThat(messages(transaction(new CreateTable(teams), new DropTable(TEAMS, null))))
                .isEmpty();
        assertThat(messages(transaction(new DropColumn(USERS, "phone", null), new DropTable(TEAMS, null))
                        .after(new CreateTable(teams), new AddColumn(USERS, column("phone", "text")))))
                .isEmpty();
    }

    @Test
    void judging_one_migration_does_not_change_what_the_next_one_begins_with() {
        Hazards start = Hazards.in(HazardContext.of(Catalog.of(users(column("nick", "text")))));
        List<JudgedStep> drop = List.of(JudgedStep.inTransaction(1, new DropColumn(USERS, "nick", null)));
        Hazards end = start.after(List.of()).after(drop);
        assertThat(start.of(drop)).isEqualTo(start.of(drop)).hasToString("[[data-loss: drops users.nick]]");
        assertThat(end.of(drop)).hasToString("[[data-loss: drops users.nick (not in the database)]]");
        assertThat(start.of(drop)).hasToString("[[data-loss: drops users.nick]]");
    }

    @Test
    void a_computed_column_loses_nothing_unless_it_comes_back_as_an_ordinary_one() {
        Column computed = column("length", "integer").withGenerated(new Generated(sql("length(name)"), true));
        DropColumn drop = new DropColumn(USERS, "length", computed);
        assertThat(messages(transaction(drop))).isEmpty();
        assertThat(messages(transaction(drop, new AddColumn(USERS, column("length", "integer")))))
                .isEqualTo("drops users.length");
    }

    @Test
    void a_sequence_loses_its_last_value_unless_something_goes_on_from_it() {
        QualifiedName sequence = QualifiedName.of("users_seq");
        DropSequence drop = new DropSequence(sequence, null);
        ContinueNumbering goesOn =
                new ContinueNumbering(new ColumnRef(USERS, "id"), sequence, ContinueNumbering.Standing.SEQUENCE);
        assertThat(messages(transaction(drop))).isEqualTo("drops the last value of sequence users_seq");
        assertThat(messages(transaction(goesOn, drop))).isEmpty();
    }

    private static String messages(Judging judging) {
        return judging.messages("data-loss");
    }
}
