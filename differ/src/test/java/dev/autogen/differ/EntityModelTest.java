package dev.autogen.differ;

import static dev.autogen.differ.SmallCatalogs.USERS;
import static dev.autogen.differ.SmallCatalogs.add;
import static dev.autogen.differ.SmallCatalogs.assertSilent;
import static dev.autogen.differ.SmallCatalogs.check;
import static dev.autogen.differ.SmallCatalogs.column;
import static dev.autogen.differ.SmallCatalogs.diff;
import static dev.autogen.differ.SmallCatalogs.differ;
import static dev.autogen.differ.SmallCatalogs.index;
import static dev.autogen.differ.SmallCatalogs.sql;
import static dev.autogen.differ.SmallCatalogs.table;
import static dev.autogen.differ.SmallCatalogs.unique;
import static dev.autogen.differ.SmallCatalogs.uniqueIndex;
import static dev.autogen.differ.SmallCatalogs.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.ReferentialAction;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntityModelTest {
    @Test
    void a_unique_constraint_of_the_model_is_satisfied_by_a_unique_index_or_constraint_of_any_name() {
        Catalog model = users(unique(null, "name"));
        assertSilent(model, users(unique("uk6dotkott2kjsp8vw4d0m25fb7", "name")));
        assertSilent(model, users(uniqueIndex("whatever", "name")));
        assertSilent(users(uniqueIndex("ix_users_name", "name")), users(unique("users_name_key", "name")));
    }

    @Test
    void a_given_name_for_the_same_structure_is_a_rename() {
        assertThat(diff(users(unique("uq_users_name", "name")), users(unique("users_name_key", "name"))))
                .isEqualTo("ALTER TABLE users RENAME CONSTRAINT users_name_key TO uq_users_name\n");
        assertThat(diff(users(index("ix_name", "name")), users(index("ix", "name"))))
                .isEqualTo("ALTER INDEX ix RENAME TO ix_name\n");
    }

    @Test
    void what_is_created_without_a_name_gets_the_name_postgresql_would_choose() {
        Table orders = table("orders", column("id", "bigint"), column("user_id", "bigint"), column("state", "text"))
                .withConstraints(List.of(
                        PrimaryKey.of(null, List.of("id")),
                        unique(null, "user_id"),
                        ForeignKey.of(null, List.of("user_id"), USERS, List.of()),
                        check(null, "state <> ''"),
                        check(null, "state <> 'x'")))
                .withIndexes(List.of(index(null, "state")));
        assertThat(diff(add(users(), orders), users())).isEqualTo("""
                CREATE TABLE orders ( id bigint NOT NULL, user_id bigint, state text,\
                 CONSTRAINT orders_pkey PRIMARY KEY (id), CONSTRAINT orders_user_id_key UNIQUE (user_id),\
                 CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id),\
                 CONSTRAINT orders_state_check CHECK (state <> ''), CONSTRAINT orders_state_check1 CHECK (state <> 'x') )
                CREATE INDEX orders_state_idx ON orders (state)
                """);
    }

    @Test
    void a_constant_added_to_an_enum_replaces_its_check_though_nobody_claims_it() {
        SchemaDiff diff = differ(
                users(check(null, "name in ('A','B','C')")), users(check("users_name_check", "name in ('A','B')")));
        assertThat(sql(diff.upgrade())).isEqualTo("""
                ALTER TABLE users DROP CONSTRAINT users_name_check
                ALTER TABLE users ADD CONSTRAINT users_name_check CHECK (name in ('A','B','C'))
                """);
    }

    @Test
    void defaults_comments_and_options_the_model_does_not_say_stay() {
        Table live = users().tables().get(0).withComment("people");
        Column name = live.column("name")
                .orElseThrow()
                .withDefault(SqlExpression.of("'x'"))
                .withComment("c");
        SchemaDiff diff = differ(
                users(), Catalog.of(live.withColumns(List.of(live.columns().get(0), name))));
        assertThat(diff.upgrade()).isEmpty();
        assertThat(diff.drift()).isFalse();
        assertThat(diff.notices())
                .extracting(Notice::kind)
                .containsOnly(Notice.Kind.KEPT)
                .hasSize(3);
    }

    @Test
    void serial_and_identity_are_one_way_to_number_as_good_as_the_other() {
        Catalog identity = numbered(Identity.byDefault());
        Catalog serial = numbered(new Identity(Identity.Kind.SERIAL, SequenceOptions.of(5L, 7L)));
        assertSilent(identity, serial);
        assertSilent(serial, identity);
        assertSilent(identity, numbered(new Identity(Identity.Kind.ALWAYS, SequenceOptions.NONE)));
    }

    @Test
    void a_model_that_counts_in_ones_differs_from_a_sequence_that_does_not() {
        assertThat(diff(sequence(null, null), sequence(null, 50L)))
                .isEqualTo("ALTER SEQUENCE users_seq INCREMENT BY 1\n");
        assertSilent(sequence(null, null), sequence(7L, 1L));
    }

    @Test
    void a_sequence_differs_in_its_increment_alone() {
        assertThat(diff(sequence(1L, 50L), sequence(100L, 10L)))
                .isEqualTo("ALTER SEQUENCE users_seq INCREMENT BY 50\n");
        assertSilent(sequence(1L, 1L), sequence(100L, null));
        assertThat(diff(sequence(1L, 50L), Catalog.EMPTY))
                .isEqualTo("CREATE SEQUENCE users_seq INCREMENT BY 50 START WITH 1\n");
    }

    @Test
    void the_order_of_a_composite_key_is_no_difference() {
        Table one = table("t", column("a", "int").notNull(), column("b", "int").notNull())
                .withConstraints(List.of(PrimaryKey.of(null, List.of("a", "b"))));
        Table other = one.withConstraints(List.of(PrimaryKey.of("t_pk", List.of("b", "a"))));
        assertSilent(Catalog.of(one), Catalog.of(other));
    }

    @Test
    void on_delete_is_compared_and_what_jpa_cannot_say_of_a_foreign_key_stays() {
        ForeignKey plain = ForeignKey.of(null, List.of("id"), USERS, List.of("id"));
        Catalog live = users(plain.withName("f").withOnUpdate(ReferentialAction.CASCADE));
        assertSilent(users(plain), live);
        assertThat(diff(users(plain.withOnDelete(ReferentialAction.CASCADE)), users(plain.withName("f"))))
                .isEqualTo("""
                        ALTER TABLE users DROP CONSTRAINT f
                        ALTER TABLE users ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES users (id) ON DELETE CASCADE
                        """);
    }

    @Test
    void an_invalid_index_is_made_again() {
        Index invalid = new Index(
                "i", "btree", List.of(IndexKey.column("name")), List.of(), false, false, null, Map.of(), false);
        assertThat(diff(users(index("i", "name")), users(invalid)))
                .isEqualTo("DROP INDEX i\nCREATE INDEX i ON users (name)\n");
    }

    @Test
    void a_generated_column_is_computed_otherwise_in_place_where_the_server_can() {
        Catalog live = generated("name || 'a'", true);
        Catalog model = generated("name || 'b'", true);
        DiffOptions seventeen = DiffOptions.ENTITIES.withServerVersion(17);
        assertThat(sql(new SchemaDiffer().diff(model, live, seventeen).upgrade()))
                .isEqualTo("ALTER TABLE users ALTER COLUMN g SET EXPRESSION AS (name || 'b')\n");
        assertThat(sql(new SchemaDiffer().diff(model, live, seventeen).downgrade()))
                .isEqualTo("ALTER TABLE users ALTER COLUMN g SET EXPRESSION AS (name || 'a')\n");
        assertThat(diff(model, live)).isEqualTo("""
                ALTER TABLE users DROP COLUMN g
                ALTER TABLE users ADD COLUMN g text GENERATED ALWAYS AS (name || 'b') STORED
                """);
        assertThat(sql(new SchemaDiffer()
                        .diff(generated("name || 'b'", false), generated("name || 'a'", false), DiffOptions.ENTITIES)
                        .upgrade()))
                .startsWith("ALTER TABLE users DROP COLUMN g\n");
    }

    @Test
    void a_stored_column_stays_so_where_hibernate_makes_virtual_ones() {
        assertSilent(generated("name || 'a'", false, true), generated("name || 'a'", true));
        assertSilent(generated("name || 'a'", true, true), generated("name || 'a'", false));
        assertThat(diff(generated("name || 'a'", true), generated("name || 'a'", false)))
                .isEqualTo("""
                ALTER TABLE users DROP COLUMN g
                ALTER TABLE users ADD COLUMN g text GENERATED ALWAYS AS (name || 'a') STORED
                """);
    }

    @Test
    void a_column_that_a_model_calls_virtual_becomes_so_where_the_server_knows_it() {
        assertThat(diff(generated("name || 'a'", false), generated("name || 'a'", true)))
                .isEqualTo("""
                ALTER TABLE users DROP COLUMN g
                ALTER TABLE users ADD COLUMN g text GENERATED ALWAYS AS (name || 'a') VIRTUAL
                """);
        assertThatThrownBy(() -> new SchemaDiffer()
                        .diff(
                                generated("name || 'a'", false),
                                generated("name || 'a'", true),
                                DiffOptions.ENTITIES.withServerVersion(17)))
                .isInstanceOf(DifferException.class)
                .hasMessage(
                        "The column users.g is to be VIRTUAL, which PostgreSQL knows from version 18 on; this server is"
                                + " PostgreSQL 17. Say STORED in its definition.");
    }

    @Test
    void a_sequence_that_feeds_a_column_which_stays_is_never_dropped() {
        Catalog live = Catalog.of(table(
                        "t", column("id", "bigint").notNull().withDefault(SqlExpression.of("nextval('s'::regclass)"))))
                .withSequences(List.of(Sequence.of(QualifiedName.of("s"), SequenceOptions.NONE)));
        Catalog model = Catalog.of(table("t", column("id", "bigint").notNull()));
        SchemaDiff diff = new SchemaDiffer().diff(model, live, DiffOptions.ENTITIES.withAllowDrops(true));
        assertThat(diff.upgrade()).isEmpty();
        assertThat(diff.notices())
                .extracting(Notice::message)
                .anyMatch(message -> message.equals("sequence s is kept: t.id draws from it"));
    }

    @Test
    void a_model_that_contradicts_itself_is_refused_with_all_that_is_wrong() {
        Table users = users(unique("u", "nme")).tables().get(0);
        Table other = table("other", column("id", "bigint"))
                .withConstraints(List.of(
                        unique("u", "id"),
                        ForeignKey.of(null, List.of("id"), QualifiedName.of("nothing"), List.of("id"))));
        assertThatThrownBy(() -> differ(Catalog.of(users, other), Catalog.EMPTY))
                .isInstanceOf(DifferException.class)
                .hasMessageContaining("unique (nme) of users needs column nme, which is not there")
                .hasMessageContaining("constraint u of other and constraint u of users have the same name")
                .hasMessageContaining("points at a table that is not there");
    }

    @Test
    void an_entity_over_a_view_is_left_alone() {
        Table view = table("active_users", column("id", "bigint"));
        DiffOptions options = DiffOptions.ENTITIES.withUnmanaged(Set.of(view.name()));
        assertThat(new SchemaDiffer().diff(add(users(), view), users(), options).upgrade())
                .isEmpty();
    }

    @Test
    void a_constraint_that_was_not_validated_is() {
        ForeignKey valid = ForeignKey.of("f", List.of("id"), USERS, List.of("id"));
        ForeignKey invalid = new ForeignKey(
                "f",
                valid.columns(),
                USERS,
                valid.targetColumns(),
                valid.onDelete(),
                List.of(),
                valid.onUpdate(),
                false,
                valid.deferrability(),
                false);
        assertThat(diff(users(valid), users(invalid))).isEqualTo("ALTER TABLE users VALIDATE CONSTRAINT f\n");
    }

    @Test
    void shuffled_input_gives_the_same_output() {
        List<Constraint> constraints = new ArrayList<>(List.of(
                unique(null, "name"),
                check(null, "name <> ''"),
                check(null, "id > 0"),
                check("z", "id < 9"),
                unique("y", "id", "name")));
        List<Table> tables = new ArrayList<>(users().tables());
        tables.add(table("a", column("x", "int")));
        String expected = null;
        Random random = new Random(42);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(constraints, random);
            tables.set(0, users().tables().get(0).withConstraints(constraints));
            Collections.shuffle(tables, random);
            tables.sort((one, two) -> one.name().compareTo(two.name()));
            Collections.reverse(tables);
            String output = diff(Catalog.EMPTY.withTables(tables), Catalog.EMPTY)
                    + diff(Catalog.EMPTY.withTables(tables), users());
            assertThat(output).isEqualTo(expected == null ? output : expected);
            expected = output;
            tables.sort((one, two) -> two.name().compareTo(one.name()));
        }
    }

    @Test
    void a_chain_of_five_thousand_foreign_keys_is_put_in_order() {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            QualifiedName target = QualifiedName.of("t" + Math.max(0, i - 1));
            tables.add(table("t" + i, column("id", "bigint").notNull(), column("p", "bigint"))
                    .withConstraints(List.of(
                            PrimaryKey.of("t" + i + "_pkey", List.of("id")),
                            ForeignKey.of("t" + i + "_p_fkey", List.of("p"), target, List.of("id")))));
        }
        Catalog many = Catalog.EMPTY.withTables(tables);
        assertThat(differ(many, Catalog.EMPTY).upgrade()).hasSize(5_000);
        assertSilent(many, many);
    }

    private static Catalog generated(String expression, boolean stored) {
        return generated(expression, stored, false);
    }

    private static Catalog generated(String expression, boolean stored, boolean unsaid) {
        List<Column> columns = new ArrayList<>(users().tables().get(0).columns());
        columns.add(column("g", "text").withGenerated(new Generated(SqlExpression.of(expression), stored, unsaid)));
        return Catalog.of(users().tables().get(0).withColumns(columns));
    }

    private static Catalog numbered(Identity identity) {
        return Catalog.of(table("t", column("id", "bigint").notNull().withIdentity(identity)));
    }

    private static Catalog sequence(Long start, Long increment) {
        return Catalog.EMPTY.withSequences(
                List.of(Sequence.of(QualifiedName.of("users_seq"), SequenceOptions.of(start, increment))));
    }
}
