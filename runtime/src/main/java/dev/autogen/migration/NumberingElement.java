package dev.autogen.migration;

/** Options of the sequence that numbers a column, see {@link Elements#sequence}. */
public final class NumberingElement extends SequenceClauses<NumberingElement> {
    NumberingElement() {
        super(new Recording(null), "sequence()");
    }

    @Override
    NumberingElement self() {
        return this;
    }
}
