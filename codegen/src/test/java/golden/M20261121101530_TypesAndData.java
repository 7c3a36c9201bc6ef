package golden;

import static dev.autogen.migration.Elements.name;
import static dev.autogen.migration.Types.integer;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * Types and data.
 *
 * <pre>
 * + enum mood (2 values)
 * ~ enum mood: value happy added
 * ~ enum mood: value angry added
 * ~ enum mood: value glad added
 * ~ enum mood: value ok renamed to fine
 * ~ enum mood: rebuilt with 2 values
 * ~ enum mood: comment
 * - enum mood
 * + sequence orders_seq
 * + sequence audit.events_seq
 * ~ sequence orders_seq: options
 * ~ sequence orders_seq: renamed to order_seq
 * - sequence order_seq
 * ~ sql UPDATE users SET mood = ? WHERE name LIKE '%\_%'
 * </pre>
 */
@Revision(id = "3f2a9c1b7d4e", revises = "9c0d51e2a7f3", created = "2026-11-21T10:15:30Z")
public final class M20261121101530_TypesAndData implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createEnum("mood", "sad", "ok");
    op.addEnumValue("mood", "happy").after("ok");
    op.addEnumValue("mood", "angry").before("sad");
    op.addEnumValue("mood", "glad");
    op.renameEnumValue("mood", "ok", "fine");
    op.rebuildEnum("mood", "sad", "fine")
        .usedBy("users", "mood")
        .defaultSql("'fine'")
        .usedBy(name("audit", "events"), "moods")
        .array();
    op.setEnumComment("mood", "how one feels");
    op.dropEnum("mood");

    op.createSequence("orders_seq").startWith(1).incrementBy(50);

    op.inSchema("audit").createSequence("events_seq")
        .as(integer())
        .incrementBy(-1)
        .minValue(1)
        .maxValue(999)
        .cache(20)
        .cycle()
        .ownedBy(name("audit", "events"), "id")
        .comment("counts down");

    op.alterSequence("orders_seq").incrementBy(10).noCycle();
    op.renameSequence("orders_seq", "order_seq");
    op.dropSequence("order_seq");

    op.execute(
        """
        UPDATE users
           SET mood = ?
         WHERE name LIKE '%\\_%'""", "fine", 7L, new java.math.BigDecimal("1.50"));
  }

  @Override
  public void downgrade(Operations op) {
    // There is nothing to undo.
  }
}
