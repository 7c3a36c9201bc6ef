package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ALTER TYPE ... ADD VALUE}. PostgreSQL cannot take a label away again, so the reverse rebuilds the type.
 *
 * @param name the type
 * @param label the new label
 * @param after the label it follows; null for the end, or where {@code before} says the place
 * @param before the label it precedes; null for the end, or where {@code after} says the place
 * @param previous the type without the label; null where a migration's source does not say
 * @param uses the columns of that type, which a rebuild has to convert
 */
public record AddEnumValue(
        QualifiedName name, String label, String after, String before, EnumType previous, List<EnumUse> uses)
        implements Operation {

    public AddEnumValue {
        requireNonNull(name, "name is null");
        requireNonNull(label, "label is null");
        uses = List.copyOf(uses);
        if (after != null && before != null) {
            throw new IllegalArgumentException("a label goes after one or before one, not both: " + label);
        }
    }

    /** The type with the label. */
    private EnumType next() {
        List<String> labels = new ArrayList<>(Before.of(this, previous).labels());
        int at = after != null ? labels.indexOf(after) + 1 : before != null ? labels.indexOf(before) : labels.size();
        labels.add(at, label);
        return new EnumType(name, labels, previous.comment());
    }

    @Override
    public List<Operation> reverse() {
        EnumType next = next();
        return List.of(new RebuildEnum(previous, next, uses));
    }

    @Override
    public Operation asRecorded() {
        return new AddEnumValue(name, label, after, before, null, List.of());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
