package dev.autogen.introspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Expressions as migrations show them, beside the words that are compared. */
class LiveTextsTest {
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
    void names_of_the_default_schema_stand_bare_and_those_of_others_do_not() throws SQLException {
        database.execute("""
                CREATE SCHEMA shop; CREATE SCHEMA audit;
                CREATE TYPE shop.mood AS ENUM ('sad', 'ok'); CREATE TYPE audit.mood AS ENUM ('sad', 'ok');
                CREATE SEQUENCE shop.numbers; CREATE SEQUENCE audit.numbers;
                CREATE FUNCTION shop.lower(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
                CREATE FUNCTION shop.tidy(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
                CREATE FUNCTION audit.tidy(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
                CREATE TABLE shop.t (
                  a shop.mood DEFAULT 'ok', b audit.mood DEFAULT 'ok',
                  c bigint DEFAULT nextval('shop.numbers'), d bigint DEFAULT nextval('audit.numbers'),
                  e text DEFAULT lower('X'), f text DEFAULT shop.lower('X'),
                  g text DEFAULT shop.tidy('X'), h text DEFAULT audit.tidy('X'))""");

        assertThat(introspect("shop").tables().get(0).columns())
                .extracting(column -> column.defaultValue().text())
                .containsExactly(
                        "'ok'::mood",
                        "'ok'::audit.mood",
                        "nextval('numbers'::regclass)",
                        "nextval('audit.numbers'::regclass)",
                        "lower('X'::text)",
                        "shop.lower('X'::text)",
                        "tidy('X'::text)",
                        "audit.tidy('X'::text)");
        assertThat(introspect("shop")
                        .tables()
                        .get(0)
                        .columns()
                        .get(0)
                        .defaultValue()
                        .canonical())
                .isEqualTo("'ok'::shop.mood");
    }

    @Test
    void an_expression_reads_as_a_person_would_write_it() throws SQLException {
        database.execute("""
                CREATE TABLE t (status varchar(9), price numeric DEFAULT 1 + 1,
                  CONSTRAINT a CHECK (status IN ('A', 'B')), CONSTRAINT b CHECK (price > 0 AND (price < 9 OR status = '')));
                CREATE INDEX i ON t ((price * 2), lower(status)) WHERE status IS NOT NULL""");
        Table table = introspect("public").tables().get(0);

        assertThat(table.checks())
                .extracting(check -> check.expression().text())
                .containsExactly(
                        "status::text = ANY (ARRAY['A'::character varying, 'B'::character varying]::text[])",
                        "price > 0::numeric AND (price < 9::numeric OR status::text = ''::text)");
        assertThat(table.columns().get(1).defaultValue().text()).isEqualTo("(1 + 1)");
        assertThat(table.indexes().get(0).keys())
                .extracting(key -> key.expression().text())
                .containsExactly("price * 2::numeric", "lower(status::text)");
        assertThat(table.indexes().get(0).predicate().text()).isEqualTo("status IS NOT NULL");
    }

    /** The table is made anew in another schema from what is shown, and must mean the same there. */
    @Test
    void what_is_shown_means_in_another_schema_what_it_meant_where_it_was_read() throws SQLException {
        List<String> checks = List.of(
                "a - (b - 1) > 0 AND a - b - 1 > 0 AND a / (b * 2) > 0",
                "NOT (a > 0 AND b > 0) OR NOT a IS NULL",
                "(NOT (a > 0)) = (b > 0)",
                "(a > 0) IS NOT TRUE AND (a > 0) = true AND ((a > 0) IS NULL) = false",
                "-a > 0 AND - (-1) < b AND (-1) ^ 2 > 0 AND -(1 ^ 2) < 0 AND (- 5) % 3 < 0",
                "a BETWEEN 1 AND 2 OR a NOT BETWEEN SYMMETRIC 4 AND 3",
                "a IN (1, 2) AND b NOT IN (3) AND a = ANY (ARRAY[1, 2] || 3)",
                "(s || t) LIKE 'a\\%%' AND NOT s ILIKE 'x' ESCAPE '!' AND s SIMILAR TO '(a|b)'",
                "(s COLLATE \"C\") < t AND s < (t || 'x' COLLATE \"C\")",
                "(j -> 'a' ->> 'b')::int + 1 > (j #>> '{c}')::int AND j @> '{}' AND j ? 'x'",
                "(s || 'x')::varchar(3) = 'y' AND (s::varchar(2))::text = ('-' || s)::char(2)",
                "arr[1] > 0 AND (arr || 1)[2] > 0 AND arr[1:2] = '{1,2}' AND cardinality(arr) > 0",
                "CASE WHEN a > 0 THEN CASE b WHEN 1 THEN s ELSE t END WHEN a < 0 THEN 'n' END IS NOT NULL",
                "at AT TIME ZONE 'utc' > '2026-01-01' AND (at AT TIME ZONE s) AT TIME ZONE 'utc' > now()",
                "extract(year FROM at) > 2000 AND (at, at) OVERLAPS (at, interval '1 day')",
                "coalesce(nullif(s, ''), t, 'x') <> greatest(s, least(t, 'q'))",
                "(a, b) < (1, 2) AND ROW(a, s) IS NOT DISTINCT FROM ROW(1, 'x') AND a IS DISTINCT FROM b",
                "(a > 0) = (b > 0) AND (a = 1) <> (b = 2)",
                "m > 'sad' AND m::text <> 'x' AND ('o' || 'k')::mood = m AND m = ANY ('{sad,ok}'::mood[])",
                "s ~ '^[a-z\\\\]+$' AND s !~* E'\\\\d\\n' AND position('a' in s) > 0 AND substring(s from 2 for 3) <> ''",
                "trim(both 'x' from s) <> '' AND overlay(s placing 'x' from 1) <> '' AND s IS NORMALIZED",
                "s::text = 'it''s' AND s <> 'back\\slash' AND s <> '' AND t = U&'\\0041'",
                "(SELECT_ + 1) > 0 AND \"Odd \"\" Name\" > 0 AND \"user\" <> 'x'",
                "(a::numeric / 3)::int > 0 AND a::bigint::text <> '1' AND (a + b)::text <> ''",
                "(a & b | 1 # 2) << 1 > ~a AND @ a > |/ 4",
                "own(own(a)) > 0 AND a <~> b AND t.a > 0");
        StringBuilder ddl = new StringBuilder("CREATE TABLE t (a integer DEFAULT -1 - (2 - 1) NOT NULL, b integer,"
                + " SELECT_ int, \"Odd \"\" Name\" int, \"user\" text, s text DEFAULT ('x' || 'y') || 'z',"
                + " t text DEFAULT 'a' COLLATE \"C\", ok boolean DEFAULT (true AND NOT false), m mood DEFAULT 'ok',"
                + " ms mood[] DEFAULT '{ok}', j jsonb, arr integer[] DEFAULT ARRAY[1, 2], at timestamptz"
                + " DEFAULT (now() AT TIME ZONE 'utc') + interval '1 day',"
                + " g integer GENERATED ALWAYS AS ((a + b) * 2 - -1) STORED,"
                + " n bigint DEFAULT nextval('numbers') + 1");
        for (int i = 0; i < checks.size(); i++) {
            ddl.append(", CONSTRAINT ck_%02d CHECK (".formatted(i))
                    .append(checks.get(i))
                    .append(")");
        }
        ddl.append(");\nCREATE INDEX i1 ON t ((a + b), (a - (b - 1)), lower(s), (s COLLATE \"C\"), ((j ->> 'x')),"
                + " (at AT TIME ZONE 'utc'), own(a), (s::varchar(3))) WHERE (a > 0 OR b > 0) AND NOT ok");
        for (String schema : List.of("shop", "store")) {
            database.execute(surroundings(schema));
        }
        database.execute("SET search_path = shop;" + ddl);

        Table table = introspect("shop").table(QualifiedName.of("t")).orElseThrow();
        PostgresDdl store = PostgresDdl.inDefaultSchema("store");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = store");
            statement.execute(store.statements(new CreateTable(table.withIndexes(List.of())))
                    .get(0)
                    .sql());
            statement.execute(store.statements(
                            new CreateIndex(table.name(), table.indexes().get(0), false))
                    .get(0)
                    .sql());
        }
        assertThat(words(judged("store"))).isEqualTo(words(judged("shop")));
    }

    private static String surroundings(String schema) {
        return """
                CREATE SCHEMA IF NOT EXISTS %1$s; SET search_path = %1$s;
                CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE SEQUENCE numbers;
                CREATE FUNCTION own(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1';
                CREATE FUNCTION near(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
                CREATE OPERATOR <~> (FUNCTION = near, LEFTARG = integer, RIGHTARG = integer)""".formatted(schema);
    }

    /** The texts of a schema once they stand still: a model with the same texts but other spelling asks for that. */
    private List<String> judged(String schema) throws SQLException {
        Catalog live = introspect(schema);
        Table table = live.table(QualifiedName.of("t")).orElseThrow();
        Catalog model = Catalog.of(table.withConstraints(table.checks().stream()
                        .map(check -> check.withExpression(spelledOtherwise(check.expression())))
                        .toList())
                .withColumns(table.columns().stream()
                        .map(column -> column.defaultValue() == null
                                ? column
                                : column.withDefault(spelledOtherwise(column.defaultValue())))
                        .toList()));
        Canonicalization result = Canonicalizer.forSchema(schema).ahead(live).canonicalize(model, live, connection);
        assertThat(result.refused()).isEmpty();
        assertThat(Catalogs.expressions(result.desired())).isEqualTo(Catalogs.expressions(result.live()));
        return Catalogs.expressions(result.live());
    }

    private static SqlExpression spelledOtherwise(SqlExpression expression) {
        return SqlExpression.of(" " + expression.text());
    }

    private static List<String> words(List<String> expressions) {
        return expressions.stream()
                .map(words -> words.replace("store.", "shop."))
                .toList();
    }

    private Catalog introspect(String schema) throws SQLException {
        return new CatalogIntrospector()
                .introspect(connection, Scope.of(schema))
                .catalog();
    }
}
