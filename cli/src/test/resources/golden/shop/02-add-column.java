package migrations;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Types.varchar;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * Add phone to customers.
 *
 * <pre>
 * + column customers.phone (varchar(30))
 * </pre>
 */
@Revision(id = "<id>", revises = "<revises>", created = "<created>")
public final class M00000000000000_AddPhoneToCustomers implements Migration {

  @Override
  public void upgrade(Operations op) {
    // Customer.java:45
    op.addColumn("customers", column("phone", varchar(30)));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropColumn("customers", "phone");
  }
}
