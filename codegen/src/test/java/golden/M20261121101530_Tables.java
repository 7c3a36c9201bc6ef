package golden;

import static dev.autogen.migration.Elements.check;
import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Elements.comment;
import static dev.autogen.migration.Elements.exclude;
import static dev.autogen.migration.Elements.expression;
import static dev.autogen.migration.Elements.foreignKey;
import static dev.autogen.migration.Elements.name;
import static dev.autogen.migration.Elements.primaryKey;
import static dev.autogen.migration.Elements.sequence;
import static dev.autogen.migration.Elements.unique;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.integer;
import static dev.autogen.migration.Types.numeric;
import static dev.autogen.migration.Types.text;
import static dev.autogen.migration.Types.type;
import static dev.autogen.schema.ReferentialAction.CASCADE;
import static dev.autogen.schema.ReferentialAction.SET_NULL;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * Tables.
 *
 * <pre>
 * + schema audit
 * + extension citext
 * + table audit.events (5 columns)
 * ~ table users: comment
 * ~ table users: no comment
 * ~ table users: renamed to people
 * </pre>
 */
@Revision(id = "3f2a9c1b7d4e", revises = "9c0d51e2a7f3", created = "2026-11-21T10:15:30Z")
public final class M20261121101530_Tables implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createSchema("audit");
    op.createExtension("citext");

    // Event.java:12
    // HAZARD lock: waits for nothing
    op.inSchema("audit").createTable("events",
        column("id", integer()).notNull().generatedAlways(sequence().startWith(1000).incrementBy(50)),
        column("old_id", bigint()).notNull().serial(),
        column("Email", type("citext")).collate("\"C\"").comment("how to \"reach\" them"),
        column("tags", text().array()).notNull().defaultSql("'{}'"),
        column("total", numeric(10, 2)).generatedAs("price * quantity"),
        primaryKey("events_pkey", "id").include("Email"),
        unique("events_email_key", "Email", "old_id").nullsNotDistinct().initiallyDeferred(),
        foreignKey("events_old_id_fkey", "old_id")
            .references(name("audit", "events"), "id")
            .onDelete(SET_NULL)
            .onUpdate(CASCADE)
            .deferrable(),
        check("events_total_check",
            "total >= 0 AND total < 1000000 AND \"Email\" <> '' OR old_id IS NULL AND tags IS NOT NULL"),
        exclude("events_no_overlap").with("id", "=").with(expression("int4range(a, b)"), "&&").where("id > 0"),
        comment(
            """
            What happened.
            And when."""));

    op.setTableComment("users", "people"); // was "persons"
    op.dropTableComment("users");
    op.renameTable("users", "people");
  }

  @Override
  public void downgrade(Operations op) {
    op.renameTable("people", "users");
    op.inSchema("audit").dropTable("events");
    op.dropExtension("citext");
    op.setSchemaComment("audit", "what was done"); // was "old"
    op.dropSchema("audit");
  }
}
