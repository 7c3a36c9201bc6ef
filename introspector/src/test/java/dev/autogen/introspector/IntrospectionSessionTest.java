package dev.autogen.introspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.TableSize;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an introspection needs of a connection, and what it leaves behind. */
class IntrospectionSessionTest {
    private static final Scope SCOPE = Scope.of("public");

    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = PostgresForTests.freshDatabase();
        connection = database.connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void the_number_of_round_trips_does_not_depend_on_the_number_of_tables() throws SQLException {
        RoundTrips few = new RoundTrips(connection);
        new CatalogIntrospector().introspect(few.connection(), SCOPE);
        database.execute("""
                DO $$ BEGIN FOR i IN 1 .. 100 LOOP
                  EXECUTE format('CREATE TABLE t%s (id serial PRIMARY KEY, n text UNIQUE, CHECK (n <> ''''))', i);
                END LOOP; END $$""");
        RoundTrips many = new RoundTrips(connection);

        Catalog catalog =
                new CatalogIntrospector().introspect(many.connection(), SCOPE).catalog();

        assertThat(catalog.tables()).hasSize(100);
        assertThat(many.count()).isEqualTo(few.count()).isLessThanOrEqualTo(10);
    }

    @Test
    void the_connection_is_afterwards_as_it_was() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET search_path = nowhere; SET IntervalStyle = 'iso_8601'");
        }

        new CatalogIntrospector().introspect(connection, SCOPE);

        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(connection.isReadOnly()).isFalse();
        assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT current_setting('search_path') || current_setting('IntervalStyle')")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("nowhereiso_8601");
        }
    }

    @Test
    void a_missing_default_schema_is_said_and_is_no_error() throws SQLException {
        LiveCatalog live = new CatalogIntrospector().introspect(connection, Scope.of("not_yet"));

        assertThat(live.defaultSchemaExists()).isFalse();
        assertThat(live.catalog()).isEqualTo(Catalog.EMPTY);
    }

    @Test
    void a_role_that_owns_nothing_sees_everything() throws SQLException {
        database.execute("""
                CREATE TABLE t (id serial PRIMARY KEY, n text DEFAULT 'x' CHECK (n <> ''));
                CREATE INDEX i ON t (lower(n))""");
        Catalog owners = catalog();

        try (PlainRole role = PlainRole.in(database);
                Connection plain = role.connect()) {
            assertThat(new CatalogIntrospector().introspect(plain, SCOPE).catalog())
                    .isEqualTo(owners);
        }
    }

    @Test
    void a_role_that_may_not_use_a_schema_is_told_what_to_grant() throws SQLException {
        database.execute("CREATE SCHEMA secret");

        try (PlainRole role = PlainRole.in(database);
                Connection plain = role.connect()) {
            assertThatThrownBy(() -> new CatalogIntrospector().introspect(plain, Scope.of("public", "secret")))
                    .isInstanceOf(IntrospectionException.class)
                    .hasMessageContaining("GRANT USAGE ON SCHEMA secret TO " + role.name() + ";");
        }
    }

    @Test
    void what_goes_while_it_is_read_is_not_there() throws SQLException {
        database.execute("""
                CREATE TABLE stays (a integer DEFAULT 1);
                CREATE TABLE goes (a integer DEFAULT 1 + 1 CHECK (a > 0));
                CREATE INDEX ON goes ((a + 1)) WHERE a > 0""");
        for (int number = 2; number <= 9; number++) {
            int then = number;
            RoundTrips trips =
                    new RoundTrips(connection).interrupted(count -> count == then, () -> database.execute("""
                    DROP TABLE goes;
                    CREATE TABLE goes (a integer DEFAULT 1 + 1 CHECK (a > 0));
                    CREATE INDEX ON goes ((a + 1)) WHERE a > 0"""));

            assertThat(new CatalogIntrospector()
                            .introspect(trips.connection(), SCOPE)
                            .catalog())
                    .isEqualTo(catalog());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    ALTER TABLE t RENAME COLUMN a TO b | ALTER TABLE t RENAME COLUMN b TO a
                    ALTER SEQUENCE s RENAME TO z; ALTER FUNCTION f RENAME TO g | ALTER SEQUENCE z RENAME TO s; ALTER FUNCTION g RENAME TO f
                    ALTER TYPE mood RENAME TO temper; ALTER DOMAIN price RENAME TO cost | ALTER TYPE temper RENAME TO mood; ALTER DOMAIN cost RENAME TO price
                    ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'; ALTER SCHEMA other RENAME TO another | ALTER TYPE mood RENAME VALUE 'blue' TO 'sad'; ALTER SCHEMA another RENAME TO other
                    ALTER TABLE t DROP d, ALTER e TYPE bigint, ADD g int; ALTER TABLE t RENAME TO u | ALTER TABLE u DROP g, ALTER e TYPE int, ADD d int; ALTER TABLE u RENAME TO t
                    """)
    void what_changes_while_it_is_read_is_seen_as_it_was_or_as_it_is(String change, String back) throws SQLException {
        database.execute("""
                CREATE SCHEMA other;
                CREATE SEQUENCE s;
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE TYPE other.size AS ENUM ('s', 'm');
                CREATE DOMAIN price AS numeric CHECK (value > 0);
                CREATE FUNCTION f(integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT $1';
                CREATE TABLE t (a integer DEFAULT nextval('s'), m mood DEFAULT 'sad', o other.size, p price, e integer,
                  d integer, CHECK (a > 0 AND f(a) > 1), CHECK (m <> 'sad'));
                CREATE INDEX i ON t (f(a)) WHERE a > 0""");
        for (int number = 2; number <= 10; number++) {
            int then = number;
            Catalog before = catalog();
            RoundTrips trips =
                    new RoundTrips(connection).interrupted(count -> count == then, () -> database.execute(change));

            Catalog read = new CatalogIntrospector()
                    .introspect(trips.connection(), SCOPE)
                    .catalog();

            assertThat(read).as("before round trip " + number).isIn(before, catalog());
            database.execute(back);
        }
    }

    @Test
    void a_schema_that_never_holds_still_is_said_to_do_so() throws SQLException {
        database.execute("CREATE TABLE t (a integer CHECK (a > 0))");
        RoundTrips always = new RoundTrips(connection)
                .interrupted(
                        count -> true,
                        () -> database.execute("DROP TABLE t; CREATE TABLE t (a integer CHECK (a > 0))"));

        assertThatThrownBy(() -> new CatalogIntrospector().introspect(always.connection(), SCOPE))
                .isInstanceOf(IntrospectionException.class)
                .hasMessageContaining("Run this again when that is done");
        assertThat(connection.getAutoCommit()).isTrue();
    }

    @Test
    void sizes_are_estimated_without_looking_into_tables() throws SQLException {
        database.execute(
                "CREATE TABLE t AS SELECT g AS id FROM generate_series(1, 1000) g",
                "CREATE TABLE p (id integer) PARTITION BY RANGE (id)",
                "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10)",
                "INSERT INTO p SELECT 1 FROM generate_series(1, 20)",
                "ANALYZE");

        Map<QualifiedName, TableSize> sizes = new CatalogIntrospector().sizes(connection, SCOPE);

        assertThat(sizes.get(QualifiedName.of("t")).estimatedRows()).isEqualTo(1000);
        assertThat(sizes.get(QualifiedName.of("t")).bytes()).isPositive();
        assertThat(sizes.get(QualifiedName.of("p")).estimatedRows()).isEqualTo(20);
    }

    @Test
    void a_table_counts_as_empty_only_where_it_is() throws SQLException {
        database.execute(
                "CREATE TABLE untouched (id integer PRIMARY KEY, note text)",
                "CREATE TABLE emptied AS SELECT 1 AS id",
                "DELETE FROM emptied",
                "ANALYZE emptied");

        Map<QualifiedName, TableSize> sizes = new CatalogIntrospector().sizes(connection, SCOPE);

        assertThat(sizes.get(QualifiedName.of("untouched")).estimatedRows()).isZero();
        assertThat(sizes.get(QualifiedName.of("emptied")).estimatedRows()).isNotZero();
    }

    @Test
    void a_table_that_someone_else_has_locked_is_not_waited_for() throws SQLException {
        database.execute("CREATE TABLE t AS SELECT g AS id FROM generate_series(1, 1000) g", "ANALYZE");
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE t IN ACCESS EXCLUSIVE MODE");

            assertThat(new CatalogIntrospector().sizes(connection, SCOPE).get(QualifiedName.of("t")))
                    .satisfies(size -> {
                        assertThat(size.estimatedRows()).isEqualTo(1000);
                        assertThat(size.bytes()).isPositive();
                    });
        }
    }

    @Test
    void what_goes_with_a_table_or_a_type_and_is_no_part_of_it_is_named() throws SQLException {
        try (PlainRole role = PlainRole.in(database)) {
            database.execute("""
                    CREATE TABLE t (a integer REFERENCES t, PRIMARY KEY (a));
                    CREATE TABLE plain (a integer);
                    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
                    CREATE TRIGGER "Audit" BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
                    CREATE RULE quiet AS ON DELETE TO t DO INSTEAD NOTHING;
                    CREATE POLICY own ON t USING (a > 0);
                    GRANT SELECT ON t TO PUBLIC;
                    CREATE TYPE mood AS ENUM ('sad');
                    CREATE TYPE plain_mood AS ENUM ('sad');
                    COMMENT ON TYPE mood IS 'how it is';
                    GRANT USAGE ON TYPE mood TO ROLE;
                    GRANT UPDATE (a) ON t TO ROLE""".replace("ROLE", role.name()));

            assertThat(new CatalogIntrospector().attached(connection, SCOPE))
                    .isEqualTo(Map.of(
                            QualifiedName.of("t"),
                            List.of(
                                    "trigger \"Audit\"",
                                    "rule quiet",
                                    "policy own",
                                    "what PUBLIC may do",
                                    "what " + role.name() + " may do"),
                            QualifiedName.of("mood"),
                            List.of("the comment how it is", "what " + role.name() + " may do")));
        }
    }

    @Test
    void facts_say_what_the_role_may_do() throws SQLException {
        ServerFacts facts = new CatalogIntrospector().facts(connection);

        assertThat(facts.majorVersion()).isEqualTo(PostgresForTests.majorVersion());
        assertThat(facts.database()).isEqualTo(database.name());
        assertThat(facts.mayCreateTemporary()).isTrue();
        assertThat(facts.readOnly()).isFalse();
    }

    private Catalog catalog() throws SQLException {
        return new CatalogIntrospector().introspect(connection, SCOPE).catalog();
    }
}
