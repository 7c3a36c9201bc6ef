package dev.autogen.introspector;

import static dev.autogen.introspector.Catalogs.expressions;
import static dev.autogen.introspector.Catalogs.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.introspector.Canonicalization.JudgedBy;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who judges, how often the server is asked, and what is left behind. */
class JudgingSessionTest {
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
    void nothing_is_evaluated_and_nothing_stays() throws SQLException {
        database.execute("CREATE SEQUENCE s; CREATE TABLE t (id bigint)");

        Table t = table("t", Column.of("id", DataType.of("bigint")).withDefault(SqlExpression.of("nextval('s') + 1")));

        Canonicalization result =
                Canonicalizer.forSchema("public").canonicalize(Catalog.of(t), Catalog.EMPTY, connection);

        assertThat(expressions(result.desired())).containsExactly("(nextval('public.s'::regclass) + 1)");
        assertThat(database.query("SELECT is_called FROM s")).containsExactly("f");
        assertThat(database.query("SELECT count(*) FROM pg_class WHERE relname LIKE 'autogen%'"))
                .containsExactly("0");
        assertThat(connection.getAutoCommit()).isTrue();
    }

    @Test
    void no_text_has_an_effect_whatever_it_calls() throws SQLException {
        database.execute("""
                CREATE TABLE effects (what text);
                CREATE FUNCTION act(integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE
                  AS 'BEGIN INSERT INTO public.effects VALUES (''acted''); RETURN $1; END';
                CREATE TABLE t (a integer, b integer);
                INSERT INTO t SELECT g, g FROM generate_series(1, 10) g;
                CREATE INDEX old ON t (b) WHERE b > 5;
                ALTER TABLE t ADD CONSTRAINT old CHECK (b > 0)""");
        Table t = table(
                        "t",
                        Column.of("a", DataType.of("integer")).withDefault(SqlExpression.of("act(1)")),
                        Column.of("b", DataType.of("integer")),
                        Column.of("g", DataType.of("integer"))
                                .withGenerated(new Generated(SqlExpression.of("act(b)"), true)))
                .withConstraints(List.of(CheckConstraint.of(null, SqlExpression.of("act(a)>0"))))
                .withIndexes(List.of(Index.of(null, List.of(IndexKey.expression(SqlExpression.of("act(a)"))))
                        .withPredicate(SqlExpression.of("act(b)>0"))));

        Canonicalization result = Canonicalizer.forSchema("public")
                .canonicalize(Catalog.of(t), introspect(connection, Scope.of("public")), connection);

        assertThat(result.refused()).isEmpty();
        assertThat(result.judgedBy()).isEqualTo(JudgedBy.SERVER);
        assertThat(database.query("SELECT count(*) FROM effects")).containsExactly("0");
    }

    @Test
    void what_is_new_in_another_schema_is_known_to_texts() throws SQLException {
        Table t = table(
                        "t",
                        Column.of("m", new DataType("audit", "mood", List.of(), 0))
                                .withDefault(SqlExpression.of("'ok'::audit.mood")),
                        Column.of("n", DataType.of("bigint")).withDefault(SqlExpression.of("nextval('audit.s')")))
                .withConstraints(List.of(CheckConstraint.of(null, SqlExpression.of("m<>'sad'"))));
        Catalog desired = new Catalog(
                List.of(Schema.of("audit")),
                List.of(),
                List.of(new EnumType(new QualifiedName("audit", "mood"), List.of("sad", "ok"))),
                List.of(Sequence.of(new QualifiedName("audit", "s"), SequenceOptions.NONE)),
                List.of(t));

        Canonicalization result = Canonicalizer.forSchema("public").canonicalize(desired, Catalog.EMPTY, connection);

        assertThat(result.refused()).isEmpty();
        assertThat(result.unjudged()).isEmpty();
        assertThat(expressions(result.desired()))
                .containsExactly("'ok'::audit.mood", "nextval('audit.s'::regclass)", "(m <> 'sad'::audit.mood)");
        assertThat(database.query("SELECT nspname FROM pg_namespace WHERE nspname = 'audit'"))
                .isEmpty();
    }

    @Test
    void a_role_that_may_not_make_what_is_new_elsewhere_is_told_that_nobody_could_judge() throws SQLException {
        Table t = table(
                "t",
                Column.of("m", new DataType("audit", "mood", List.of(), 0))
                        .withDefault(SqlExpression.of("'ok'::audit.mood")));
        Catalog desired = new Catalog(
                List.of(Schema.of("audit")),
                List.of(),
                List.of(new EnumType(new QualifiedName("audit", "mood"), List.of("sad", "ok"))),
                List.of(),
                List.of(t));

        try (PlainRole role = PlainRole.in(database);
                Connection plain = role.connect()) {
            Canonicalization result = Canonicalizer.forSchema("public").canonicalize(desired, Catalog.EMPTY, plain);

            assertThat(result.refused()).isEmpty();
            assertThat(result.unjudged()).extracting(RefusedText::text).containsExactly("'ok'::audit.mood");
        }
    }

    @Test
    void a_character_that_the_database_cannot_hold_spoils_no_other_text() throws SQLException {
        String name = database.name() + "_latin1";
        database.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");
        try (Connection latin = DriverManager.getConnection(database.jdbcUrl().replace(database.name(), name))) {
            try (Statement statement = latin.createStatement()) {
                statement.execute("CREATE TABLE grüße (a text DEFAULT 'schön' CHECK (a <> 'übel'))");
            }
            Catalog live = introspect(latin, Scope.of("public"));
            Table t = table(
                    "grüße",
                    Column.of("a", DataType.of("text")).withDefault(SqlExpression.of("concat('schön','')")),
                    Column.of("b", DataType.of("text")).withDefault(SqlExpression.of("concat('5 €','')")),
                    Column.of("c", DataType.of("text")).withDefault(SqlExpression.of("concat(1,2)")));

            Canonicalization result = Canonicalizer.forSchema("public").canonicalize(Catalog.of(t), live, latin);

            assertThat(expressions(live)).containsExactly("'schön'::text", "(a <> 'übel'::text)");
            assertThat(result.refused()).extracting(RefusedText::object).containsExactly("b");
            assertThat(expressions(result.desired())).contains("concat('schön', '')", "concat(1, 2)");
        } finally {
            database.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    @Test
    void a_function_that_shadows_one_of_postgresql_is_told_apart() throws SQLException {
        database.execute("""
                CREATE FUNCTION public.lower(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
                CREATE TABLE t (a text CONSTRAINT one CHECK (pg_catalog.lower(a) = a),
                  CONSTRAINT other CHECK (public.lower(a) = a))""", "ALTER DATABASE " + database.name() + " SET search_path = public, pg_catalog");
        Table t = table("t", Column.of("a", DataType.of("text")))
                .withConstraints(List.of(
                        CheckConstraint.of("one", SqlExpression.of("pg_catalog.lower(a)=a")),
                        CheckConstraint.of("other", SqlExpression.of("public.lower(a)=a"))));

        try (Connection shadowed = database.connect()) {
            Catalog live = introspect(shadowed, Scope.of("public"));
            Canonicalization result = Canonicalizer.forSchema("public").canonicalize(Catalog.of(t), live, shadowed);

            assertThat(live.tables().get(0).checks())
                    .extracting(check -> check.expression().text())
                    .containsExactly("lower(a) = a", "public.lower(a) = a");
            assertThat(expressions(result.desired())).isEqualTo(expressions(result.live()));
        }
    }

    @Test
    void a_thousand_tables_are_judged_in_a_handful_of_round_trips() throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            String status = "status in ('A" + i + "','B')";
            tables.add(table(
                            "t" + i,
                            Column.of("price", DataType.of("numeric", 10, 2)).withDefault(SqlExpression.of("0")),
                            Column.of("status", DataType.of("varchar", 255)))
                    .withConstraints(List.of(
                            CheckConstraint.of(null, SqlExpression.of("price >= 0")),
                            CheckConstraint.of(null, SqlExpression.of(status)))));
        }
        RoundTrips trips = new RoundTrips(connection);

        Canonicalization result = Canonicalizer.forSchema("public")
                .canonicalize(Catalog.EMPTY.withTables(tables), Catalog.EMPTY, trips.connection());

        assertThat(trips.count()).isLessThanOrEqualTo(6);
        assertThat(result.refused()).isEmpty();
    }

    @Test
    void what_is_written_alike_needs_no_judge() throws SQLException {
        database.execute("CREATE TABLE t (c varchar(9) DEFAULT 'x' CHECK (c <> 'y'), d date DEFAULT '2026-01-01')");
        Catalog live = introspect(connection, Scope.of("public"));
        RoundTrips trips = new RoundTrips(connection);

        Canonicalization result = Canonicalizer.forSchema("public").canonicalize(live, live, trips.connection());

        assertThat(trips.count()).isZero();
        assertThat(result.judgedBy()).isEqualTo(JudgedBy.NOBODY);
        assertThat(result.desired()).isEqualTo(live);
    }

    @Test
    void another_server_judges_where_the_role_may_not_create_temporary_tables() throws SQLException {
        database.execute("""
                CREATE SCHEMA shop;
                CREATE TYPE shop.mood AS ENUM ('sad', 'ok');
                CREATE TABLE shop.t (m shop.mood DEFAULT 'ok' CHECK (m <> 'sad'))""", "REVOKE TEMPORARY ON DATABASE " + database.name() + " FROM PUBLIC");
        Table t = table("t", Column.of("m", DataType.of("mood")).withDefault(SqlExpression.of("'ok'")))
                .withConstraints(List.of(CheckConstraint.of("t_m_check", SqlExpression.of("m<>'sad'"))));
        try (TestDatabase other = PostgresForTests.freshDatabase();
                PlainRole role = PlainRole.in(database);
                Connection plain = role.connect()) {
            database.execute("GRANT USAGE ON SCHEMA shop TO " + role.name());
            Catalog live = introspect(plain, Scope.of("shop"));
            Catalog desired = Catalog.of(t).withEnumTypes(live.enumTypes());

            Canonicalization helped = Canonicalizer.forSchema("shop")
                    .withStandIn(() -> connect(other))
                    .canonicalize(desired, live, plain);
            Canonicalization alone = Canonicalizer.forSchema("shop").canonicalize(desired, live, plain);

            assertThat(helped.judgedBy()).isEqualTo(JudgedBy.STAND_IN);
            assertThat(helped.refused()).isEmpty();
            assertThat(expressions(helped.desired())).isEqualTo(expressions(helped.live()));
            assertThat(alone.judgedBy()).isEqualTo(JudgedBy.NOBODY);
            assertThat(alone.unjudged()).hasSize(2);
            assertThat(other.query("SELECT nspname FROM pg_namespace WHERE nspname = 'shop'"))
                    .isEmpty();
        }
    }

    @Test
    void texts_that_would_end_the_statement_around_them_never_reach_the_server() throws SQLException {
        database.execute("CREATE TABLE victims (id integer)", "CREATE TABLE t (a integer)");
        List<String> hostile = List.of(
                "0); DROP TABLE victims; --",
                "0) /*",
                "'open",
                "\"open",
                "$q$ open",
                "E'\\' ) ; DROP TABLE victims; --'",
                "(1",
                "1)",
                "0; COMMIT; DROP TABLE victims");
        List<CheckConstraint> checks = new ArrayList<>();
        hostile.forEach(text -> checks.add(CheckConstraint.of("ck" + checks.size(), SqlExpression.of(text))));
        checks.add(CheckConstraint.of("fine", SqlExpression.of("a::text <> $q$;)'$q$ /* ; ' */ and E'\\';)' <> '('")));
        Table t = table("t", Column.of("a", DataType.of("integer"))).withConstraints(checks);

        Canonicalization result =
                Canonicalizer.forSchema("public").canonicalize(Catalog.of(t), Catalog.EMPTY, connection);

        assertThat(result.refused()).extracting(RefusedText::text).containsExactlyElementsOf(hostile);
        assertThat(database.query("SELECT count(*) FROM victims")).containsExactly("0");
    }

    @Test
    void a_role_whose_transactions_are_read_only_can_judge_all_the_same() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = on");
        }
        Table t = table("t", Column.of("a", DataType.of("integer")).withDefault(SqlExpression.of("1+1")));

        Canonicalization result =
                Canonicalizer.forSchema("public").canonicalize(Catalog.of(t), Catalog.EMPTY, connection);

        assertThat(result.judgedBy()).isEqualTo(JudgedBy.SERVER);
        assertThat(expressions(result.desired())).containsExactly("(1 + 1)");
    }

    @Test
    void a_database_that_forbids_ddl_by_trigger_is_judged_by_the_stand_in() throws SQLException {
        database.execute("""
                CREATE FUNCTION forbid() RETURNS event_trigger LANGUAGE plpgsql
                AS 'BEGIN RAISE EXCEPTION ''not here''; END';
                CREATE EVENT TRIGGER guard ON ddl_command_start EXECUTE FUNCTION forbid()""");
        Table t = table("t", Column.of("a", DataType.of("integer")).withDefault(SqlExpression.of("1+1")));

        try (TestDatabase other = PostgresForTests.freshDatabase()) {
            Canonicalization result = Canonicalizer.forSchema("public")
                    .withStandIn(() -> connect(other))
                    .canonicalize(Catalog.of(t), Catalog.EMPTY, connection);

            assertThat(result.judgedBy()).isEqualTo(JudgedBy.STAND_IN);
            assertThat(expressions(result.desired())).containsExactly("(1 + 1)");
        }
    }

    @Test
    void a_failure_of_the_server_is_not_taken_for_a_refusal() throws SQLException {
        Table t = table("t", Column.of("a", DataType.of("integer")).withDefault(SqlExpression.of("1+1")));
        connection.close();

        assertThatThrownBy(
                        () -> Canonicalizer.forSchema("public").canonicalize(Catalog.of(t), Catalog.EMPTY, connection))
                .isInstanceOf(SQLException.class);
    }

    private static Connection connect(TestDatabase other) {
        try {
            return other.connect();
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private static Catalog introspect(Connection connection, Scope scope) throws SQLException {
        return new CatalogIntrospector().introspect(connection, scope).catalog();
    }
}
