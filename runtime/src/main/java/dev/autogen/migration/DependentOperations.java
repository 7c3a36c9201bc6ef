package dev.autogen.migration;

/** What hangs on tables: views, policies, triggers, rules, statistics; part of {@link Operations}. */
public sealed interface DependentOperations permits Operations, RecordingDependents {

    /**
     * {@code CREATE VIEW view AS query}, where calls may follow that say more:
     * {@code op.createView("active_users", "SELECT * FROM users WHERE active").grant("reporting", "SELECT")}.
     */
    ViewCreation createView(String view, String query);

    /** {@code DROP VIEW view}; fails while something else depends on it. */
    void dropView(String view);

    /**
     * {@code CREATE MATERIALIZED VIEW view AS query}, where calls may follow that say more. Its indexes are made with
     * {@link Operations#createIndex}.
     */
    MaterializedViewCreation createMaterializedView(String view, String query);

    /** {@code DROP MATERIALIZED VIEW view}, with its indexes; fails while something else depends on it. */
    void dropMaterializedView(String view);

    /**
     * {@code CREATE POLICY name ON table}, where the calls that follow say which rows it guards:
     * {@code op.createPolicy("tenant", "orders").to("app").using("tenant_id = current_tenant()")}.
     */
    PolicyCreation createPolicy(String name, String table);

    /** {@code DROP POLICY name ON table}. */
    void dropPolicy(String name, String table);

    /**
     * {@code CREATE TRIGGER name events ON table action}:
     * {@code op.createTrigger("users_audit", "users", "AFTER UPDATE OF email", "FOR EACH ROW EXECUTE FUNCTION audit()")}.
     */
    TriggerCreation createTrigger(String name, String table, String events, String action);

    /** {@code DROP TRIGGER name ON table}. */
    void dropTrigger(String name, String table);

    /**
     * {@code CREATE RULE name AS ON event TO table action}:
     * {@code op.createRule("no_delete", "users", "DELETE", "DO INSTEAD NOTHING")}.
     */
    RuleCreation createRule(String name, String table, String event, String action);

    /** {@code DROP RULE name ON table}. */
    void dropRule(String name, String table);

    /**
     * {@code CREATE STATISTICS name ON columns}, where {@link StatisticsCreation#from} has to follow:
     * {@code op.createStatistics("users_place", "city", "zip").from("users")}.
     */
    StatisticsCreation createStatistics(String name, String... columns);

    /** {@code DROP STATISTICS name}. */
    void dropStatistics(String name);
}
