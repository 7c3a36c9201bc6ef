package dev.autogen.migration;

import static dev.autogen.migration.Names.call;
import static dev.autogen.migration.Names.name;

import dev.autogen.schema.dependent.DependentName;
import dev.autogen.schema.operation.DropDependent;

/** Records what is asked for of views, policies, triggers, rules and statistics. */
abstract sealed class RecordingDependents extends SchemaRecording implements DependentOperations
        permits RecordingTypes {

    RecordingDependents(Recording recording, String schema) {
        super(recording, schema);
    }

    @Override
    public final ViewCreation createView(String view, String query) {
        String call = call("createView", view);
        ViewCreation creation = new ViewCreation(recording, call, qualified(call, "view", view), query);
        recording.add(call, creation::operation);
        return creation;
    }

    @Override
    public final void dropView(String view) {
        drop(call("dropView", view), DependentName.Kind.VIEW, view);
    }

    @Override
    public final MaterializedViewCreation createMaterializedView(String view, String query) {
        String call = call("createMaterializedView", view);
        MaterializedViewCreation creation =
                new MaterializedViewCreation(recording, call, qualified(call, "view", view), query);
        recording.add(call, creation::operation);
        return creation;
    }

    @Override
    public final void dropMaterializedView(String view) {
        drop(call("dropMaterializedView", view), DependentName.Kind.MATERIALIZED_VIEW, view);
    }

    @Override
    public final PolicyCreation createPolicy(String name, String table) {
        String call = call("createPolicy", name, table);
        PolicyCreation creation = new PolicyCreation(recording, call, name, qualified(call, "table", table));
        recording.add(call, creation::operation);
        return creation;
    }

    @Override
    public final void dropPolicy(String name, String table) {
        drop(call("dropPolicy", name, table), DependentName.Kind.POLICY, name, table);
    }

    @Override
    public final TriggerCreation createTrigger(String name, String table, String events, String action) {
        String call = call("createTrigger", name, table);
        TriggerCreation creation =
                new TriggerCreation(recording, call, name, qualified(call, "table", table), events, action);
        recording.add(call, creation::operation);
        return creation;
    }

    @Override
    public final void dropTrigger(String name, String table) {
        drop(call("dropTrigger", name, table), DependentName.Kind.TRIGGER, name, table);
    }

    @Override
    public final RuleCreation createRule(String name, String table, String event, String action) {
        String call = call("createRule", name, table);
        RuleCreation creation = new RuleCreation(recording, call, name, qualified(call, "table", table), event, action);
        recording.add(call, creation::operation);
        return creation;
    }

    @Override
    public final void dropRule(String name, String table) {
        drop(call("dropRule", name, table), DependentName.Kind.RULE, name, table);
    }

    @Override
    public final StatisticsCreation createStatistics(String name, String... columns) {
        String call = call("createStatistics", name);
        StatisticsCreation creation =
                new StatisticsCreation(recording, call, qualified(call, "name of the statistics", name), columns);
        recording.add(call, creation::operation);
        return creation;
    }

    @Override
    public final void dropStatistics(String name) {
        drop(call("dropStatistics", name), DependentName.Kind.STATISTICS, name);
    }

    private void drop(String call, DependentName.Kind kind, String name) {
        add(call, new DropDependent(DependentName.of(kind, qualified(call, "name", name)), null));
    }

    private void drop(String call, DependentName.Kind kind, String part, String table) {
        DependentName id = new DependentName(kind, qualified(call, "table", table), name(call, "name", part));
        add(call, new DropDependent(id, null));
    }
}
