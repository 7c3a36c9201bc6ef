package dev.autogen.differ;

import static dev.autogen.differ.SmallCatalogs.USERS;
import static dev.autogen.differ.SmallCatalogs.add;
import static dev.autogen.differ.SmallCatalogs.check;
import static dev.autogen.differ.SmallCatalogs.column;
import static dev.autogen.differ.SmallCatalogs.differ;
import static dev.autogen.differ.SmallCatalogs.sql;
import static dev.autogen.differ.SmallCatalogs.table;
import static dev.autogen.differ.SmallCatalogs.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.DataType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldRenamesTest {
    @Test
    void a_rename_is_never_guessed_but_pointed_out_and_carried_out_when_told() {
        Catalog model = renamedColumn("full_name");
        SchemaDiff guess = differ(model, users());
        assertThat(sql(guess.upgrade())).startsWith("ALTER TABLE users ADD COLUMN full_name varchar(50)\n");
        assertThat(guess.notices())
                .filteredOn(notice -> notice.kind() == Notice.Kind.POSSIBLE_RENAME)
                .singleElement()
                .extracting(Notice::message)
                .asString()
                .endsWith("--rename users.name=full_name");
        SchemaDiff told = new SchemaDiffer()
                .diff(
                        model,
                        users(check("c", "length(name) > 3")),
                        DiffOptions.ENTITIES.withRenames(List.of(Rename.parse("users.name=full_name"))));
        assertThat(sql(told.upgrade())).isEqualTo("ALTER TABLE users RENAME COLUMN name TO full_name\n");
        assertThat(sql(told.downgrade())).isEqualTo("ALTER TABLE users RENAME COLUMN full_name TO name\n");
    }

    @Test
    void a_renamed_table_takes_its_foreign_keys_and_claims_along() {
        Table orders = table("orders", column("user_id", "bigint"));
        Catalog live = add(
                users(), orders.withConstraints(List.of(ForeignKey.of("f", List.of("user_id"), USERS, List.of("id")))));
        QualifiedName people = QualifiedName.of("people");
        Catalog model = Catalog.of(
                users().tables().get(0).withName(people),
                orders.withConstraints(List.of(ForeignKey.of(null, List.of("user_id"), people, List.of("id")))));
        assertThat(sql(new SchemaDiffer()
                        .diff(model, live, DiffOptions.ENTITIES.withRenames(List.of(Rename.parse("users=people"))))
                        .upgrade()))
                .isEqualTo("ALTER TABLE users RENAME TO people\n");
    }

    @Test
    void an_owned_sequence_of_a_renamed_table_is_part_of_the_column_that_numbers_itself() {
        Sequence left = new Sequence(
                QualifiedName.of("old_id_seq"),
                DataType.of("bigint"),
                SequenceOptions.NONE,
                new ColumnRef(QualifiedName.of("t"), "id"),
                null);
        Catalog live = Catalog.of(table(
                        "t",
                        column("id", "bigint")
                                .notNull()
                                .withDefault(SqlExpression.of("nextval('old_id_seq'::regclass)"))))
                .withSequences(List.of(left));
        SchemaDiff diff = new SchemaDiffer()
                .diff(numbered(Identity.byDefault()), live, DiffOptions.ENTITIES.withAllowDrops(true));
        assertThat(diff.upgrade()).isEmpty();
        assertThat(diff.notices()).isEmpty();
    }

    @Test
    void a_rename_of_what_is_not_there_is_refused() {
        assertThatThrownBy(() -> new SchemaDiffer()
                        .diff(
                                users(),
                                users(),
                                DiffOptions.ENTITIES.withRenames(List.of(Rename.parse("users.nme=name")))))
                .isInstanceOf(DifferException.class)
                .hasMessageContaining("the database has no column nme in users");
        assertThatThrownBy(() -> Rename.parse("users")).isInstanceOf(DifferException.class);
    }

    private static Catalog renamedColumn(String name) {
        Table users = users(check("c", "length(" + name + ") > 3")).tables().get(0);
        return Catalog.of(users.withColumns(List.of(users.columns().get(0), column(name, "varchar(50)"))));
    }

    private static Catalog numbered(Identity identity) {
        return Catalog.of(table("t", column("id", "bigint").notNull().withIdentity(identity)));
    }
}
