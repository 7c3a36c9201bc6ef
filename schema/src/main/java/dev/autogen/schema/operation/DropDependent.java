package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.dependent.DependentName;
import dev.autogen.schema.dependent.DependentObject;
import java.util.List;

/**
 * {@code DROP VIEW}, {@code DROP POLICY}, {@code DROP TRIGGER} and their like; never with {@code CASCADE}.
 *
 * @param id what is dropped
 * @param definition what it was; null where a migration's source does not say
 */
public record DropDependent(DependentName id, DependentObject definition) implements Operation {

    public DropDependent {
        requireNonNull(id, "id is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new CreateDependent(Before.of(this, definition)));
    }

    @Override
    public Operation asRecorded() {
        return new DropDependent(id, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
