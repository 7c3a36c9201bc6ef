package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.check;
import static dev.autogen.differ.hazard.Judging.column;
import static dev.autogen.differ.hazard.Judging.filled;
import static dev.autogen.differ.hazard.Judging.index;
import static dev.autogen.differ.hazard.Judging.notNull;
import static dev.autogen.differ.hazard.Judging.retype;
import static dev.autogen.differ.hazard.Judging.steps;
import static dev.autogen.differ.hazard.Judging.toTeams;
import static dev.autogen.differ.hazard.Judging.transaction;
import static dev.autogen.differ.hazard.Judging.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AlterDomain;
import dev.autogen.schema.operation.AlterSequence;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DomainChange;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.EnumUse;
import dev.autogen.schema.operation.RebuildEnum;
import dev.autogen.schema.operation.SequenceChange;
import dev.autogen.schema.operation.ValidateConstraint;
import java.util.List;
import org.junit.jupiter.api.Test;

class MayFailTest {
    @Test
    void nulls_stop_a_column_from_being_required() {
        assertThat(messages(transaction(notNull("nick"))
                        .on(users(column("nick", "text")))
                        .onManyUsers()))
                .isEqualTo("fails if users.nick (about 1.2M rows, 340 MB) holds nulls: fill them in first");
    }

    @Test
    void nothing_stops_it_where_the_rows_were_filled_or_looked_at_before() {
        assertThat(messages(steps(
                        JudgedStep.inTransaction(1, new AddColumn(USERS, column("phone", "text"))),
                        filled("phone"),
                        JudgedStep.inTransaction(
                                2,
                                new AddConstraint(
                                        USERS, check("nn", "phone IS NOT NULL").withValidated(false))),
                        JudgedStep.inTransaction(3, new ValidateConstraint(USERS, "nn")),
                        JudgedStep.inTransaction(4, notNull("phone")))))
                .isEmpty();
        Table checked = users(column("nick", "text")).withConstraints(List.of(check("nn", "(nick IS NOT NULL)")));
        assertThat(messages(transaction(notNull("nick")).on(checked))).isEmpty();
    }

    @Test
    void rows_stop_a_constraint() {
        assertThat(messages(transaction(
                        new AddConstraint(USERS, UniqueConstraint.of("u", List.of("name"))),
                        new AddConstraint(USERS, toTeams("f", "team_id")),
                        new AddConstraint(USERS, check("c", "age > 0")))))
                .isEqualTo("""
                        u fails if users holds duplicates
                        f fails if users holds rows without their counterpart in teams
                        c fails if users holds rows that violate it""");
    }

    @Test
    void an_index_that_is_there_has_found_the_duplicates() {
        assertThat(messages(transaction(new AddConstraint(USERS, UniqueConstraint.of("u", List.of("name")), "i"))))
                .isEmpty();
    }

    @Test
    void a_constraint_that_does_not_look_at_the_rows_fails_when_it_is_validated() {
        Judging judging = steps(
                JudgedStep.inTransaction(
                        1, new AddConstraint(USERS, check("c", "age > 0").withValidated(false))),
                JudgedStep.inTransaction(2, new ValidateConstraint(USERS, "c")));
        assertThat(Hazards.in(HazardContext.UNKNOWN).of(judging.steps()))
                .extracting(hazards -> hazards.stream().map(Hazard::toString).toList())
                .containsExactly(List.of(), List.of("may-fail: c fails if users holds rows that violate it"));
        assertThat(messages(transaction(new ValidateConstraint(USERS, "unheard_of"))))
                .isEqualTo("unheard_of fails if users holds rows that violate it");
    }

    @Test
    void a_key_over_a_new_column_that_is_null_in_every_row_cannot_fail() {
        assertThat(messages(transaction(
                        new AddColumn(USERS, column("team_id", "bigint")),
                        new AddConstraint(USERS, toTeams("f", "team_id")),
                        new AddConstraint(USERS, UniqueConstraint.of("u", List.of("team_id"))),
                        new CreateIndex(USERS, index("i", "team_id").withUnique(true), false))))
                .isEmpty();
    }

    @Test
    void duplicates_stop_a_unique_index() {
        CreateIndex create = new CreateIndex(USERS, index("i", "name").withUnique(true), true);
        assertThat(messages(steps(JudgedStep.outside(create)).onManyUsers()))
                .isEqualTo("fails if users (about 1.2M rows, 340 MB) holds duplicates for index i");
        assertThat(messages(steps(JudgedStep.outside(create)).sized(USERS, 0, 16384)))
                .isEmpty();
    }

    @Test
    void a_check_made_anew_may_not_fit_the_new_type_of_its_column() {
        CheckConstraint check = check("c", "code <> ''");
        assertThat(messages(transaction(
                                new DropConstraint(USERS, "c", check),
                                retype("code", "text", "integer", "code::integer"),
                                new AddConstraint(USERS, check))
                        .on(users(column("code", "text")))))
                .isEqualTo(
                        "constraint c comes back as it was, which fails if it does not fit the new type of users.code");
    }

    @Test
    void a_label_that_goes_may_be_held() {
        QualifiedName mood = QualifiedName.of("mood");
        RebuildEnum rebuild = new RebuildEnum(
                new EnumType(mood, List.of("happy")),
                new EnumType(mood, List.of("sad", "happy")),
                List.of(new EnumUse(new ColumnRef(USERS, "mood"), false, null)));
        assertThat(messages(transaction(rebuild))).isEqualTo("fails if a row holds a label that goes: sad");
        assertThat(messages(transaction(rebuild).sized(USERS, 0, 0))).isEmpty();
    }

    @Test
    void tighter_domains_and_sequences_may_be_violated() {
        QualifiedName code = QualifiedName.of("code");
        assertThat(messages(transaction(
                        new AlterDomain(code, List.of(new DomainChange.Nullability(false))),
                        new AlterSequence(
                                code,
                                List.of(new SequenceChange.Options(
                                        new SequenceOptions(null, null, null, 10L, null, null), null))))))
                .isEqualTo("""
                        fails if a column of domain code holds a value that violates it
                        fails if sequence code stands outside of its new bounds""");
    }

    private static String messages(Judging judging) {
        return judging.messages("may-fail");
    }
}
