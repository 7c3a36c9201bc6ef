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
    op.alterColumn("employees", "job_title").nullable();

    // HAZARD may-fail: fails if orders.currency holds nulls: fill them in first
    op.alterColumn("orders", "currency").defaultSql("'EUR'").notNull();
  }

  @Override
  public void downgrade(Operations op) {
    op.alterColumn("orders", "currency").dropDefault().nullable(); // was 'EUR'
    op.alterColumn("employees", "job_title").notNull();
  }
}
