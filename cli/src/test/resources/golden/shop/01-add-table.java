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
@Revision(id = "<id>", revises = "<revises>", created = "<created>")
public final class M00000000000000_AddProductsTable implements Migration {

  @Override
  public void upgrade(Operations op) {
    // Product.java:32
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
