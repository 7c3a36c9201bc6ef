package dev.autogen.commands.preflight;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Elements.expression;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.integer;
import static dev.autogen.migration.Types.numeric;
import static dev.autogen.migration.Types.type;
import static dev.autogen.migration.Types.uuid;
import static dev.autogen.migration.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.autogen.commands.report.PreflightReport;
import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.migration.Operations;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each kind of thing that rows may stand in the way of is seen, and PostgreSQL says the same when it is tried. */
class PreflightTest {
    private static Database database;

    @BeforeAll
    static void fill() throws SQLException {
        database = new Database().has("""
                CREATE TYPE state AS ENUM ('new', 'paid', 'lost');
                CREATE DOMAIN percent AS integer;
                CREATE TABLE customers (id bigint PRIMARY KEY, email varchar(50), code text, zip varchar(10),
                  amount numeric, share percent, state state, states state[], bits varbit(8));
                INSERT INTO customers VALUES
                  (1, 'a@x', '10', '1234', 5, 50, 'new', '{new}', B'101'),
                  (2, 'A@X', 'x', '12345', 12345.678, 120, 'lost', '{new,lost,NULL}', B'1'),
                  (3, NULL, '30', '123456   ', 'NaN', NULL, NULL, NULL, NULL),
                  (4, 'b@x', NULL, NULL, NULL, -1, 'paid', '{}', B'11111'),
                  (5, NULL, '1.5', '123', -99999.995, 0, 'paid', NULL, NULL);
                CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, part_a integer, part_b integer,
                  period int4range, room integer);
                INSERT INTO orders VALUES (1, 1, 1, 1, '[1,5)', 1), (2, 9, 1, 2, '[4,6)', 1), (3, NULL, 1, NULL, NULL, 1),
                  (4, 7, NULL, NULL, '[4,6)', 2), (5, 1, 3, 3, '[9,10)', 1);
                CREATE TABLE parts (a integer, b integer, PRIMARY KEY (a, b));
                INSERT INTO parts VALUES (1, 1), (3, 3);
                CREATE TABLE log (line text);
                INSERT INTO log VALUES ('one'), ('two'), ('two');
                CREATE SEQUENCE numbers;
                SELECT setval('numbers', 5000);
                """);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** Demands these findings, and that the server refuses the migration if there are some. */
    private static void expect(Consumer<Operations> migration, String... lines) throws SQLException {
        assertThat(database.lines(migration)).containsExactly(lines);
        assertThat(database.refuses(migration)).isEqualTo(lines.length > 0);
    }

    @Test
    void nulls_stand_in_the_way_of_not_null() throws SQLException {
        expect(
                op -> op.alterColumn("customers", "email").notNull(),
                "customers.email: 2 rows hold null (id 3, 5); migration m1 sets NOT NULL (m1)");
        expect(op -> op.alterColumn("customers", "id").notNull());
    }

    @Test
    void rows_stand_in_the_way_of_a_column_without_a_value_for_them() throws SQLException {
        expect(
                op -> op.addColumn("parts", column("c", integer()).notNull()),
                "parts.c: 2 rows have no value for it ((a, b) (1, 1), (3, 3)); migration m1 adds the column, NOT NULL and"
                        + " without a default (m1)");
        expect(op -> op.addColumn("parts", column("c", integer()).notNull().defaultSql("0")));
        expect(op -> op.addColumn("parts", column("c", integer()).notNull().generatedByDefault()));
        expect(op -> op.addColumn("parts", column("c", integer())));
    }

    @Test
    void equal_values_stand_in_the_way_of_what_is_unique() throws SQLException {
        expect(op -> op.createUnique("u", "customers", "email"));
        expect(
                op -> op.createUnique("u", "orders", "customer_id"),
                "orders.customer_id: 1 value is held by more than one row, 2 in all (id 1, 5); migration m1 adds the"
                        + " unique constraint u (m1)");
        expect(
                op -> op.createIndex("i", "customers")
                        .on(expression("lower(email)"))
                        .unique(),
                "customers: 1 value is held by more than one row, 2 in all (id 1, 2); migration m1 creates the unique"
                        + " index i (m1)");
        expect(op -> op.createIndex("i", "orders", "customer_id").unique().where("room = 2"));
        expect(op -> op.createUnique("u", "orders", "part_a", "part_b"));
        expect(
                op -> op.createUnique("u", "log", "line"),
                "log.line: 1 value is held by more than one row, 2 in all (ctid (0,2), (0,3)); migration m1 adds the"
                        + " unique constraint u (m1)");
    }

    @Test
    void nulls_are_equal_where_it_is_said_that_they_are() throws SQLException {
        assumeTrue(PostgresForTests.majorVersion() >= 15);
        expect(
                op -> op.createUnique("u", "customers", "email").nullsNotDistinct(),
                "customers.email: 1 value is held by more than one row, 2 in all (id 3, 5); migration m1 adds the unique"
                        + " constraint u (m1)");
    }

    @Test
    void a_primary_key_takes_neither_nulls_nor_duplicates() throws SQLException {
        expect(
                op -> {
                    op.dropConstraint("orders_pkey", "orders");
                    op.createPrimaryKey("k", "orders", "room", "part_a");
                },
                "orders.part_a: 1 row holds null (id 4); migration m1 adds the primary key k (m1)",
                "orders(room, part_a): 1 value is held by more than one row, 3 in all (id 1, 2, 3); migration m1 adds the"
                        + " primary key k (m1)");
    }

    @Test
    void rows_that_point_nowhere_stand_in_the_way_of_a_foreign_key() throws SQLException {
        expect(
                op -> op.createForeignKey("f", "orders", "customer_id").references("customers", "id"),
                "orders.customer_id: 2 rows point at no row of customers (id 2, 4); migration m1 adds the foreign key f"
                        + " (m1)");
        expect(
                op -> op.createForeignKey("f", "orders", "part_a", "part_b").references("parts", "a", "b"),
                "orders(part_a, part_b): 1 row points at no row of parts (id 2); migration m1 adds the foreign key f"
                        + " (m1)");
        expect(
                op -> op.createForeignKey("f", "orders", "part_a", "part_b")
                        .references("parts", "a", "b")
                        .matchFull(),
                "orders(part_a, part_b): 2 rows point at no row of parts (id 2, 3); migration m1 adds the foreign key f"
                        + " (m1)");
        expect(op -> op.createForeignKey("f", "orders", "customer_id")
                .references("customers", "id")
                .notValid());
    }

    @Test
    void rows_stand_in_the_way_of_a_check_where_it_is_false_and_not_where_it_is_null() throws SQLException {
        expect(
                op -> op.createCheck("c", "customers", "customers.amount >= 0 or share > 5"),
                "customers: 1 row violates the check c (customers.amount >= 0 or share > 5) (id 5); migration m1 adds the"
                        + " check c (m1)");
        expect(
                op -> op.createCheck("c", "customers", "1 / (id - 2) < 5"),
                "customers: 1 row makes the check c fail with an error (id 2); migration m1 adds the check c (m1)");
    }

    @Test
    void a_constraint_looks_at_rows_when_it_is_validated() throws SQLException {
        expect(
                op -> {
                    op.createForeignKey("f", "orders", "customer_id")
                            .references("customers", "id")
                            .notValid();
                    op.createCheck("c", "orders", "room > 1").notValid();
                    op.validateConstraint("f", "orders");
                    op.validateConstraint("c", "orders");
                },
                "orders.customer_id: 2 rows point at no row of customers (id 2, 4); migration m1 validates the foreign key"
                        + " f (m1)",
                "orders: 4 rows violate the check c (room > 1) (id 1, 2, 3, 5); migration m1 validates the check c (m1)");
    }

    @Test
    void a_constraint_of_the_database_that_was_never_validated_is_read_there() throws SQLException {
        database.has("""
                CREATE TABLE late (id bigint PRIMARY KEY, n integer, c bigint);
                INSERT INTO late VALUES (1, 5, 1), (2, -5, 77);
                ALTER TABLE late ADD CONSTRAINT positive CHECK (n > 0) NOT VALID,
                  ADD CONSTRAINT known FOREIGN KEY (c) REFERENCES customers NOT VALID""");
        expect(
                op -> {
                    op.renameColumn("late", "n", "m");
                    op.renameConstraint("late", "positive", "plus");
                    op.validateConstraint("plus", "late");
                    op.validateConstraint("known", "late");
                },
                "late: 1 row violates the check positive ((n > 0)) (id 2); migration m1 validates the check positive"
                        + " (m1)",
                "late.c: 1 row points at no row of customers (id 2); migration m1 validates the foreign key known (m1)");
    }

    @Test
    void nulls_are_told_once_where_a_check_proves_that_there_are_none() throws SQLException {
        expect(
                op -> {
                    op.createCheck("c", "customers", "email IS NOT NULL").notValid();
                    op.validateConstraint("c", "customers");
                    op.alterColumn("customers", "email").notNull();
                    op.dropConstraint("c", "customers");
                },
                "customers.email: 2 rows hold null (id 3, 5); migration m1 validates the check c (m1)");
    }

    @Test
    void values_that_are_too_long_stand_in_the_way_unless_only_spaces_are_cut() throws SQLException {
        expect(
                op -> op.alterColumn("customers", "zip").type(varchar(4)),
                "customers.zip: 2 rows hold a value too long for varchar(4) (id 2, 3); migration m1 makes it varchar(4)"
                        + " (m1)");
        expect(op -> op.alterColumn("customers", "zip").type(varchar(6)));
        expect(op -> op.alterColumn("customers", "zip").type(varchar(2)).using("zip::varchar(2)"));
        expect(
                op -> op.alterColumn("customers", "bits").type(type("varbit(4)")),
                "customers.bits: 1 row holds a value too long for varbit(4) (id 4); migration m1 makes it varbit(4) (m1)");
    }

    @Test
    void numbers_out_of_range_stand_in_the_way() throws SQLException {
        expect(
                op -> op.alterColumn("customers", "amount").type(numeric(6, 2)),
                "customers.amount: 2 rows hold a value out of range for numeric(6,2) (id 2, 5); migration m1 makes it"
                        + " numeric(6,2) (m1)");
        expect(
                op -> op.alterColumn("customers", "amount").type(numeric(7, 2)),
                "customers.amount: 1 row holds a value out of range for numeric(7,2) (id 5); migration m1 makes it"
                        + " numeric(7,2) (m1)");
        expect(
                op -> op.alterColumn("customers", "amount").type(integer()),
                "customers.amount: 1 row holds a value out of range for integer (id 3); migration m1 makes it integer"
                        + " (m1)");
    }

    @Test
    void values_that_a_conversion_fails_on_are_found_one_by_one() throws SQLException {
        expect(
                op -> op.alterColumn("customers", "code").type(integer()).using("code::integer"),
                "customers.code: 2 rows hold a value that cannot become integer (id 2, 5); migration m1 makes it integer"
                        + " (m1)");
        expect(
                op -> op.alterColumn("customers", "code").type(integer()).using("trim(code)::integer"),
                "customers.code: 2 rows hold a value that cannot become integer (id 2, 5); migration m1 makes it integer"
                        + " (m1)");
        expect(
                op -> op.alterColumn("customers", "id").type(integer()).using("nullif(id, 3)::integer"),
                "customers.id: 1 row holds null (id 3); migration m1 makes it integer by way of nullif(id, 3)::integer"
                        + " (m1)");
    }

    @Test
    void expressions_that_fail_stand_in_the_way_of_indexes_and_generated_columns() throws SQLException {
        expect(
                op -> op.createIndex("i", "customers").on(expression("(code::integer)")),
                "customers: 2 rows make the expression (code::integer) fail (id 2, 5); migration m1 creates the index i"
                        + " (m1)");
        expect(
                op -> op.addColumn("customers", column("n", integer()).generatedAs("code::integer")),
                "customers: 2 rows make the expression code::integer::integer fail (id 2, 5); migration m1 adds the"
                        + " generated column n (m1)");
    }

    @Test
    void labels_that_rows_hold_stand_in_the_way_of_an_enum_without_them() throws SQLException {
        expect(
                op -> op.rebuildEnum("state", "new", "paid")
                        .usedBy("customers", "state")
                        .usedBy("customers", "states")
                        .array(),
                "customers.state: 1 row holds a value that state is to have no more (id 2); migration m1 rebuilds the"
                        + " enum state (m1)",
                "customers.states: 1 row holds a value that state is to have no more (id 2); migration m1 rebuilds the"
                        + " enum state (m1)");
        expect(op -> {
            op.renameEnumValue("state", "lost", "gone");
            op.rebuildEnum("state", "gone", "new", "paid")
                    .usedBy("customers", "state")
                    .usedBy("customers", "states")
                    .array();
        });
    }

    @Test
    void a_column_becomes_an_enum_or_a_domain_that_the_run_makes() throws SQLException {
        expect(
                op -> {
                    op.createEnum("number", "10", "30");
                    op.alterColumn("customers", "code").type(type("number")).using("code::number");
                },
                "customers.code: 2 rows hold a value that number is to have no more (id 2, 5); migration m1 makes it"
                        + " number (m1)");
        expect(
                op -> {
                    op.createDomain("short", varchar(4)).notNull().check("no_x", "VALUE <> 'x'");
                    op.alterColumn("customers", "zip").type(type("short"));
                },
                "customers.zip: 2 rows hold a value too long for varchar(4) (id 2, 3); migration m1 makes it short (m1)",
                "customers.zip: 1 row holds null (id 4); migration m1 makes it short (m1)");
    }

    @Test
    void values_of_a_domain_stand_in_the_way_of_its_new_rules() throws SQLException {
        expect(
                op -> op.alterDomain("percent")
                        .addCheck("in_range", "VALUE between 0 and 100")
                        .notNull(),
                "customers.share: 2 rows violate the check in_range (VALUE between 0 and 100) (id 2, 4); migration m1 adds"
                        + " the check in_range to the domain percent (m1)",
                "customers.share: 1 row holds null (id 3); migration m1 sets the domain percent NOT NULL (m1)");
    }

    @Test
    void rows_that_exclude_each_other_stand_in_the_way() throws SQLException {
        database.has("CREATE EXTENSION IF NOT EXISTS btree_gist");
        expect(
                op -> op.createExclusion("x", "orders").with("room", "=").with("period", "&&"),
                "orders(room, period): 2 rows collide with others (id 1, 2); migration m1 adds the exclusion constraint x"
                        + " (m1)");
    }

    @Test
    void a_sequence_stands_in_the_way_of_its_new_bounds() throws SQLException {
        expect(
                op -> op.alterSequence("numbers").maxValue(100),
                "numbers: stands at 5000, beyond the highest value it is to have, 100; migration m1 changes its bounds"
                        + " (m1)");
        expect(op -> op.alterSequence("numbers").as(integer()));
    }

    @Test
    void rows_hold_what_a_new_sequence_gives_unless_something_sets_it_behind_them() throws SQLException {
        String found = "orders.id: 5 rows hold a number that sequence %s, which begins at 1, gives again"
                + " (id 1, 2, 3, 4, 5); migration m1 creates the sequence %1$s (m1)";
        assertThat(database.lines(op -> op.createSequence("orders_seq").incrementBy(50)))
                .containsExactly(found.formatted("orders_seq"));
        assertThat(database.lines(op -> op.createSequence("orders_id_seq")))
                .containsExactly(found.formatted("orders_id_seq"));
        expect(op -> op.createSequence("orders_seq").startWith(6));
        expect(op -> op.createSequence("parts_seq"));
        expect(op -> {
            op.createSequence("orders_seq");
            op.execute("SELECT setval('orders_seq', (SELECT max(id) FROM orders))");
        });
    }

    @Test
    void what_an_earlier_step_renames_adds_and_converts_is_carried_through() throws SQLException {
        expect(
                op -> {
                    op.renameTable("customers", "clients");
                    op.renameColumn("clients", "email", "mail");
                    op.addColumn(
                            "clients", column("kind", varchar(10)).notNull().defaultSql("'x'"));
                    op.alterColumn("clients", "mail").notNull();
                    op.createCheck("c", "clients", "clients.kind <> 'x' or mail like 'a%'");
                    op.createUnique("u", "clients", "kind");
                },
                "clients.mail: 2 rows hold null (id 3, 5); migration m1 sets NOT NULL (m1)",
                "clients: 2 rows violate the check c (clients.kind <> 'x' or mail like 'a%') (id 2, 4); migration m1 adds"
                        + " the check c (m1)",
                "clients.kind: 1 value is held by more than one row, 5 in all (id 1, 2, 3, 4, 5); migration m1 adds the"
                        + " unique constraint u (m1)");
        expect(op -> {
            op.createTable("fresh", column("id", bigint()));
            op.alterColumn("fresh", "id").notNull();
            op.createUnique("u", "fresh", "id");
        });
    }

    @Test
    void what_the_run_writes_before_makes_a_finding_uncertain() throws SQLException {
        assertThat(database.lines(
                        op -> op.execute("UPDATE customers SET email = '-' WHERE email IS NULL"),
                        op -> op.alterColumn("customers", "email").notNull()))
                .containsExactly("customers.email: 2 rows hold null (id 3, 5); migration m2 sets NOT NULL (m2); may be"
                        + " different by then: SQL of migration m1 names customers before");
        PreflightResult java = database.look(op -> {
            op.withConnection(connection -> {});
            op.alterColumn("customers", "email").notNull();
        });
        assertThat(java.isBlocked()).isFalse();
        assertThat(java.findings().get(0).doubt()).contains("Java code of migration m1 runs before");
        assertThat(new PreflightReport(java).summary()).startsWith("Preflight: 1 thing may be in the way (1 probe, ");
        assertThat(database.lines(op -> {
                    op.backfill("customers", "email", "'-'").inBatches("id");
                    op.alterColumn("customers", "email").notNull();
                    op.createUnique("u", "orders", "customer_id");
                }))
                .containsExactly(
                        "customers.email: 2 rows hold null (id 3, 5); migration m1 sets NOT NULL (m1); may be different by"
                                + " then: customers.email is written in batches by migration m1 before",
                        "orders.customer_id: 1 value is held by more than one row, 2 in all (id 1, 5); migration m1 adds"
                                + " the unique constraint u (m1)");
    }

    @Test
    void what_only_the_run_itself_can_say_is_not_guessed() throws SQLException {
        assertThat(database.lines(op -> {
                    op.addColumn("customers", column("token", uuid()).defaultSql("gen_random_uuid()"));
                    op.createUnique("u", "customers", "token");
                    op.addColumn("customers", column("country", varchar(2)));
                    op.backfill("customers", "country", "'DE'").inBatches("id");
                    op.alterColumn("customers", "country").notNull();
                }))
                .containsExactly(
                        "customers.token: not looked at: the run itself makes the values of token; migration m1 adds the"
                                + " unique constraint u",
                        "customers.country: not looked at: the run adds country and fills it in batches; migration m1"
                                + " sets NOT NULL");
    }

    @Test
    void a_question_that_only_has_an_answer_later_is_told() throws SQLException {
        assertThat(database.lines(op -> {
                    op.renameEnumValue("state", "lost", "gone");
                    op.createCheck("c", "customers", "state <> 'gone'::state");
                }))
                .containsExactly("customers: not looked at: the question has no answer now: it cannot be put before the"
                        + " run (SQLSTATE 22P02); migration m1 adds the check c");
    }
}
