package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Domain;
import java.util.List;

/**
 * {@code CREATE DOMAIN} with all that belongs to it.
 *
 * @param domain the domain
 */
public record CreateDomain(Domain domain) implements Operation {

    public CreateDomain {
        requireNonNull(domain, "domain is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new DropDomain(domain.name(), domain));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
