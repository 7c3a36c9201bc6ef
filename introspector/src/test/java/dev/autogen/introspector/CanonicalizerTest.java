package dev.autogen.introspector;

import static dev.autogen.introspector.Catalogs.expressions;
import static dev.autogen.introspector.Catalogs.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CanonicalizerTest {
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
    void a_check_of_a_restored_dump_means_what_the_model_means() throws SQLException {
        database.execute("""
                CREATE TABLE fresh (status varchar(255) CHECK (status in ('A','B')));
                CREATE TABLE restored (status varchar(255) CHECK
                  (((status)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[]))))""");
        Column status = Column.of("status", DataType.of("varchar", 255));

        Canonicalization result = canonicalize(Catalog.of(
                checked("fresh", "status in ('A','B')", status), checked("restored", "status in ('A','B')", status)));

        assertThat(check(result.live(), "fresh").text())
                .isNotEqualTo(check(result.live(), "restored").text());
        assertThat(List.of(
                        check(result.live(), "fresh"),
                        check(result.live(), "restored"),
                        check(result.desired(), "fresh"),
                        check(result.desired(), "restored")))
                .extracting(SqlExpression::canonical)
                .containsOnly(
                        "((status)::text = ANY (ARRAY[('A'::character varying)::text, ('B'::character varying)::text]))");
        assertThat(check(result.desired(), "fresh").text()).isEqualTo("status in ('A','B')");
        assertThat(result.refused()).isEmpty();
        assertThat(result.judgedBy()).isEqualTo(JudgedBy.SERVER);
    }

    @Test
    void a_default_reads_as_the_database_prints_it() throws SQLException {
        String defaults = """
                integer | 0
                integer | -1
                integer | 2147483647
                smallint | 7
                smallint | -7
                bigint | 0
                bigint | -42
                bigint | 5000000000
                bigint | 999999999
                numeric(10,2) | 0
                numeric(10,2) | 0.00
                numeric(10,2) | 12.5
                numeric | -3
                numeric | -3.5
                real | 1
                real | 0.5
                double precision | -1
                double precision | 0.25
                boolean | true
                boolean | FALSE
                boolean | 't'
                varchar(255) | 'x'
                varchar(255) | ''
                varchar | 'it''s'
                varchar(10) | 'x'::varchar
                varchar(10) | 'x'::character varying
                varchar(10) | 'x'::text
                varchar(10) | 'back\\slash'
                text | 'x'
                text | 'x' :: TEXT
                text | 'x'::varchar
                char(1) | 'N'
                char(5) | 'abc'::bpchar
                timestamptz | now()
                timestamptz(6) | NOW()
                timestamptz | CURRENT_TIMESTAMP
                timestamp(6) | current_timestamp
                timestamp | now()
                timestamp | localtimestamp
                date | CURRENT_DATE
                date | '2026-01-31'
                uuid | gen_random_uuid()
                jsonb | '{"b":1,  "a":2}'
                jsonb | '{}'::jsonb
                text[] | '{}'
                text[] | ARRAY[]::text[]
                interval | '1 day'
                inet | '10.0.0.1'
                bytea | '\\x00'
                integer | 1 + 1
                """;
        List<Column> columns = new ArrayList<>();
        for (String line : defaults.lines().toList()) {
            String type = line.substring(0, line.indexOf('|')).strip();
            String text = line.substring(line.indexOf('|') + 1).strip();
            String table = "t" + columns.size();
            database.execute("CREATE TABLE " + table + " (c " + type + " DEFAULT " + text + ")");
            columns.add(Column.of("c", DataType.parse(type)).withDefault(SqlExpression.of(text)));
        }
        List<Table> tables = new ArrayList<>();
        columns.forEach(column -> tables.add(table("t" + tables.size(), column)));

        Canonicalization result = canonicalize(Catalog.EMPTY.withTables(tables));

        assertThat(result.refused()).isEmpty();
        assertThat(expressions(result.desired())).isEqualTo(expressions(result.live()));
        Catalog printed = introspect(connection, Scope.of("public"));
        assertThat(expressions(result.live())).isEqualTo(expressions(printed));
    }

    @Test
    void a_default_that_is_null_is_none_unless_there_is_one_to_take_away() throws SQLException {
        database.execute("CREATE TABLE t (a varchar(9) DEFAULT NULL, b varchar(9), c integer DEFAULT 1)");

        Canonicalization result = canonicalize(Catalog.of(table(
                "t",
                Column.of("a", DataType.of("varchar", 9)).withDefault(SqlExpression.of("null")),
                Column.of("b", DataType.of("varchar", 9)).withDefault(SqlExpression.of("null::varchar")),
                Column.of("c", DataType.of("integer")).withDefault(SqlExpression.of("NULL")))));

        assertThat(result.live().tables().get(0).columns().subList(0, 2))
                .isEqualTo(result.desired().tables().get(0).columns().subList(0, 2));
        assertThat(result.desired().tables().get(0).column("c").orElseThrow().defaultValue())
                .isEqualTo(SqlExpression.of("NULL"));
    }

    @Test
    void a_default_that_differs_stays_different() throws SQLException {
        database.execute("CREATE TABLE t (c timestamptz DEFAULT now())");

        Canonicalization result = canonicalize(Catalog.of(table(
                "t", Column.of("c", DataType.of("timestamptz")).withDefault(SqlExpression.of("current_timestamp")))));

        assertThat(defaultOf(result.desired(), "t").meansTheSameAs(defaultOf(result.live(), "t")))
                .isFalse();
    }

    @Test
    void a_refused_text_is_named_and_spoils_no_other() throws SQLException {
        Table t = table(
                "t",
                Column.of("a", new DataType(null, "longtext", List.of(), 0)),
                Column.of("b", new DataType(null, "clob", List.of(), 0)).withDefault(SqlExpression.of("'x'")),
                Column.of("c", DataType.of("integer")).withDefault(SqlExpression.of("nonsense(")),
                Column.of("d", DataType.of("integer")).withDefault(SqlExpression.of("'x'")),
                Column.of("e", DataType.of("integer")).withDefault(SqlExpression.of("1 + 1")));
        Table checked = t.withConstraints(List.of(
                CheckConstraint.of("fine", SqlExpression.of("e>0")),
                CheckConstraint.of("about_clob", SqlExpression.of("b <> ''")),
                CheckConstraint.of("bad", SqlExpression.of("missing > 0")),
                CheckConstraint.of("evil", SqlExpression.of("true); DROP TABLE x; --"))));

        Canonicalization result = canonicalize(Catalog.of(checked));

        assertThat(result.refused())
                .extracting(RefusedText::object, RefusedText::kind, RefusedText::text)
                .containsExactly(
                        tuple("a", TextKind.TYPE, "longtext"),
                        tuple("b", TextKind.TYPE, "clob"),
                        tuple("bad", TextKind.CHECK, "missing > 0"),
                        tuple("c", TextKind.DEFAULT, "nonsense("),
                        tuple("d", TextKind.DEFAULT, "'x'"),
                        tuple("evil", TextKind.CHECK, "true); DROP TABLE x; --"));
        assertThat(result.refused().get(0).message()).isEqualTo("type \"longtext\" does not exist");
        Table judged = result.desired().tables().get(0);
        assertThat(judged.checks().get(0).expression().canonical()).isEqualTo("(e > 0)");
        assertThat(judged.column("e").orElseThrow().defaultValue().canonical()).isEqualTo("(1 + 1)");
    }

    @Test
    void types_and_sequences_that_are_still_to_be_made_get_the_names_they_will_have() throws SQLException {
        database.execute("CREATE SCHEMA shop; CREATE TYPE shop.size AS ENUM ('S', 'M'); CREATE TABLE shop.t (z int)");
        DataType mood = DataType.of("mood");
        DataType size = DataType.of("size");
        Table t = table(
                        "t",
                        Column.of("m", mood).withDefault(SqlExpression.of("'Happy'")),
                        Column.of("z", size).withDefault(SqlExpression.of("'XL'")),
                        Column.of("id", DataType.of("bigint")).withDefault(SqlExpression.of("nextval('my_seq')")))
                .withConstraints(List.of(CheckConstraint.of("ck", SqlExpression.of("m <> 'Sad' or z = 'S'::size"))));
        Catalog desired = Catalog.of(t)
                .withEnumTypes(List.of(
                        new EnumType(QualifiedName.of("mood"), List.of("Happy", "Sad")),
                        new EnumType(QualifiedName.of("size"), List.of("S", "M", "XL"))))
                .withSequences(List.of(Sequence.of(QualifiedName.of("my_seq"), SequenceOptions.NONE)));

        Canonicalization result = canonicalize(desired, Scope.of("shop"));
        Table judged = result.desired().tables().get(0);

        assertThat(result.refused()).isEmpty();
        assertThat(judged.columns().stream().map(Column::type)).containsExactly(mood, size, DataType.of("bigint"));
        assertThat(judged.columns().stream().map(c -> c.defaultValue().canonical()))
                .containsExactly("'Happy'::shop.mood", "'XL'::shop.size", "nextval('shop.my_seq'::regclass)");
        assertThat(judged.checks().get(0).expression().canonical())
                .isEqualTo("((m <> 'Sad'::shop.mood) OR (z = 'S'::shop.size))");
    }

    @Test
    void a_type_that_is_still_to_be_made_is_found_however_a_keyword_for_its_name_is_written() throws SQLException {
        DataType json = new DataType("public", "json", List.of(), 0);
        Catalog desired = Catalog.of(table(
                        "t",
                        Column.of("bare", json).withDefault(SqlExpression.of("'a'::public.json")),
                        Column.of("quoted", json).withDefault(SqlExpression.of("'a'::public.\"json\""))))
                .withEnumTypes(List.of(new EnumType(new QualifiedName("public", "json"), List.of("a"))));

        Canonicalization result = canonicalize(desired);

        assertThat(result.refused()).isEmpty();
        assertThat(result.desired().tables().get(0).columns())
                .extracting(column -> column.defaultValue().canonical())
                .containsOnly("'a'::public.\"json\"");
    }

    @Test
    void types_of_extensions_domains_and_collations_are_resolved() throws SQLException {
        database.execute("""
                CREATE EXTENSION citext;
                CREATE SCHEMA shop;
                CREATE DOMAIN shop.email AS citext CHECK (value <> '');
                CREATE TABLE shop.t (a citext DEFAULT 'x', b shop.email, c text COLLATE "C", d text)""");
        Table t = table(
                "t",
                Column.of("a", DataType.of("citext")).withDefault(SqlExpression.of("'x'")),
                Column.of("b", DataType.parse("shop.email")),
                Column.of("c", DataType.of("text")).withCollation("pg_catalog.\"C\""),
                Column.of("d", DataType.of("text")).withCollation("\"default\""));

        Canonicalization result = canonicalize(Catalog.of(t), Scope.of("shop"));

        assertThat(result.refused()).isEmpty();
        assertThat(result.desired().tables()).isEqualTo(withTexts(result.live(), "'x'"));
        assertThat(defaultOf(result.desired(), "t").canonical()).isEqualTo("'x'::public.citext");
    }

    @Test
    void generated_columns_and_indexes_read_as_the_database_prints_them() throws SQLException {
        database.execute("""
                CREATE TABLE t (a integer, b text COLLATE "C", at timestamptz, doc jsonb,
                                g integer GENERATED ALWAYS AS (a*2+1) STORED);
                CREATE INDEX i1 ON t (lower(b), (a+1) DESC) WHERE a>0 and a<10 and b is not null;
                CREATE INDEX i2 ON t USING gin ((doc->'tags') jsonb_path_ops);
                CREATE INDEX i3 ON t ((at at time zone 'UTC'))""");
        Table t = table(
                        "t",
                        Column.of("a", DataType.of("integer")),
                        Column.of("b", DataType.of("text")).withCollation("\"C\""),
                        Column.of("at", DataType.of("timestamptz")),
                        Column.of("doc", DataType.of("jsonb")),
                        Column.of("g", DataType.of("integer"))
                                .withGenerated(new Generated(SqlExpression.of("1 + 1 + 2*a"), true)))
                .withIndexes(List.of(
                        Index.of(
                                        "i1",
                                        List.of(
                                                IndexKey.expression(SqlExpression.of("LOWER( b )")),
                                                IndexKey.expression(SqlExpression.of("a + 1"))
                                                        .desc()))
                                .withPredicate(SqlExpression.of("(a > 0 AND a < 10) AND b IS NOT NULL")),
                        new Index(
                                "i2",
                                "gin",
                                List.of(new IndexKey(
                                        null, SqlExpression.of("doc -> 'tags'"), null, "jsonb_path_ops", false, false)),
                                List.of(),
                                false,
                                false,
                                null,
                                Map.of(),
                                true),
                        Index.of("i3", List.of(IndexKey.expression(SqlExpression.of("at AT TIME ZONE 'UTC'"))))));

        Canonicalization result = canonicalize(Catalog.of(t));

        assertThat(result.refused()).isEmpty();
        assertThat(expressions(result.desired())).isEqualTo(expressions(result.live()));
        Column generated = result.desired().tables().get(0).column("g").orElseThrow();
        assertThat(generated.generated().expression().canonical()).isEqualTo("((1 + 1) + (2 * a))");
    }

    @Test
    void columns_of_any_name_and_texts_that_name_their_table_are_judged() throws SQLException {
        String odd = "Odd \"name\".x";
        Table t = table(
                        "order",
                        Column.of(odd, DataType.of("integer")),
                        Column.of("Größe", DataType.of("integer")),
                        Column.of("select", DataType.of("integer")))
                .withConstraints(List.of(
                        CheckConstraint.of("a", SqlExpression.of("\"Odd \"\"name\"\".x\" > 0")),
                        CheckConstraint.of("b", SqlExpression.of("\"order\".\"select\" > 0")),
                        CheckConstraint.of("c", SqlExpression.of("\"Größe\" > 0 -- cm"))));

        assertThat(canonicalize(Catalog.of(t)).refused()).isEmpty();
    }

    private Canonicalization canonicalize(Catalog desired) throws SQLException {
        return canonicalize(desired, Scope.of("public"));
    }

    private Canonicalization canonicalize(Catalog desired, Scope scope) throws SQLException {
        Catalog live = introspect(connection, scope);
        Canonicalizer canonicalizer = Canonicalizer.forSchema(scope.defaultSchema());
        Canonicalization result = canonicalizer.canonicalize(desired, live, connection);
        assertThat(canonicalizer.ahead(live).canonicalize(desired, live, connection))
                .as("having looked at the database's texts beforehand")
                .isEqualTo(result);
        return result;
    }

    private static Catalog introspect(Connection connection, Scope scope) throws SQLException {
        return new CatalogIntrospector().introspect(connection, scope).catalog();
    }

    private static Table checked(String name, String check, Column column) {
        return table(name, column).withConstraints(List.of(CheckConstraint.of(null, SqlExpression.of(check))));
    }

    private static SqlExpression check(Catalog catalog, String table) {
        return catalog.table(QualifiedName.of(table))
                .orElseThrow()
                .checks()
                .get(0)
                .expression();
    }

    private static SqlExpression defaultOf(Catalog catalog, String table) {
        return catalog.table(QualifiedName.of(table))
                .orElseThrow()
                .columns()
                .get(0)
                .defaultValue();
    }

    /** The live tables with another text for the first column's default, which equality looks at. */
    private static List<Table> withTexts(Catalog live, String text) {
        return live.tables().stream()
                .map(table -> {
                    List<Column> columns = new ArrayList<>(table.columns());
                    columns.set(0, columns.get(0).withDefault(SqlExpression.of(text)));
                    return table.withColumns(columns);
                })
                .toList();
    }
}
