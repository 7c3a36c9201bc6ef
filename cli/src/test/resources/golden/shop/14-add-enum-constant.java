package migrations;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * Orders can be returned.
 *
 * <pre>
 * - check orders.orders_status_check
 * + check orders.orders_status_check
 * </pre>
 */
@Revision(id = "<id>", revises = "<revises>", created = "<created>")
public final class M00000000000000_OrdersCanBeReturned implements Migration {

  @Override
  public void upgrade(Operations op) {
    // Order.java:43
    op.dropConstraint("orders_status_check", "orders");
    op.createCheck("orders_status_check", "orders",
        "status in ('NEW','PAID','SHIPPED','DELIVERED','RETURNED','CANCELLED')")
        .notValid();

    // Existing rows are checked apart: reads and writes go on meanwhile.
    op.newTransaction();

    // Order.java:43
    // HAZARD may-fail: orders_status_check fails if orders (small) holds rows that violate it
    op.validateConstraint("orders_status_check", "orders");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropConstraint("orders_status_check", "orders");
    op.createCheck("orders_status_check", "orders",
        """
        status::text = ANY (ARRAY['NEW'::character varying, 'PAID'::character varying, \
        'SHIPPED'::character varying, 'DELIVERED'::character varying, 'CANCELLED'::character \
        varying]::text[])""")
        .notValid();

    // Existing rows are checked apart: reads and writes go on meanwhile.
    op.newTransaction();

    op.validateConstraint("orders_status_check", "orders");
  }
}
