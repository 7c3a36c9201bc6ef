package migrations;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * One email address for each employee of a company.
 *
 * <pre>
 * + unique employees.uq_employees_company_email
 * </pre>
 */
@Revision(id = "<id>", revises = "<revises>", created = "<created>")
public final class M00000000000000_OneEmailAddressForEachEmployeeOfACompany implements Migration {

  @Override
  public void upgrade(Operations op) {
    // Employee.java:27
    // HAZARD may-fail: fails if employees (small) holds duplicates for index uq_employees_company_email
    op.createIndex("uq_employees_company_email", "employees", "company_id", "email").unique().concurrently();
    op.createUnique("uq_employees_company_email", "employees", "company_id", "email")
        .usingIndex("uq_employees_company_email");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropConstraint("uq_employees_company_email", "employees");
  }
}
