package migrations;

import static dev.autogen.migration.Elements.key;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * Index orders by status and time.
 *
 * <pre>
 * + index ix_orders_status_placed_at
 * </pre>
 */
@Revision(id = "<id>", revises = "<revises>", created = "<created>")
public final class M00000000000000_IndexOrdersByStatusAndTime implements Migration {

  @Override
  public void upgrade(Operations op) {
    // Order.java:38
    op.createIndex("ix_orders_status_placed_at", "orders").on(key("status"), key("placed_at").desc()).concurrently();
  }

  @Override
  public void downgrade(Operations op) {
    op.dropIndex("ix_orders_status_placed_at", "orders").concurrently();
  }
}
