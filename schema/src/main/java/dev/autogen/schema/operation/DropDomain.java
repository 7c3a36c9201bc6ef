package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Domain;
import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code DROP DOMAIN}.
 *
 * @param name the domain
 * @param definition what is dropped; null where a migration's source does not say
 */
public record DropDomain(QualifiedName name, Domain definition) implements Operation {

    public DropDomain {
        requireNonNull(name, "name is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new CreateDomain(Before.of(this, definition)));
    }

    @Override
    public Operation asRecorded() {
        return new DropDomain(name, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
