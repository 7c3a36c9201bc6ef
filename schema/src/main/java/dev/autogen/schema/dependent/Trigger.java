package dev.autogen.schema.dependent;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;

/**
 * A trigger.
 *
 * @param table the table or view it watches
 * @param name its name within the table
 * @param constraint whether it was made with {@code CREATE CONSTRAINT TRIGGER}
 * @param events what stands before {@code ON} in its definition: {@code BEFORE UPDATE OF email}
 * @param action what stands behind the name of the table: {@code FOR EACH ROW EXECUTE FUNCTION audit()}
 * @param firing when it takes effect
 * @param comment what is said about it; null without
 */
public record Trigger(
        QualifiedName table,
        String name,
        boolean constraint,
        String events,
        String action,
        Firing firing,
        String comment)
        implements DependentObject {

    public Trigger {
        requireNonNull(table, "table is null");
        requireNonNull(name, "name is null");
        requireNonNull(events, "events is null");
        requireNonNull(action, "action is null");
        requireNonNull(firing, "firing is null");
    }

    @Override
    public DependentName id() {
        return new DependentName(DependentName.Kind.TRIGGER, table, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
