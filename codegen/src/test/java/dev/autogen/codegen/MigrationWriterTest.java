package dev.autogen.codegen;

import static dev.autogen.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.Operation;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationWriterTest {
    private static final Instant CREATED = Instant.parse("2026-11-21T10:15:30.123Z");
    private static final QualifiedName PRODUCTS = QualifiedName.of("products");

    private static final CreateTable CREATE_PRODUCTS = new CreateTable(Table.of(
                    PRODUCTS,
                    List.of(
                            Column.of("id", DataType.of("bigint")).notNull().withIdentity(Identity.byDefault()),
                            Column.of("name", DataType.of("varchar", 255)).notNull(),
                            Column.of("sku", DataType.of("varchar", 50)).notNull(),
                            Column.of("price", DataType.of("numeric", 10, 2)).notNull(),
                            Column.of("company_id", DataType.of("bigint")).notNull(),
                            Column.of("created_at", DataType.of("timestamptz", 6))
                                    .withDefault(SqlExpression.of("now()"))))
            .withConstraints(List.of(
                    PrimaryKey.of("products_pkey", List.of("id")),
                    UniqueConstraint.of("uq_products_sku", List.of("sku")),
                    ForeignKey.of(
                                    "fk_products_company",
                                    List.of("company_id"),
                                    QualifiedName.of("companies"),
                                    List.of("id"))
                            .withOnDelete(CASCADE))));

    private static final CreateIndex CREATE_INDEX =
            new CreateIndex(PRODUCTS, Index.of("ix_products_sku", List.of(IndexKey.column("sku"))), false);

    @Test
    void a_new_table_reads_like_the_table_it_makes() throws Exception {
        MigrationFile file = new MigrationWriter()
                .write(MigrationDraft.of(
                                "migrations", "3f2a9c1b7d4e", List.of("9c0d51e2a7f3"), CREATED, "add products table")
                        .withOperations(noted(CREATE_PRODUCTS, CREATE_INDEX), noted(new DropTable(PRODUCTS, null))));

        assertThat(file.fileName()).isEqualTo("M20261121101530_AddProductsTable.java");
        assertThat(file.className()).isEqualTo("migrations.M20261121101530_AddProductsTable");
        assertThat(file.source()).isEqualTo("""
                        package migrations;

                        import static dev.autogen.migration.Elements.column;
                        import static dev.autogen.migration.Elements.foreignKey;
                        import static dev.autogen.migration.Elements.primaryKey;
                        import static dev.autogen.migration.Elements.unique;
                        import static dev.autogen.migration.Types.bigint;
                        import static dev.autogen.migration.Types.numeric;
                        import static dev.autogen.migration.Types.timestamptz;
                        import static dev.autogen.migration.Types.varchar;
                        import static dev.autogen.schema.ReferentialAction.CASCADE;

                        import dev.autogen.migration.Migration;
                        import dev.autogen.migration.Operations;
                        import dev.autogen.migration.Revision;

                        /**
                         * Add products table.
                         *
                         * <pre>
                         * + table products (6 columns)
                         * + index ix_products_sku
                         * </pre>
                         */
                        @Revision(id = "3f2a9c1b7d4e", revises = "9c0d51e2a7f3", created = "2026-11-21T10:15:30Z")
                        public final class M20261121101530_AddProductsTable implements Migration {

                          @Override
                          public void upgrade(Operations op) {
                            op.createTable("products",
                                column("id", bigint()).notNull().generatedByDefault(),
                                column("name", varchar(255)).notNull(),
                                column("sku", varchar(50)).notNull(),
                                column("price", numeric(10, 2)).notNull(),
                                column("company_id", bigint()).notNull(),
                                column("created_at", timestamptz(6)).defaultSql("now()"),
                                primaryKey("products_pkey", "id"),
                                unique("uq_products_sku", "sku"),
                                foreignKey("fk_products_company", "company_id").references("companies", "id").onDelete(CASCADE));
                            op.createIndex("ix_products_sku", "products", "sku");
                          }

                          @Override
                          public void downgrade(Operations op) {
                            op.dropTable("products");
                          }
                        }
                        """);

        CompiledMigration compiled = CompiledMigration.of(file);
        assertThat(compiled.upgrade()).containsExactly(CREATE_PRODUCTS, CREATE_INDEX);
        assertThat(compiled.downgrade()).containsExactly(new DropTable(PRODUCTS, null));
    }

    @Test
    void an_empty_migration_says_where_to_write() throws Exception {
        MigrationFile file = new MigrationWriter()
                .write(MigrationDraft.of("", "3f2a9c1b7d4e", List.of(), CREATED, "fill currencies!"));

        assertThat(file.className()).isEqualTo("M20261121101530_FillCurrencies");
        assertThat(file.source()).isEqualTo("""
                        import dev.autogen.migration.Migration;
                        import dev.autogen.migration.Operations;
                        import dev.autogen.migration.Revision;

                        /**
                         * Fill currencies!
                         */
                        @Revision(id = "3f2a9c1b7d4e", created = "2026-11-21T10:15:30Z")
                        public final class M20261121101530_FillCurrencies implements Migration {

                          @Override
                          public void upgrade(Operations op) {
                            // Write here what this migration does.
                          }

                          @Override
                          public void downgrade(Operations op) {
                            // Write here what undoes it.
                          }
                        }
                        """);
        CompiledMigration.of(file);
    }

    @Test
    void everything_a_revision_can_say_stands_in_its_annotation() throws Exception {
        MigrationFile joins = new MigrationWriter()
                .write(MigrationDraft.of(
                                "m",
                                new RevisionInfo(
                                        "c0ffee000000",
                                        List.of("a", "b"),
                                        List.of("d", "e"),
                                        List.of("billing"),
                                        List.of("x", "y"),
                                        "join",
                                        CREATED,
                                        true,
                                        "Joined.java"))
                        .withClassName("Joined"));

        assertThat(joins.source()).contains("""
                        @Revision(
                            id = "c0ffee000000",
                            revises = {"a", "b"},
                            created = "2026-11-21T10:15:30Z",
                            baseline = true,
                            labels = "billing",
                            dependsOn = {"d", "e"},
                            replaces = {"x", "y"})
                        public final class Joined implements Migration {
                        """).contains("// Joins branches; there is nothing else to do.");
        CompiledMigration.of(joins);
    }

    @Test
    void a_migration_that_cannot_be_undone_says_why() throws Exception {
        MigrationFile file = new MigrationWriter()
                .write(MigrationDraft.of("m", "c0ffee000000", List.of(), CREATED, "drop")
                        .withOperations(noted(new DropTable(PRODUCTS, null)), List.of())
                        .withIrreversible("the products are gone"));

        assertThat(file.source()).contains("""
                          @Override
                          public void downgrade(Operations op) {
                            throw new IrreversibleMigrationException("the products are gone");
                          }
                        """);
        assertThat(CompiledMigration.of(file).recorded().reversible()).isFalse();
    }

    @Test
    void hazards_and_sources_stand_above_the_statement_they_concern() {
        NotedOperation noted = new NotedOperation(
                new DropTable(PRODUCTS, null),
                List.of("data-loss: drops products (about 1.2M rows)", "lock: " + "waits ".repeat(25)),
                List.of("Product.java:23", "Shop.java:7"));
        MigrationFile file = new MigrationWriter()
                .write(MigrationDraft.of("m", "c0ffee000000", List.of(), CREATED, "drop")
                        .withOperations(List.of(noted), List.of()));

        assertThat(file.source()).contains("""
                            // Product.java:23, Shop.java:7
                            // HAZARD data-loss: drops products (about 1.2M rows)
                            // HAZARD lock: waits waits waits waits waits waits waits waits waits waits waits waits waits waits waits waits
                            // waits waits waits waits waits waits waits waits waits
                            op.dropTable("products");
                        """);
    }

    @Test
    void a_message_of_any_kind_stays_within_its_comment() throws Exception {
        String message =
                "quote \" and */ and \\u002a\\u002f and <b>&amp; {@link x}\u0007\n\nnext \u202e paragraph\n@since";
        MigrationFile file = new MigrationWriter()
                .write(MigrationDraft.of("m", "c0ffee000000", List.of(), CREATED, message)
                        .withNotes(List.of("Not proved: needs postgis.")));

        assertThat(file.source()).contains("""
                        /**
                         * Quote " and *&#47; and \\\\u002a\\\\u002f and &lt;b>&amp;amp; {&#64;link x}U+0007
                         *
                         * <p>next U+202E paragraph &#64;since.
                         *
                         * <p>Not proved: needs postgis.
                         */
                        """);
        CompiledMigration.of(file);
    }

    @Test
    void a_message_of_5000_characters_is_wrapped() throws Exception {
        for (String message : List.of("word ".repeat(1_000), "\u4e2d".repeat(5_000), "\ud83d\ude00".repeat(2_500))) {
            MigrationFile file =
                    new MigrationWriter().write(MigrationDraft.of("m", "c0ffee000000", List.of(), CREATED, message));

            assertThat(file.source().lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
            CompiledMigration.of(file);
        }
    }

    @Test
    void a_large_migration_is_written_in_parts() {
        Operation[] drops = IntStream.range(0, 151)
                .mapToObj(i -> new DropTable(QualifiedName.of("t" + i), null))
                .toArray(Operation[]::new);
        MigrationFile file = new MigrationWriter()
                .write(MigrationDraft.of("m", "c0ffee000000", List.of(), CREATED, "drop all")
                        .withOperations(noted(drops), List.of()));

        assertThat(file.source()).contains("""
                          @Override
                          public void upgrade(Operations op) {
                            upgradePart1(op);
                            upgradePart2(op);
                          }
                        """).contains("""
                          private void upgradePart2(Operations op) {
                            op.dropTable("t150");
                          }
                        """);
    }

    @Test
    void the_same_draft_gives_the_same_file() {
        MigrationDraft draft = MigrationDraft.of("m", "c0ffee000000", List.of(), CREATED, "twice")
                .withOperations(
                        noted(new RandomOperations(7).ofEachKind().toArray(Operation[]::new)),
                        noted(new RandomOperations(8).ofEachKind().toArray(Operation[]::new)));

        assertThat(new MigrationWriter().write(draft)).isEqualTo(new MigrationWriter().write(draft));
    }

    @Test
    void names_that_java_cannot_have_are_refused() {
        assertThatThrownBy(() -> MigrationDraft.of("my-migrations", "c0ffee000000", List.of(), CREATED, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a name for a Java package: 'my-migrations'");
        assertThatThrownBy(() -> MigrationDraft.of("m", "c0ffee000000", List.of(), CREATED, "x")
                        .withClassName("1st"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a name for a Java class: '1st'");
    }

    private static List<NotedOperation> noted(Operation... operations) {
        return List.of(operations).stream().map(NotedOperation::of).toList();
    }
}
