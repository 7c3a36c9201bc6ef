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
 * @param after the label it follows; null when it becomes the first
 * @param before the type without the label; null where a migration's source does not say
 * @param uses the columns of that type, which a rebuild has to convert
 */
public record AddEnumValue(QualifiedName name, String label, String after, EnumType before, List<EnumUse> uses)
        implements Operation {

    public AddEnumValue {
        requireNonNull(name, "name is null");
        requireNonNull(label, "label is null");
        uses = List.copyOf(uses);
    }

    private EnumType with() {
        List<String> labels = new ArrayList<>(known(before).labels());
        labels.add(after == null ? 0 : labels.indexOf(after) + 1, label);
        return new EnumType(name, labels);
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new RebuildEnum(before, with(), uses));
    }

    @Override
    public Operation asRecorded() {
        return new AddEnumValue(name, label, after, null, List.of());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
