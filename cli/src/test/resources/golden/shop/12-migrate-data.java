package migrations;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * Link past order items to their products.
 */
@Revision(id = "<id>", revises = "<revises>", created = "<created>")
public final class M00000000000000_LinkPastOrderItemsToTheirProducts implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.execute("""
            update order_items
            set product_id = products.id
            from products
            where products.sku = order_items.sku
              and order_items.product_id is null
            """);
  }

  @Override
  public void downgrade(Operations op) {
    op.execute("update order_items set product_id = null");
  }
}
