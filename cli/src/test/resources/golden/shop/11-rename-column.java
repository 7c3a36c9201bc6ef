package migrations;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * Rename customers.name to full_name.
 *
 * <pre>
 * ~ column customers.name: renamed to full_name
 * </pre>
 */
@Revision(id = "<id>", revises = "<revises>", created = "<created>")
public final class M00000000000000_RenameCustomersNameToFullName implements Migration {

  @Override
  public void upgrade(Operations op) {
    // Customer.java:38
    // HAZARD renamed-column: running instances still ask for customers.name when it is full_name
    op.renameColumn("customers", "name", "full_name");
  }

  @Override
  public void downgrade(Operations op) {
    op.renameColumn("customers", "full_name", "name");
  }
}
