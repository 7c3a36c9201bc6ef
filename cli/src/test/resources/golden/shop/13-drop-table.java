package migrations;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Elements.foreignKey;
import static dev.autogen.migration.Elements.primaryKey;
import static dev.autogen.migration.Elements.unique;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.varchar;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * Drop customer tags.
 *
 * <pre>
 * - table customer_tags
 * - table tags
 * </pre>
 */
@Revision(id = "<id>", revises = "<revises>", created = "<created>")
public final class M00000000000000_DropCustomerTags implements Migration {

  @Override
  public void upgrade(Operations op) {
    // HAZARD data-loss: drops table customer_tags (empty)
    op.dropTable("customer_tags");

    // HAZARD data-loss: drops table tags (small)
    op.dropTable("tags");
  }

  @Override
  public void downgrade(Operations op) {
    op.createTable("tags",
        column("id", bigint()).notNull().generatedByDefault(),
        column("label", varchar(50)).notNull(),
        primaryKey("tags_pkey", "id"),
        unique("uq_tags_label", "label"));

    op.createTable("customer_tags",
        column("customer_id", bigint()).notNull(),
        column("tag_id", bigint()).notNull(),
        primaryKey("customer_tags_pkey", "customer_id", "tag_id"),
        foreignKey("fk_customer_tags_customer", "customer_id").references("customers", "id"),
        foreignKey("fk_customer_tags_tag", "tag_id").references("tags", "id"));
  }
}
