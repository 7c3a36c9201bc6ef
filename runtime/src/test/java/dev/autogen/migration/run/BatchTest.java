package dev.autogen.migration.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.Psql;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.migration.BatchedChange;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.Operations;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes in batches, on tables of which every row counts how often it was changed. */
class BatchTest {
    private static final String SCHEMA = "public";

    private static TestDatabase database;

    @BeforeAll
    static void createDatabase() {
        database = PostgresForTests.freshDatabase();
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void createTable() throws SQLException {
        database.execute("drop table if exists t, log, autogen_version, autogen_history, autogen_progress cascade");
        database.execute("create table t (id bigint primary key, n int not null default 0, filled text)");
    }

    @Test
    void each_batch_is_committed_by_itself_and_told() throws SQLException {
        rows(1, 25);
        List<Long> told = new ArrayList<>();
        upgrade(BatchTest::count, told::add);
        assertThat(told).containsExactly(10L, 20L, 25L);
        assertThat(database.query("select n, count(*), count(distinct xmin::text) from t group by n"))
                .containsExactly("1|25|3");
        assertThat(database.query("select * from autogen_progress")).isEmpty();
    }

    @Test
    void a_full_last_batch_is_not_done_twice() throws SQLException {
        rows(1, 20);
        upgrade(BatchTest::count);
        assertThat(database.query("select n, count(*) from t group by n")).containsExactly("1|20");
    }

    @Test
    void a_table_without_rows_has_no_batches() throws SQLException {
        List<Long> told = new ArrayList<>();
        upgrade(BatchTest::count, told::add);
        assertThat(told).isEmpty();
        assertThat(migrator(BatchTest::count).status().current()).containsExactly("a1");
    }

    @Test
    void what_stands_before_and_after_is_committed_apart() throws SQLException {
        rows(1, 25);
        upgrade(op -> {
            op.execute("create table log as select txid_current() as tx");
            count(op);
            op.execute("insert into log values (txid_current())");
        });
        assertThat(database.query("select count(distinct tx) from log")).containsExactly("2");
    }

    @Test
    void a_session_killed_between_two_batches_is_gone_on_with_behind_the_last() throws SQLException {
        for (int killedAt = 10; killedAt <= 30; killedAt += 10) {
            createTable();
            rows(1, 35);
            long last = killedAt;
            assertThatThrownBy(() -> upgrade(BatchTest::count, rows -> {
                        if (rows == last) {
                            killRunner();
                        }
                    }))
                    .isInstanceOf(MigrationFailedException.class);
            assertThat(database.query("select n, count(*) from t group by n order by n"))
                    .containsExactly("0|" + (35 - last), "1|" + last);
            assertThat(migrator(BatchTest::count).status().partial()).containsExactly("a1");

            List<Long> told = new ArrayList<>();
            upgrade(BatchTest::count, told::add);
            assertThat(told.get(0)).isGreaterThan(last);
            assertThat(database.query("select n, count(*) from t group by n")).containsExactly("1|35");
            assertThat(migrator(BatchTest::count).status().partial()).isEmpty();
        }
    }

    @Test
    void a_session_killed_within_a_batch_leaves_nothing_of_that_batch() throws SQLException {
        rows(1, 35);
        database.execute("""
                create table log (id bigint);
                insert into log values (15);
                create or replace function die() returns trigger language plpgsql as $$
                begin
                    if exists (select from log where log.id = new.id) then
                        perform pg_terminate_backend(pg_backend_pid());
                    end if;
                    return new;
                end $$;
                create trigger die before update on t for each row execute function die()
                """);
        assertThatThrownBy(() -> upgrade(BatchTest::count)).isInstanceOf(MigrationFailedException.class);
        assertThat(database.query("select count(*) from t where n = 1")).containsExactly("10");
        assertThat(database.query("select last_key, rows_done from autogen_progress"))
                .containsExactly("{10}|10");
        database.execute("delete from log");
        upgrade(BatchTest::count);
        assertThat(database.query("select n, count(*) from t group by n")).containsExactly("1|35");
    }

    @Test
    void a_change_that_was_edited_half_way_is_refused_but_another_size_is_not() throws SQLException {
        rows(1, 35);
        assertThatThrownBy(() -> upgrade(BatchTest::count, rows -> killRunner()))
                .isInstanceOf(MigrationFailedException.class);
        assertThatThrownBy(() -> upgrade(op -> op.batch("t", "id").set("n", "n + 2")))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("interrupted half-way and edited since");
        upgrade(op -> op.batch("t", "id").set("n", "n + 1").size(3));
        assertThat(database.query("select n, count(*) from t group by n")).containsExactly("1|35");
    }

    @Test
    void rows_appended_meanwhile_are_done_too() throws SQLException {
        rows(1, 20);
        upgrade(BatchTest::count, rows -> {
            if (rows == 10) {
                rows(21, 27);
            }
        });
        assertThat(database.query("select n, count(*) from t group by n")).containsExactly("1|27");
    }

    @Test
    void rows_that_come_behind_the_keys_that_are_done_are_done_where_asked_for() throws SQLException {
        rows(101, 135);
        upgrade(
                op -> op.batch("t", "id")
                        .where("filled IS NULL")
                        .set("filled", "'x'")
                        .set("n", "n + 1")
                        .size(10)
                        .untilNoneLeft(),
                rows -> {
                    if (rows <= 30) {
                        rows((int) rows, (int) rows + 1);
                    }
                });
        assertThat(database.query("select n, filled, count(*) from t group by n, filled"))
                .containsExactly("1|x|41");
    }

    @Test
    void a_condition_that_stays_true_of_what_is_done_ends_in_a_message() throws SQLException {
        rows(1, 15);
        assertThatThrownBy(() -> upgrade(op -> op.batch("t", "id")
                        .where("filled IS NULL")
                        .set("filled", "CASE WHEN id <> 7 THEN 'x' END")
                        .size(10)
                        .untilNoneLeft()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("The batch up to id = 7 was changed, and all of its 1 rows are still as its"
                        + " condition says (filled IS NULL), so this would never end.")
                .hasMessageContaining("The batches before it are committed and recorded");
        assertThat(database.query("select count(*) from t where filled = 'x'")).containsExactly("14");
    }

    @Test
    void a_key_of_several_columns_with_any_names_orders_the_rows() throws SQLException {
        database.execute("""
                create table log ("a?b" text, "Order" int, n int not null default 0, primary key ("a?b", "Order"));
                insert into log select 'x''' || (i % 7), i, 0 from generate_series(1, 100) i
                """);
        upgrade(op -> op.batch("log", "a?b", "Order").set("n", "n + 1").size(9));
        assertThat(database.query("select n, count(*) from log group by n")).containsExactly("1|100");
    }

    @Test
    void a_key_may_be_of_any_type_that_has_an_order() throws SQLException {
        Map<String, String> types = Map.of(
                "uuid", "gen_random_uuid()",
                "timestamptz", "'2026-11-21 10:00+02'::timestamptz + i * interval '1 microsecond'",
                "date", "date '2026-01-01' - i",
                "numeric", "i / 3.0",
                "float8", "i / 3.0",
                "text", "'é\\' || chr(64 + i)",
                "bytea", "decode(lpad(to_hex(i), 4, '0'), 'hex')",
                "char(5)", "i::text",
                "interval", "i * interval '1 hour'",
                "inet", "'10.0.0.0'::inet + i");
        for (Map.Entry<String, String> type : types.entrySet()) {
            createTable();
            database.execute("drop table if exists log");
            database.execute("create table log (k " + type.getKey() + " primary key, n int not null default 0);"
                    + "insert into log (k) select " + type.getValue() + " from generate_series(1, 30) i");
            upgrade(op -> op.batch("log", "k").set("n", "n + 1").size(4));
            assertThat(database.query("select n, count(*) from log group by n"))
                    .as(type.getKey())
                    .containsExactly("1|30");
        }
    }

    @Test
    void rows_with_the_same_key_are_in_the_same_batch() throws SQLException {
        database.execute("create table log (k int not null, n int not null default 0);"
                + "insert into log select i / 20, 0 from generate_series(0, 99) i");
        upgrade(op -> op.batch("log", "k").set("n", "n + 1").size(3));
        assertThat(database.query("select n, count(*) from log group by n")).containsExactly("1|100");
    }

    @Test
    void rows_without_a_key_are_refused_and_not_left_out() throws SQLException {
        database.execute("create table log (k int, n int); insert into log values (1, 0), (null, 0)");
        assertThatThrownBy(() -> upgrade(op -> op.batch("log", "k").set("n", "1")))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("Rows are without a key: batches along k would leave them out.");
        String script = migrator(op -> op.batch("log", "k").set("n", "1"))
                .script(new ScriptRange("base:head"), Direction.UPGRADE, ScriptOptions.PLAIN)
                .text();
        assertThatThrownBy(() -> Psql.run(script, database))
                .hasMessageContaining("rows are without a key and would be left out");
        database.execute("drop table autogen_version, autogen_history, autogen_progress");
        upgrade(op -> op.batch("log", "k").where("k IS NOT NULL").set("n", "1"));
        assertThat(database.query("select k, n from log order by k")).containsExactly("1|1", "|0");
    }

    @Test
    void a_statement_of_ones_own_finds_the_rows_of_the_batch() throws SQLException {
        rows(1, 25);
        upgrade(op -> {
            op.execute("create table log (id bigint primary key, doubled bigint)");
            op.batch("t", "id").size(10).execute("INSERT INTO log SELECT id, 2 * id FROM batch");
            op.batch("t", "id").where("id > 5 -- the others stay").size(10).execute("""
                            DELETE FROM t USING batch WHERE t.id = batch.id AND '{"a": 1}'::jsonb ? 'a'""");
        });
        assertThat(database.query("select count(*), sum(doubled) from log")).containsExactly("25|650");
        assertThat(database.query("select count(*), max(id) from t")).containsExactly("5|5");
    }

    @Test
    void a_row_that_is_locked_makes_a_batch_try_again() throws SQLException {
        rows(1, 25);
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select * from t where id = 15 for update");
            List<Integer> attempts = new ArrayList<>();
            RunListener listener = new RunListener() {
                @Override
                public void retrying(RevisionInfo revision, int attempt, int of) {
                    attempts.add(attempt);
                    if (attempt == 3) {
                        unchecked(other::rollback);
                    }
                }
            };
            migrator(BatchTest::count)
                    .options(RunOptions.inSchema(SCHEMA).withLockTimeout(Duration.ofMillis(20)))
                    .listener(listener)
                    .upgrade("head");
            assertThat(attempts).containsExactly(2, 3);
        }
        assertThat(database.query("select n, count(*) from t group by n")).containsExactly("1|25");
    }

    @Test
    void the_script_does_what_the_runner_does() throws SQLException {
        rows(1, 25);
        Migrator migrator = migrator(op -> {
            count(op);
            op.batch("t", "n", "id").where("id > 3").size(4).execute("""
                    UPDATE t SET filled = '$sql$
                      two lines' FROM batch WHERE t.id = batch.id""");
            op.batch("t", "id")
                    .where("filled IS NULL")
                    .set("filled", "'x'")
                    .size(2)
                    .pause(Duration.ofMillis(1))
                    .untilNoneLeft();
        });
        ScriptRange range = new ScriptRange("base:head");
        Psql.run(migrator.script(range, Direction.UPGRADE, ScriptOptions.PLAIN).text(), database);
        assertThat(database.query("select n, filled, count(*) from t group by n, filled order by 3"))
                .containsExactly("1|x|3", "1|$sql$\n  two lines|22");
    }

    private static void count(Operations op) {
        op.batch("t", "id").set("n", "n + 1").size(10);
    }

    private static void rows(int from, int to) {
        unchecked(() -> database.execute("insert into t (id) select generate_series(" + from + ", " + to + ")"));
    }

    private static void killRunner() {
        unchecked(() ->
                database.query("select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory'"));
    }

    private static void upgrade(Consumer<Operations> upgrade) throws SQLException {
        migrator(upgrade).upgrade("head");
    }

    private static void upgrade(Consumer<Operations> upgrade, LongConsumer told) throws SQLException {
        RunListener listener = new RunListener() {
            @Override
            public void batch(RevisionInfo revision, BatchedChange change, long rows) {
                told.accept(rows);
            }
        };
        migrator(upgrade).listener(listener).upgrade("head");
    }

    private static Migrator migrator(Consumer<Operations> upgrade) {
        Migration migration = upgrade::accept;
        return Migrator.forConnections(database::connect)
                .migrations(List.of(new LoadedMigration(RevisionInfo.of("a1"), migration)));
    }

    private static void unchecked(SqlWork work) {
        try {
            work.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface SqlWork {
        void run() throws SQLException;
    }
}
