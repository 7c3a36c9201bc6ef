package migrations;

import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.integer;
import static dev.autogen.migration.Types.numeric;
import static dev.autogen.migration.Types.varchar;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * Widen company names, salaries and loyalty points.
 *
 * <pre>
 * ~ column companies.name: varchar(150) -> varchar(255)
 * ~ column customers.loyalty_points: integer -> bigint
 * ~ column employees.salary: numeric(10,2) -> numeric(12,2)
 * </pre>
 */
@Revision(id = "<id>", revises = "<revises>", created = "<created>")
public final class M00000000000000_WidenCompanyNamesSalariesAndLoyaltyPoints implements Migration {

  @Override
  public void upgrade(Operations op) {
    // Company.java:25
    op.alterColumn("companies", "name").type(varchar(255)); // was varchar(150)

    // Customer.java:56
    op.alterColumn("customers", "loyalty_points").type(bigint()); // was integer

    // Employee.java:42
    op.alterColumn("employees", "salary").type(numeric(12, 2)); // was numeric(10,2)
  }

  @Override
  public void downgrade(Operations op) {
    op.alterColumn("employees", "salary").type(numeric(10, 2)); // was numeric(12,2)
    op.alterColumn("customers", "loyalty_points").type(integer()); // was bigint
    op.alterColumn("companies", "name").type(varchar(150)); // was varchar(255)
  }
}
