package migrations;

import static dev.autogen.migration.Elements.check;
import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Elements.comment;
import static dev.autogen.migration.Elements.expression;
import static dev.autogen.migration.Elements.foreignKey;
import static dev.autogen.migration.Elements.primaryKey;
import static dev.autogen.migration.Elements.unique;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.date;
import static dev.autogen.migration.Types.integer;
import static dev.autogen.migration.Types.numeric;
import static dev.autogen.migration.Types.timestamptz;
import static dev.autogen.migration.Types.type;
import static dev.autogen.migration.Types.varchar;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * Baseline.
 *
 * <pre>
 * + enum mood (2 values)
 * + sequence invoice_numbers
 * + table companies (5 columns)
 * + table customers (10 columns)
 * + table tags (2 columns)
 * + table customer_tags (2 columns)
 * + table employees (7 columns)
 * + table legacy_invoices (3 columns)
 * + index legacy_open
 * + table orders (7 columns)
 * + index ix_orders_customer_status
 * + table order_items (6 columns)
 * </pre>
 */
@Revision(id = "<id>", created = "<created>", baseline = true)
public final class M00000000000000_Baseline implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createEnum("mood", "happy", "sad");
    op.createSequence("invoice_numbers").startWith(1000);

    op.createTable("companies",
        column("id", bigint()).notNull().generatedByDefault(),
        column("name", varchar(150)).notNull(),
        column("vat_number", varchar(20)),
        column("fax", varchar(30)),
        column("created_at", timestamptz(6)).notNull().defaultSql("now()"),
        primaryKey("companies_pkey", "id"),
        unique("uq_companies_name", "name"));

    op.createTable("customers",
        column("id", bigint()).notNull().generatedByDefault(),
        column("name", varchar(200)).notNull(),
        column("email", varchar(320)).notNull(),
        column("street", varchar(200)),
        column("postal_code", varchar(20)),
        column("city", varchar(100)),
        column("country", varchar(2)),
        column("status", varchar(20)).notNull(),
        column("loyalty_points", integer()).notNull().defaultSql("0"),
        column("created_at", timestamptz(6)).notNull().defaultSql("now()"),
        primaryKey("customers_pkey", "id"),
        unique("uq_customers_email", "email"),
        check("customers_status_check",
            """
            status::text = ANY (ARRAY['PENDING'::character varying, 'ACTIVE'::character varying, \
            'BLOCKED'::character varying]::text[])"""));

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

    op.createTable("employees",
        column("id", bigint()).notNull().generatedByDefault(),
        column("company_id", bigint()).notNull(),
        column("full_name", varchar(200)).notNull(),
        column("email", varchar(320)).notNull(),
        column("job_title", varchar(100)).notNull(),
        column("salary", numeric(10, 2)).notNull(),
        column("hired_on", date()).notNull(),
        primaryKey("employees_pkey", "id"),
        foreignKey("fk_employees_company", "company_id").references("companies", "id"),
        check("ck_employees_salary", "salary >= 0::numeric"));

    op.createTable("legacy_invoices",
        column("number", bigint()).notNull().defaultSql("nextval('invoice_numbers'::regclass)"),
        column("mood", type("mood")).notNull().defaultSql("'happy'::mood"),
        column("total", numeric(10, 2)),
        primaryKey("legacy_invoices_pkey", "number"),
        check("legacy_invoices_total_check", "total >= 0::numeric"),
        comment("before the shop"));
    op.createIndex("legacy_open", "legacy_invoices").on(expression("round(total)")).where("total > 0::numeric");

    op.createTable("orders",
        column("id", bigint()).notNull().generatedByDefault(),
        column("customer_id", bigint()).notNull(),
        column("status", varchar(20)).notNull(),
        column("currency", varchar(3)),
        column("note", varchar(500)),
        column("placed_at", timestamptz(6)).notNull().defaultSql("now()"),
        column("shipped_at", timestamptz(6)),
        primaryKey("orders_pkey", "id"),
        foreignKey("fk_orders_customer", "customer_id").references("customers", "id"),
        check("orders_status_check",
            """
            status::text = ANY (ARRAY['NEW'::character varying, 'PAID'::character varying, \
            'SHIPPED'::character varying, 'DELIVERED'::character varying, 'CANCELLED'::character \
            varying]::text[])"""));
    op.createIndex("ix_orders_customer_status", "orders", "customer_id", "status");

    op.createTable("order_items",
        column("id", bigint()).notNull().generatedByDefault(),
        column("order_id", bigint()).notNull(),
        column("product_name", varchar(255)).notNull(),
        column("sku", varchar(50)).notNull(),
        column("quantity", integer()).notNull(),
        column("unit_price", numeric(10, 2)).notNull(),
        primaryKey("order_items_pkey", "id"),
        foreignKey("fk_order_items_order", "order_id").references("orders", "id"),
        check("ck_order_items_quantity", "quantity > 0"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("order_items");
    op.dropTable("orders");
    op.dropTable("legacy_invoices");
    op.dropTable("employees");
    op.dropTable("customer_tags");
    op.dropTable("tags");
    op.dropTable("customers");
    op.dropTable("companies");
    op.dropSequence("invoice_numbers");
    op.dropEnum("mood");
  }
}
