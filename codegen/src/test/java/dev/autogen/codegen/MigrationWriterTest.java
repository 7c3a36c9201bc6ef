package dev.autogen.codegen;

import static dev.autogen.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

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

    private static List<NotedOperation> noted(Operation... operations) {
        return List.of(operations).stream().map(NotedOperation::of).toList();
    }
}
