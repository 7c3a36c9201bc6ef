package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * {@code ALTER DOMAIN}: everything that changes of one domain. Its base type and collation cannot.
 *
 * @param name the domain
 * @param changes what changes, in the order in which it is carried out
 */
public record AlterDomain(QualifiedName name, List<DomainChange> changes) implements Operation {

    public AlterDomain {
        requireNonNull(name, "name is null");
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("nothing changes of domain " + name);
        }
    }

    @Override
    public List<Operation> reverse() {
        List<DomainChange> back = new ArrayList<>();
        changes.forEach(change -> back.add(change.reverse()));
        Collections.reverse(back);
        return List.of(new AlterDomain(name, back));
    }

    @Override
    public Operation asRecorded() {
        return new AlterDomain(
                name, changes.stream().map(DomainChange::asRecorded).toList());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
