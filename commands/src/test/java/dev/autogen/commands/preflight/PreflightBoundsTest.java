package dev.autogen.commands.preflight;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.commands.report.PreflightReport;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A look at the data has its limits, in time, in rows and in rights, and says where it met them. */
class PreflightBoundsTest {
    private static Database database;

    @BeforeAll
    static void fill() throws SQLException {
        database = new Database().has("""
                CREATE TABLE big (id integer PRIMARY KEY, n integer, t text);
                INSERT INTO big SELECT i, nullif(i % 10, 3), i FROM generate_series(1, 200000) i;
                ANALYZE big;
                CREATE TABLE parent (id integer PRIMARY KEY, n integer);
                CREATE TABLE child () INHERITS (parent);
                INSERT INTO parent VALUES (1, 1);
                INSERT INTO child VALUES (1, NULL), (2, 2);
                CREATE TABLE parts (id integer, day date, n text, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
                CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
                CREATE TABLE parts_2 PARTITION OF parts FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
                INSERT INTO parts VALUES (1, '2026-01-05', '7'), (1, '2026-02-05', 'x'), (2, '2026-02-06', NULL);
                CREATE TABLE secret (id integer PRIMARY KEY, n integer);
                INSERT INTO secret VALUES (1, NULL);
                CREATE TABLE tenant (id integer PRIMARY KEY, n integer);
                INSERT INTO tenant VALUES (1, NULL);
                ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
                """);
    }

    @AfterEach
    void reset() {
        database.limit(Duration.ofSeconds(10), Optional.empty(), 1_000_000);
        database.as("");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_large_table_is_sampled_unless_an_index_answers_and_that_is_said() throws SQLException {
        database.limit(Duration.ofSeconds(10), Optional.empty(), 1000);
        PreflightResult result = database.look(op -> {
            op.createCheck("c", "big", "n < 100");
            op.createCheck("found", "big", "n <> 4");
            op.createIndex("i", "big", "n").unique().where("id = 7");
        });
        assertThat(result.unproved())
                .extracting(Object::toString)
                .containsExactly("big: sampled 50% of about 200,000 rows: no violation seen; not proved");
        assertThat(result.findings()).hasSize(1);
        assertThat(result.findings().get(0).toString())
                .startsWith("big: at least 1000 rows violate the check found (n <> 4) (id ")
                .endsWith(", ...); migration m1 adds the check found (m1); sampled 50% of about 200,000 rows");
        assertThat(new PreflightReport(result).summary())
                .startsWith("Preflight: 1 thing is in the way (3 probes, ")
                .endsWith("; 2 sampled)");
    }

    @Test
    void more_rows_than_are_worth_counting_are_at_least_so_many() throws SQLException {
        assertThat(database.lines(op -> op.alterColumn("big", "n").notNull()).get(0))
                .startsWith("big.n: at least 1000 rows hold null (id ")
                .endsWith(", ...); migration m1 sets NOT NULL (m1)");
        assertThat(database.lines(
                        op -> op.alterColumn("big", "t").type(integer()).using("(1000 / (id - 150000)) + t::integer")))
                .containsExactly(
                        "big.t: 1 row holds a value that cannot become integer (id 150000); migration m1 makes it"
                                + " integer (m1)");
    }

    @Test
    void a_question_that_takes_too_long_is_given_up() throws SQLException {
        database.limit(Duration.ofMillis(300), Optional.empty(), 1_000_000);
        assertThat(database.lines(
                        op -> op.createCheck("c", "parent", "pg_sleep(5) IS NOT NULL"),
                        op -> op.alterColumn("parent", "n").notNull()))
                .containsExactly(
                        "parent.n: 1 row holds null (id 1); migration m2 sets NOT NULL (m2)",
                        "parent: not looked at: over 300 ms; migration m1 adds the check c");
        database.limit(Duration.ofSeconds(10), Optional.of(Duration.ofMillis(300)), 1_000_000);
        assertThat(database.lines(
                        op -> op.createCheck("c", "parent", "pg_sleep(5) IS NOT NULL"),
                        op -> op.alterColumn("parent", "n").notNull()))
                .containsExactly(
                        "parent: not looked at: the 300 ms for all of it were over; migration m1 adds the check c",
                        "parent.n: not looked at: the 300 ms for all of it were over; migration m2 sets NOT NULL");
    }

    @Test
    void keys_concern_a_table_alone_and_other_rules_those_that_inherit_from_it() throws SQLException {
        assertThat(database.lines(op -> {
                    op.createUnique("u", "parent", "id");
                    op.createCheck("c", "parent", "n < 2");
                }))
                .containsExactly(
                        "parent: 1 row violates the check c (n < 2) (id 2); migration m1 adds the check c (m1)");
    }

    @Test
    void rows_of_partitions_are_rows_of_their_table() throws SQLException {
        assertThat(database.lines(op -> {
                    op.alterColumn("parts", "n").notNull();
                    op.createUnique("u", "parts", "id");
                    op.alterColumn("parts", "n").type(integer()).using("(n || '')::integer");
                }))
                .containsExactly(
                        "parts.n: 1 row holds null ((id, day) (2, 2026-02-06)); migration m1 sets NOT NULL (m1)",
                        "parts.id: 1 value is held by more than one row, 2 in all ((id, day) (1, 2026-01-05), (1,"
                                + " 2026-02-05)); migration m1 adds the unique constraint u (m1)",
                        "parts.n: 1 row holds a value that cannot become integer ((id, day) (1, 2026-02-05)); migration m1"
                                + " makes it integer (m1)",
                        "parts.n: not looked at: what the run makes of the rows before it cannot be computed for all of"
                                + " them; migration m1 makes it integer by way of (n || '')::integer");
    }

    @Test
    void what_a_role_may_not_see_is_said() throws SQLException {
        database.has("""
                DO $$ BEGIN CREATE ROLE preflight_reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                GRANT SELECT ON tenant, big TO preflight_reader""");
        database.as("preflight_reader");
        try {
            assertThat(database.lines(op -> {
                        op.alterColumn("secret", "n").notNull();
                        op.alterColumn("tenant", "n").notNull();
                        op.alterColumn("missing", "n").notNull();
                    }))
                    .containsExactly(
                            "secret.n: not looked at: the role may not read all of it: permission denied for table secret;"
                                    + " migration m1 sets NOT NULL",
                            "tenant.n: not looked at: the role may not read all of it: query would be affected by"
                                    + " row-level security policy for table \"tenant\"; migration m1 sets NOT NULL");
        } finally {
            database.as("");
            database.has("DROP OWNED BY preflight_reader; DROP ROLE preflight_reader");
        }
    }

    @Test
    void nothing_is_written_and_nobody_is_held_up() throws SQLException {
        List<String> before = database.query("SELECT count(*), sum(n) FROM big");
        assertThat(database.lines(op -> {
                    op.createCheck("c", "big", "nextval('numbers_of_nobody') > 0");
                    op.addColumn("big", column("made", integer()).notNull());
                }))
                .hasSize(2);
        assertThat(database.query("SELECT count(*), sum(n) FROM big")).isEqualTo(before);
    }
}
