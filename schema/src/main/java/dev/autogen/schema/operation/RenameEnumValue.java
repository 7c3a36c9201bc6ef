package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code ALTER TYPE ... RENAME VALUE}.
 *
 * @param name the type
 * @param from the label
 * @param to its new spelling
 */
public record RenameEnumValue(QualifiedName name, String from, String to) implements Operation {

    public RenameEnumValue {
        requireNonNull(name, "name is null");
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new RenameEnumValue(name, to, from));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
