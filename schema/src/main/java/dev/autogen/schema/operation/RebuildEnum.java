package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.EnumType;
import java.util.List;

/**
 * Gives an enum type other labels, or another order, where {@code ADD VALUE} does not do: the type is made anew and
 * every column converted by its label. Fails on rows that hold a label which is no more.
 *
 * @param to the type as it becomes
 * @param from the type as it was; null where a migration's source does not say
 * @param uses the columns of that type
 */
public record RebuildEnum(EnumType to, EnumType from, List<EnumUse> uses) implements Operation {

    public RebuildEnum {
        requireNonNull(to, "to is null");
        uses = List.copyOf(uses);
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new RebuildEnum(Before.of(this, from), to, uses));
    }

    @Override
    public Operation asRecorded() {
        return new RebuildEnum(to, null, uses);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
