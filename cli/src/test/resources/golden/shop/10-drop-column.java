package migrations;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Types.varchar;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * Drop fax from companies.
 *
 * <pre>
 * - column companies.fax
 * </pre>
 */
@Revision(id = "<id>", revises = "<revises>", created = "<created>")
public final class M00000000000000_DropFaxFromCompanies implements Migration {

  @Override
  public void upgrade(Operations op) {
    // Company.java:17
    // HAZARD data-loss: drops companies.fax (small)
    op.dropColumn("companies", "fax");
  }

  @Override
  public void downgrade(Operations op) {
    op.addColumn("companies", column("fax", varchar(30)));
  }
}
