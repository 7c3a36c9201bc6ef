package dev.autogen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a migration does on a database that is in use; that it leads there and back, the harness demands of every case. */
class SafeFormTest {
    private static final String ORDERS = """
            create table customers (id bigint primary key, code varchar(20));
            create table orders (id bigint primary key, customer_id bigint, note text, status varchar(10));
            """;

    @AfterAll
    static void close() {
        Conformance.close();
    }

    @Test
    void an_index_is_built_and_dropped_concurrently() throws SQLException {
        assertSafe(ORDERS, ORDERS + "create index ix on orders (note);", """
                CREATE INDEX CONCURRENTLY ix ON orders (note)
                """, """
                DROP INDEX CONCURRENTLY ix
                """);
    }

    @Test
    void an_index_goes_only_when_the_one_in_its_place_is_built() throws SQLException {
        assertSafe(
                ORDERS + "create index ix on orders (note);",
                ORDERS + "create index ix on orders (note, status);",
                """
                CREATE INDEX CONCURRENTLY ix_new ON orders (note, status)
                DROP INDEX CONCURRENTLY ix
                ALTER INDEX ix_new RENAME TO ix
                """,
                """
                CREATE INDEX CONCURRENTLY ix_new1 ON orders (note)
                DROP INDEX CONCURRENTLY ix
                ALTER INDEX ix_new1 RENAME TO ix
                """);
    }

    @Test
    void an_index_makes_way_at_once_for_another_type_of_its_column() throws SQLException {
        assertSafe(
                "create table t (c varchar(10)); create index ix on t (c) where c > 'a';",
                "create table t (c integer); create index ix on t (c) where c > 1;",
                """
                DROP INDEX ix
                ALTER TABLE t ALTER COLUMN c TYPE integer USING c::integer
                CREATE INDEX CONCURRENTLY ix ON t (c) WHERE c > 1
                """);
    }

    @Test
    void foreign_keys_and_checks_are_validated_in_a_second_transaction() throws SQLException {
        assertSafe(ORDERS, ORDERS + """
                alter table orders add constraint fk foreign key (customer_id) references customers;
                alter table orders add constraint ck check (status > '');
                """, """
                ALTER TABLE orders ADD CONSTRAINT ck CHECK (status::text > ''::text) NOT VALID
                ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID
                --
                ALTER TABLE orders VALIDATE CONSTRAINT ck
                ALTER TABLE orders VALIDATE CONSTRAINT fk
                """);
    }

    @Test
    void a_foreign_key_waits_for_the_key_that_it_points_to() throws SQLException {
        assertSafe(ORDERS, ORDERS + """
                alter table customers add constraint uq unique (code);
                alter table orders add constraint fk foreign key (status) references customers (code);
                """, """
                CREATE UNIQUE INDEX CONCURRENTLY uq ON customers (code)
                ALTER TABLE customers ADD CONSTRAINT uq UNIQUE USING INDEX uq
                ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (status) REFERENCES customers (code) NOT VALID
                --
                ALTER TABLE orders VALIDATE CONSTRAINT fk
                """);
    }

    @Test
    void a_key_takes_the_place_of_another_in_one_transaction() throws SQLException {
        assertSafe(
                "create table t (a int not null, b int not null, constraint t_pkey primary key (a));",
                "create table t (a int not null, b int not null, constraint t_pkey primary key (a, b));",
                """
                CREATE UNIQUE INDEX CONCURRENTLY t_pkey_new ON t (a, b)
                ALTER TABLE t DROP CONSTRAINT t_pkey
                ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey_new
                """);
    }

    @Test
    void a_column_becomes_required_behind_a_check() throws SQLException {
        assertSafe("create table t (c integer);", "create table t (c bigint not null);", """
                ALTER TABLE t ALTER COLUMN c TYPE bigint
                ALTER TABLE t ADD CONSTRAINT t_c_not_null_check CHECK (c IS NOT NULL) NOT VALID
                --
                ALTER TABLE t VALIDATE CONSTRAINT t_c_not_null_check
                ALTER TABLE t ALTER COLUMN c SET NOT NULL
                ALTER TABLE t DROP CONSTRAINT t_c_not_null_check
                """);
    }

    @Test
    void a_required_column_is_filled_first() throws SQLException {
        assertSafe(
                "create table t (id bigint primary key);",
                "create table t (id bigint primary key, c text not null); create index ix on t (c);",
                """
                ALTER TABLE t ADD COLUMN c text
                fill t.c along id
                CREATE INDEX CONCURRENTLY ix ON t (c)
                ALTER TABLE t ADD CONSTRAINT t_c_not_null_check CHECK (c IS NOT NULL) NOT VALID
                --
                ALTER TABLE t VALIDATE CONSTRAINT t_c_not_null_check
                ALTER TABLE t ALTER COLUMN c SET NOT NULL
                ALTER TABLE t DROP CONSTRAINT t_c_not_null_check
                """);
    }

    @Test
    void partitioned_tables_keep_the_plain_form_where_there_is_no_other() throws SQLException {
        String table =
                "create table o (id bigint primary key); create table t (a int, b bigint) partition by range (a);";
        assertThat(Conformance.from(table)
                        .to(table + "create index ix on t (b);"
                                + "alter table t add constraint fk foreign key (b) references o;")
                        .proved()
                        .safe())
                .isEmpty();
    }

    @Test
    void a_foreign_key_to_a_partitioned_table_keeps_the_plain_form() throws SQLException {
        String tables = "create table o (id bigint, a bigint);"
                + " create table t (a bigint primary key) partition by range (a);"
                + " create table t1 partition of t for values from (0) to (9);";
        assertThat(Conformance.from(tables)
                        .to(tables + "alter table o add constraint fk foreign key (a) references t;")
                        .proved()
                        .safe())
                .isEmpty();
    }

    @Test
    void what_comes_with_a_new_table_keeps_the_plain_form() throws SQLException {
        assertThat(Conformance.from("")
                        .to(ORDERS + "create index ix on orders (note);")
                        .proved()
                        .safe())
                .isEmpty();
    }

    private static void assertSafe(String from, String to, String sql) throws SQLException {
        assertThat(safe(from, to).sql()).isEqualTo(sql);
    }

    private static void assertSafe(String from, String to, String sql, String sqlBack) throws SQLException {
        SafeForm safe = safe(from, to);
        assertThat(safe.sql()).isEqualTo(sql);
        assertThat(safe.sqlBack()).isEqualTo(sqlBack);
    }

    private static SafeForm safe(String from, String to) throws SQLException {
        return Conformance.from(from).to(to).proved().safe().orElseThrow();
    }
}
