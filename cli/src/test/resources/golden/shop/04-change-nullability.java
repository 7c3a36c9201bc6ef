package migrations;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * Require a currency, let job titles be empty.
 *
 * <pre>
 * ~ column employees.job_title: nullable
 * ~ column orders.currency: default 'EUR'; not null
 * </pre>
 */
@Revision(id = "<id>", revises = "<revises>", created = "<created>")
public final class M00000000000000_RequireACurrencyLetJobTitlesBeEmpty implements Migration {

  @Override
  public void upgrade(Operations op) {
    // Employee.java:38
    op.alterColumn("employees", "job_title").nullable();

    // Order.java:51
    op.alterColumn("orders", "currency").defaultSql("'EUR'");
    // A check that is known to hold lets NOT NULL be set without a look at the rows, and then goes.
    op.createCheck("orders_currency_not_null_check", "orders", "currency IS NOT NULL").notValid();

    // Existing rows are checked apart: reads and writes go on meanwhile.
    op.newTransaction();

    // Order.java:51
    // HAZARD may-fail: orders_currency_not_null_check fails if orders (small) holds rows that violate it
    op.validateConstraint("orders_currency_not_null_check", "orders");
    op.alterColumn("orders", "currency").notNull();
    op.dropConstraint("orders_currency_not_null_check", "orders");
  }

  @Override
  public void downgrade(Operations op) {
    op.alterColumn("orders", "currency").dropDefault().nullable(); // was 'EUR'

    // A check that is known to hold lets NOT NULL be set without a look at the rows, and then goes.
    op.createCheck("employees_job_title_not_null_check", "employees", "job_title IS NOT NULL").notValid();

    // Existing rows are checked apart: reads and writes go on meanwhile.
    op.newTransaction();

    op.validateConstraint("employees_job_title_not_null_check", "employees");
    op.alterColumn("employees", "job_title").notNull();
    op.dropConstraint("employees_job_title_not_null_check", "employees");
  }
}
