package migrations;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * Orders ship after they are placed.
 *
 * <pre>
 * + check orders.ck_orders_shipped_at
 * </pre>
 */
@Revision(id = "<id>", revises = "<revises>", created = "<created>")
public final class M00000000000000_OrdersShipAfterTheyArePlaced implements Migration {

  @Override
  public void upgrade(Operations op) {
    // Order.java:43
    op.createCheck("ck_orders_shipped_at", "orders", "shipped_at is null or shipped_at >= placed_at").notValid();

    // Existing rows are checked apart: reads and writes go on meanwhile.
    op.newTransaction();

    // Order.java:43
    // HAZARD may-fail: ck_orders_shipped_at fails if orders (small) holds rows that violate it
    op.validateConstraint("ck_orders_shipped_at", "orders");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropConstraint("ck_orders_shipped_at", "orders");
  }
}
