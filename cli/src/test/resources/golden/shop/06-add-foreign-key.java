package migrations;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.schema.ReferentialAction.SET_NULL;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * Link order items to products.
 *
 * <pre>
 * + column order_items.product_id (bigint)
 * + foreign key order_items.fk_order_items_product
 * </pre>
 */
@Revision(id = "<id>", revises = "<revises>", created = "<created>")
public final class M00000000000000_LinkOrderItemsToProducts implements Migration {

  @Override
  public void upgrade(Operations op) {
    // OrderItem.java:41
    op.addColumn("order_items", column("product_id", bigint()));
    op.createForeignKey("fk_order_items_product", "order_items", "product_id")
        .references("products", "id")
        .onDelete(SET_NULL)
        .notValid();

    // Existing rows are checked apart: reads and writes go on meanwhile.
    op.newTransaction();

    // OrderItem.java:41
    op.validateConstraint("fk_order_items_product", "order_items");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropConstraint("fk_order_items_product", "order_items");
    op.dropColumn("order_items", "product_id");
  }
}
