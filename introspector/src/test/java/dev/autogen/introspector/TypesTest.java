package dev.autogen.introspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.introspector.LiveCatalog.LeftOut;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Domain;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Types that someone made, and what a table has that no record has a word for. */
class TypesTest {
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
    void domains_are_read_with_all_that_they_have() throws SQLException {
        database.execute("""
                CREATE SCHEMA audit;
                CREATE DOMAIN price AS numeric(10,2) DEFAULT 0 NOT NULL
                  CONSTRAINT positive CHECK (VALUE >= 0) CONSTRAINT even CHECK (VALUE % 2 = 0);
                ALTER DOMAIN price ADD CONSTRAINT low CHECK (VALUE < 9) NOT VALID;
                COMMENT ON DOMAIN price IS 'in euros';
                CREATE DOMAIN audit.label AS varchar(9) COLLATE "C";
                CREATE TABLE t (p price, l audit.label[])""");

        Catalog catalog = live().catalog();

        assertThat(catalog.domains())
                .containsExactly(
                        new Domain(
                                QualifiedName.of("price"),
                                DataType.of("numeric", 10, 2),
                                false,
                                SqlExpression.of("0"),
                                null,
                                List.of(
                                        CheckConstraint.of(
                                                "even", SqlExpression.of("(VALUE % 2::numeric) = 0::numeric")),
                                        new CheckConstraint(
                                                "low", SqlExpression.of("VALUE < 9::numeric"), false, false),
                                        CheckConstraint.of("positive", SqlExpression.of("VALUE >= 0::numeric"))),
                                "in euros"),
                        Domain.of(new QualifiedName("audit", "label"), DataType.of("varchar", 9))
                                .withCollation("\"C\""));
        assertThat(catalog.tables().get(0).columns())
                .extracting(Column::type)
                .containsExactly(DataType.of("price"), new DataType("audit", "label", List.of(), 0).array());
    }

    @Test
    void composite_types_and_ranges_are_named_and_left_alone() throws SQLException {
        database.execute("""
                CREATE TYPE address AS (street text, city text);
                CREATE TYPE prices AS RANGE (subtype = numeric);
                CREATE TABLE t (a address, p prices, c refcursor, x xid8, n int2vector)""");

        LiveCatalog live = live();

        assertThat(live.leftOut())
                .isEqualTo(Map.of(
                        QualifiedName.of("address"), LeftOut.COMPOSITE_TYPE,
                        QualifiedName.of("prices"), LeftOut.RANGE_TYPE));
        assertThat(live.catalog().tables().get(0).columns())
                .extracting(column -> column.type().toSql())
                .containsExactly("address", "prices", "refcursor", "xid8", "int2vector");
    }

    @Test
    void a_domain_that_the_migration_will_only_create_is_known_to_texts() throws SQLException {
        Domain price = Domain.of(QualifiedName.of("price"), DataType.of("numeric"))
                .withDefault(SqlExpression.of("0+1"))
                .withChecks(List.of(CheckConstraint.of("c", SqlExpression.of("VALUE>0"))));
        Domain best = Domain.of(QualifiedName.of("best_price"), DataType.of("price"));
        Table t = Catalogs.table("t", Column.of("p", DataType.of("best_price")))
                .withConstraints(List.of(CheckConstraint.of(null, SqlExpression.of("p::price>0"))));

        Canonicalization result = Canonicalizer.forSchema("public")
                .canonicalize(Catalog.of(t).withDomains(List.of(best, price)), Catalog.EMPTY, connection);

        assertThat(result.refused()).isEmpty();
        assertThat(Catalogs.expressions(result.desired()))
                .containsExactly("(((p)::public.price)::numeric > (0)::numeric)");
        assertThat(result.desired().domains().get(1).defaultValue().canonical()).isEqualTo("(0 + 1)");
    }

    @Test
    void what_no_record_has_a_word_for_is_named() throws SQLException {
        database.execute("""
                CREATE UNLOGGED TABLE t (a text NOT NULL, b integer NOT NULL, CONSTRAINT ck CHECK (b > 0))
                  WITH (fillfactor = 70);
                ALTER TABLE t ALTER a SET STORAGE EXTERNAL, ALTER a SET COMPRESSION pglz, ALTER b SET STATISTICS 7,
                  ALTER b SET (n_distinct = 5), ENABLE ROW LEVEL SECURITY, REPLICA IDENTITY FULL;
                CREATE INDEX i ON t (b);
                CLUSTER t USING i;
                COMMENT ON INDEX i IS 'quick';
                COMMENT ON CONSTRAINT ck ON t IS 'sure';
                CREATE TABLE parted (a integer) PARTITION BY RANGE (a);
                CREATE TABLE base (a integer);
                CREATE TABLE derived () INHERITS (base);
                CREATE TYPE row_type AS (a integer);
                CREATE TABLE typed OF row_type""");

        Catalog catalog = live().catalog();

        assertThat(unmodelled(catalog, "t"))
                .containsExactly(
                        "is unlogged",
                        "has storage options fillfactor=70",
                        "has row-level security",
                        "has replica identity full",
                        "column a has storage external",
                        "column a has compression pglz",
                        "column b has statistics target 7",
                        "column b has options n_distinct=5",
                        "index i has the comment quick",
                        "is clustered on index i",
                        "constraint ck has the comment sure");
        assertThat(unmodelled(catalog, "parted")).containsExactly("is partitioned by RANGE (a)");
        assertThat(unmodelled(catalog, "base")).containsExactly("has inheriting tables");
        assertThat(unmodelled(catalog, "typed")).containsExactly("is of type public.row_type");
    }

    @Test
    void options_of_not_null_are_named() throws SQLException {
        assumeThat(PostgresForTests.majorVersion()).isGreaterThanOrEqualTo(18);
        database.execute("""
                CREATE TABLE t (a integer, b integer, c integer CONSTRAINT named NOT NULL);
                ALTER TABLE t ADD CONSTRAINT later NOT NULL a NOT VALID, ADD CONSTRAINT own NOT NULL b NO INHERIT""");

        assertThat(unmodelled(live().catalog(), "t"))
                .containsExactly(
                        "column a is not null without having been validated",
                        "column b is not null without inheriting tables being so");
    }

    private LiveCatalog live() throws SQLException {
        return new CatalogIntrospector().introspect(connection, Scope.of("public", "audit"));
    }

    private static List<String> unmodelled(Catalog catalog, String table) {
        return catalog.table(QualifiedName.of(table)).orElseThrow().unmodelled();
    }
}
