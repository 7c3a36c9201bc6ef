package dev.autogen.migration;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.dependent.Rule;
import dev.autogen.schema.operation.CreateDependent;

/** {@code CREATE RULE}, see {@link Operations#createRule}. */
public final class RuleCreation extends FiringClauses<RuleCreation> {
    private final QualifiedName table;
    private final String name;
    private final String event;
    private final String action;

    RuleCreation(Recording recording, String call, String name, QualifiedName table, String event, String action) {
        super(recording, call);
        this.name = Names.name(call, "name of the rule", name);
        this.table = table;
        this.event = Names.text(call, "event", event);
        this.action = Names.text(call, "action", action);
    }

    CreateDependent operation() {
        return new CreateDependent(new Rule(table, name, event, action, firing(), comment()));
    }

    @Override
    RuleCreation self() {
        return this;
    }
}
