package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * Lets the numbers of a column go on where they stood, when what hands them out becomes another: an identity column
 * starts at its beginning and knows nothing of the sequence from which the column drew before. Changes no definition.
 *
 * @param column the column; an identity column, or one that owns its sequence, unless {@code standing} is COLUMN
 * @param sequence the other sequence; null where the column's own values say where to go on
 * @param standing which of the two knows the next number
 */
public record ContinueNumbering(ColumnRef column, QualifiedName sequence, Standing standing) implements Operation {

    /** Who knows the next number. */
    public enum Standing {
        /** The rows: the column's sequence goes on behind the highest value. */
        ROWS,
        /** The sequence: the column's own goes on where it stands. */
        SEQUENCE,
        /** The column's own sequence: the other one goes on where that stands. */
        COLUMN
    }

    public ContinueNumbering {
        requireNonNull(column, "column is null");
        requireNonNull(standing, "standing is null");
        if ((sequence == null) != (standing == Standing.ROWS)) {
            throw new IllegalArgumentException(
                    "a sequence stands beside the column unless its rows say where to go on: " + column + ", "
                            + sequence);
        }
    }

    /** The column's numbers go on behind its highest value. */
    public static ContinueNumbering behindRows(ColumnRef column) {
        return new ContinueNumbering(column, null, Standing.ROWS);
    }

    @Override
    public List<Operation> reverse() {
        return switch (standing) {
            case ROWS -> List.of();
            case SEQUENCE -> List.of(new ContinueNumbering(column, sequence, Standing.COLUMN));
            case COLUMN -> List.of(new ContinueNumbering(column, sequence, Standing.SEQUENCE));
        };
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
