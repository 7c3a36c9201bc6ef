package golden;

import static dev.autogen.migration.Elements.expression;
import static dev.autogen.migration.Elements.key;
import static dev.autogen.migration.Elements.name;
import static dev.autogen.schema.ReferentialAction.SET_DEFAULT;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * Constraints and indexes.
 *
 * <pre>
 * + primary key users.users_pkey
 * + unique users.uq_users_email
 * + foreign key users.fk_users_event
 * + check users.ck_users_age
 * + exclusion users.no_overlap
 * ~ constraint users.ck_users_age: validated
 * ~ constraint users.uq_users_email: renamed to users_email_key
 * - constraint users.ck_users_age
 * + index ix_users_name
 * + unique index audit.ix_events
 * ~ index ix_users_name: renamed to users_name_idx
 * - index users_name_idx
 * - index ix_users_old
 * </pre>
 */
@Revision(id = "3f2a9c1b7d4e", revises = "9c0d51e2a7f3", created = "2026-11-21T10:15:30Z")
public final class M20261121101530_ConstraintsAndIndexes implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createPrimaryKey("users_pkey", "users", "id");
    op.createUnique("uq_users_email", "users", "tenant", "email");
    op.createForeignKey("fk_users_event", "users", "event_id", "event_at")
        .references(name("audit", "events"), "id", "at")
        .onDelete(SET_DEFAULT, "event_id")
        .matchFull()
        .notValid();
    op.createCheck("ck_users_age", "users", "age >= 0").noInherit().notValid();
    op.createExclusion("no_overlap", "users").using("spgist").with("during", "&&");
    op.validateConstraint("ck_users_age", "users");
    op.renameConstraint("users", "uq_users_email", "users_email_key");
    op.dropConstraint("ck_users_age", "users");
    op.createIndex("ix_users_name", "users", "last", "first");

    op.inSchema("audit").createIndex("ix_events", "events")
        .on(expression("lower(email)"),
            key("at").collate("\"C\"").operatorClass("text_pattern_ops").desc().nullsLast(),
            key("id").nullsFirst())
        .unique()
        .using("gin")
        .include("name")
        .nullsNotDistinct()
        .where("deleted_at IS NULL")
        .with("fillfactor", "70")
        .concurrently();

    op.renameIndex("users", "ix_users_name", "users_name_idx");
    op.dropIndex("users_name_idx", "users");
    op.dropIndex("ix_users_old", "users").concurrently();
  }

  @Override
  public void downgrade(Operations op) {
    // There is nothing to undo.
  }
}
