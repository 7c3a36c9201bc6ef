package dev.autogen.migration;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.dependent.Trigger;
import dev.autogen.schema.operation.CreateDependent;

/** {@code CREATE TRIGGER}, see {@link Operations#createTrigger}. */
public final class TriggerCreation extends FiringClauses<TriggerCreation> {
    private final QualifiedName table;
    private final String name;
    private final String events;
    private final String action;
    private boolean constraint;

    TriggerCreation(Recording recording, String call, String name, QualifiedName table, String events, String action) {
        super(recording, call);
        this.name = Names.name(call, "name of the trigger", name);
        this.table = table;
        this.events = Names.text(call, "events", events);
        this.action = Names.text(call, "action", action);
    }

    /** {@code CREATE CONSTRAINT TRIGGER}. */
    public TriggerCreation constraint() {
        open("constraint");
        constraint = true;
        return this;
    }

    CreateDependent operation() {
        return new CreateDependent(new Trigger(table, name, constraint, events, action, firing(), comment()));
    }

    @Override
    TriggerCreation self() {
        return this;
    }
}
