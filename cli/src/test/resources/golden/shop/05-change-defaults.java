package migrations;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * Default customer status and welcome points.
 *
 * <pre>
 * ~ column customers.status: default 'PENDING'
 * ~ column customers.loyalty_points: default 100, was 0
 * </pre>
 */
@Revision(id = "<id>", revises = "<revises>", created = "<created>")
public final class M00000000000000_DefaultCustomerStatusAndWelcomePoints implements Migration {

  @Override
  public void upgrade(Operations op) {
    // Customer.java:53
    op.alterColumn("customers", "status").defaultSql("'PENDING'");
    // Customer.java:58
    op.alterColumn("customers", "loyalty_points").defaultSql("100"); // was 0
  }

  @Override
  public void downgrade(Operations op) {
    op.alterColumn("customers", "loyalty_points").defaultSql("0"); // was 100
    op.alterColumn("customers", "status").dropDefault(); // was 'PENDING'
  }
}
