package dev.autogen.differ;

import static dev.autogen.differ.SmallCatalogs.USERS;
import static dev.autogen.differ.SmallCatalogs.add;
import static dev.autogen.differ.SmallCatalogs.check;
import static dev.autogen.differ.SmallCatalogs.column;
import static dev.autogen.differ.SmallCatalogs.differ;
import static dev.autogen.differ.SmallCatalogs.index;
import static dev.autogen.differ.SmallCatalogs.sql;
import static dev.autogen.differ.SmallCatalogs.table;
import static dev.autogen.differ.SmallCatalogs.unique;
import static dev.autogen.differ.SmallCatalogs.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    @Test
    void what_nobody_claims_stays_and_is_drift_only_under_strict() {
        Catalog live = add(users(unique("u", "name"), index("i", "name")), table("legacy", column("id", "bigint")));
        assertThat(differ(users(), live).upgrade()).isEmpty();
        assertThat(differ(users(), live).drift()).isFalse();
        assertThat(new SchemaDiffer()
                        .diff(users(), live, DiffOptions.ENTITIES.withStrict(true))
                        .drift())
                .isTrue();
        assertThat(sql(new SchemaDiffer()
                        .diff(users(), live, DiffOptions.ENTITIES.withAllowDrops(true))
                        .upgrade()))
                .isEqualTo("""
                        ALTER TABLE users DROP CONSTRAINT u
                        DROP INDEX i
                        DROP TABLE legacy
                        """);
    }

    @Test
    void what_a_migration_created_goes_when_the_model_has_it_no_more() {
        Table legacy = table("legacy", column("id", "bigint"));
        Claims claims = new ClaimRecorder()
                .replay(List.of(
                        new CreateTable(legacy),
                        new AddColumn(USERS, column("nick", "text").withDefault(SqlExpression.of("''"))),
                        new CreateIndex(USERS, index("i", "name", "nick"), false)))
                .claims();
        Table users = users().tables().get(0);
        List<Column> columns = new ArrayList<>(users.columns());
        columns.add(column("nick", "text").withDefault(SqlExpression.of("''")));
        Catalog live = Catalog.of(users.withColumns(columns).withIndexes(List.of(index("i", "name", "nick"))), legacy);
        SchemaDiff diff = new SchemaDiffer().diff(users(), live, DiffOptions.ENTITIES.withClaims(claims));
        assertThat(sql(diff.upgrade())).isEqualTo("""
                DROP INDEX i
                ALTER TABLE users DROP COLUMN nick
                DROP TABLE legacy
                """);
        assertThat(sql(diff.downgrade())).isEqualTo("""
                CREATE TABLE legacy ( id bigint )
                ALTER TABLE users ADD COLUMN nick text DEFAULT ''
                CREATE INDEX i ON users (name, nick)
                """);
    }

    @Test
    void what_jpa_has_no_words_for_stays_even_when_claimed() {
        Index partial = index("i", "name").withPredicate(SqlExpression.of("name <> ''"));
        Claims claims = new ClaimRecorder()
                .replay(List.of(new CreateIndex(USERS, partial, false)))
                .claims();
        assertThat(new SchemaDiffer()
                        .diff(users(), users(partial), DiffOptions.ENTITIES.withClaims(claims))
                        .upgrade())
                .isEmpty();
    }

    @Test
    void claims_follow_renames_and_forget_what_was_dropped() {
        Claims claims = new ClaimRecorder()
                .replay(List.of(
                        new CreateTable(users().tables().get(0)),
                        new RenameTable(USERS, "people"),
                        new RenameColumn(QualifiedName.of("people"), "name", "full_name"),
                        new DropColumn(QualifiedName.of("people"), "id", null)))
                .claims();
        assertThat(claims.objects())
                .containsExactlyInAnyOrder(
                        ObjectRef.table(QualifiedName.of("people")),
                        ObjectRef.column(QualifiedName.of("people"), "full_name"),
                        ObjectRef.constraint(QualifiedName.of("people"), "users_pkey"));
    }

    @Test
    void what_a_migration_left_unnamed_is_claimed_by_the_name_postgresql_gave_it() {
        Table users =
                users(unique(null, "name"), check(null, "name <> ''")).tables().get(0);
        Claims claims =
                new ClaimRecorder().replay(List.of(new CreateTable(users))).claims();
        Catalog live = users(unique("users_name_key", "name"), check("users_name_check", "name <> ''"));
        SchemaDiff diff = new SchemaDiffer().diff(users(), live, DiffOptions.ENTITIES.withClaims(claims));
        assertThat(sql(diff.upgrade())).isEqualTo("""
                ALTER TABLE users DROP CONSTRAINT users_name_key
                ALTER TABLE users DROP CONSTRAINT users_name_check
                """);
    }
}
