package golden;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * Dependents.
 *
 * <pre>
 * + view active
 * + materialized view totals
 * + policy users.own
 * + trigger users.touch
 * + rule users.keep
 * + statistics users_stats
 * </pre>
 */
@Revision(id = "3f2a9c1b7d4e", revises = "9c0d51e2a7f3", created = "2026-11-21T10:15:30Z")
public final class M20261121101530_Dependents implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createView("active", "SELECT id, name FROM users WHERE active")
        .with("security_barrier", "true")
        .columnDefault("name", "'x'")
        .owner("app")
        .revokeAllFromPublic()
        .revokeAll("clerk")
        .grant("reader", "SELECT")
        .onColumns("id", "name")
        .withGrantOption()
        .grantToPublic("SELECT")
        .comment("those who came back")
        .columnComment("name", "in full");

    op.createMaterializedView("totals",
        """
        SELECT count(*) AS n
          FROM users""")
        .with("fillfactor", "70")
        .withNoData();

    op.createPolicy("own", "users")
        .restrictive()
        .forCommand("UPDATE")
        .to("app", "clerk")
        .using("id = 1")
        .withCheck("id > 0")
        .comment("their own rows");
    op.createTrigger("touch", "users", "AFTER UPDATE", "FOR EACH ROW EXECUTE FUNCTION touch()")
        .constraint()
        .enabledAlways();
    op.createRule("keep", "users", "DELETE", "DO INSTEAD NOTHING").disabled().comment("nobody goes");

    op.createStatistics("users_stats", "name")
        .from("users")
        .onExpressions("lower(name)")
        .kinds("mcv")
        .target(100)
        .owner("app");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropView("active");
    op.dropMaterializedView("totals");

    op.dropPolicy("own", "users");
    op.dropTrigger("touch", "users");
    op.dropRule("keep", "users");

    op.dropStatistics("users_stats");
  }
}
