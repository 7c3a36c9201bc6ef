package dev.autogen.differ.hazard;

import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.operation.SequenceChange;

/** Whether a change of a sequence may leave its present value out of bounds, which PostgreSQL refuses. */
public enum TighterBounds implements SequenceChange.Visitor<Boolean> {
    INSTANCE;

    @Override
    public Boolean visit(SequenceChange.Type change) {
        return change.from() != null && TypeWidth.mayOverflow(change.from(), change.to());
    }

    @Override
    public Boolean visit(SequenceChange.Options change) {
        SequenceOptions to = change.to();
        SequenceOptions from = change.from() == null ? SequenceOptions.NONE : change.from();
        boolean higher = to.minValue() != null && (from.minValue() == null || to.minValue() > from.minValue());
        boolean lower = to.maxValue() != null && (from.maxValue() == null || to.maxValue() < from.maxValue());
        return higher || lower;
    }

    @Override
    public Boolean visit(SequenceChange.Owner change) {
        return false;
    }

    @Override
    public Boolean visit(SequenceChange.Comment change) {
        return false;
    }
}
