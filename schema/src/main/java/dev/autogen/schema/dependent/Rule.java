package dev.autogen.schema.dependent;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;

/**
 * A rewrite rule, other than the one that makes a view a view.
 *
 * @param table the table or view it concerns
 * @param name its name within the table
 * @param event {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param action what stands behind the name of the table in its definition: {@code DO INSTEAD NOTHING}
 * @param firing when it takes effect
 * @param comment what is said about it; null without
 */
public record Rule(QualifiedName table, String name, String event, String action, Firing firing, String comment)
        implements DependentObject {

    public Rule {
        requireNonNull(table, "table is null");
        requireNonNull(name, "name is null");
        requireNonNull(event, "event is null");
        requireNonNull(action, "action is null");
        requireNonNull(firing, "firing is null");
    }

    @Override
    public DependentName id() {
        return new DependentName(DependentName.Kind.RULE, table, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
