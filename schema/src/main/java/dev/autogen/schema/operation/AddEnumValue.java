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
 * @param makingWay what takes away that which such columns cannot be converted under, a check for one; the reverse of
 *     it brings that back
 */
public record AddEnumValue(
        QualifiedName name,
        String label,
        String after,
        String before,
        EnumType previous,
        List<EnumUse> uses,
        List<Operation> makingWay)
        implements Operation {

    public AddEnumValue {
        requireNonNull(name, "name is null");
        requireNonNull(label, "label is null");
        uses = List.copyOf(uses);
        makingWay = List.copyOf(makingWay);
        if (after != null && before != null) {
            throw new IllegalArgumentException("a label goes after one or before one, not both: " + label);
        }
    }

    /** A label that is added to a type on whose columns nothing hangs, as far as is known. */
    public AddEnumValue(
            QualifiedName name, String label, String after, String before, EnumType previous, List<EnumUse> uses) {
        this(name, label, after, before, previous, uses, List.of());
    }

    /** The same with the columns of the type, and with what makes way for their conversion. */
    public AddEnumValue with(List<EnumUse> newUses, List<Operation> newMakingWay) {
        return new AddEnumValue(name, label, after, before, previous, newUses, newMakingWay);
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
        List<Operation> operations = new ArrayList<>(makingWay);
        operations.add(new RebuildEnum(previous, next(), uses));
        for (int i = makingWay.size() - 1; i >= 0; i--) {
            operations.addAll(makingWay.get(i).reverse());
        }
        return List.copyOf(operations);
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
