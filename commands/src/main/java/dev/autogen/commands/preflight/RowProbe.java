package dev.autogen.commands.preflight;

import dev.autogen.schema.QualifiedName;

/** A question that each row answers by itself: those for which an expression is true stand in the way. */
sealed interface RowProbe extends Probe permits ColumnProbe, OrphanProbe, CheckProbe, EvaluationProbe, ExclusionProbe {
    /** How many rows of a large table are enough for a sample. */
    long SAMPLE = 100_000;

    ForeseenTable table();

    /** Whose rows it concerns. */
    Reach reach();

    /** The rows, as a query in parentheses that has {@link ForeseenTable#identity()}. */
    default String rows(Scan scan) {
        return table().rows(reach(), scan);
    }

    /** SQL that is true for a row that stands in the way; an error for a row that cannot be evaluated is one, too. */
    String violation(Scan scan);

    /** What is wrong with so many rows for which {@link #violation} is true. */
    String problem(Count count);

    /** What is wrong with so many rows for which {@link #violation} is an error. */
    default String failure(Count count) {
        return count.rows("makes an expression fail", "make an expression fail");
    }

    /** How many rows are enough where the table is too large to be read as a whole. */
    default long sampleSize() {
        return SAMPLE;
    }

    @Override
    default QualifiedName object() {
        return table().name();
    }
}
