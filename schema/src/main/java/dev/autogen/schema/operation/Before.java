package dev.autogen.schema.operation;

/** The part of an operation that says what was before, which a reverse cannot do without. */
final class Before {
    private Before() {}

    /**
     * What was before.
     *
     * @throws IrreversibleOperationException if it is null: the operation was recorded from a source, which does not say
     */
    static <T> T of(Record change, T before) {
        if (before == null) {
            throw new IrreversibleOperationException("what was before is not known: " + change);
        }
        return before;
    }
}
