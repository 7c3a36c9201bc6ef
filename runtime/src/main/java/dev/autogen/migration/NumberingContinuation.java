package dev.autogen.migration;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.ContinueNumbering;
import dev.autogen.schema.operation.ContinueNumbering.Standing;

/** {@code SELECT setval(...)}, see {@link Operations#continueNumbering}. */
public final class NumberingContinuation {
    private final Recording recording;
    private final String call;
    private final ColumnRef column;
    private QualifiedName sequence;
    private Standing standing = Standing.ROWS;

    NumberingContinuation(Recording recording, String call, QualifiedName table, String column) {
        this.recording = recording;
        this.call = call;
        this.column = new ColumnRef(table, Names.name(call, "column", column));
    }

    /** The column's numbers go on where that sequence of the default schema stands. */
    public NumberingContinuation from(String otherSequence) {
        return other("from", named("from", otherSequence), Standing.SEQUENCE);
    }

    /** The column's numbers go on where that sequence stands. */
    public NumberingContinuation from(QualifiedName otherSequence) {
        return other("from", otherSequence, Standing.SEQUENCE);
    }

    /** The other way round: that sequence of the default schema goes on where the column's numbers stand. */
    public NumberingContinuation with(String otherSequence) {
        return other("with", named("with", otherSequence), Standing.COLUMN);
    }

    /** The other way round: that sequence goes on where the column's numbers stand. */
    public NumberingContinuation with(QualifiedName otherSequence) {
        return other("with", otherSequence, Standing.COLUMN);
    }

    ContinueNumbering operation() {
        return new ContinueNumbering(column, sequence, standing);
    }

    private QualifiedName named(String method, String otherSequence) {
        return QualifiedName.of(Names.name(call + "." + method, "sequence", otherSequence));
    }

    private NumberingContinuation other(String method, QualifiedName otherSequence, Standing newStanding) {
        String chained = call + "." + method;
        recording.checkOpen(chained);
        if (sequence != null) {
            throw new InvalidMigrationException(
                    chained + ": another sequence has been named before in the same statement");
        }
        sequence = Names.given(chained, "sequence", otherSequence);
        standing = newStanding;
        return this;
    }
}
