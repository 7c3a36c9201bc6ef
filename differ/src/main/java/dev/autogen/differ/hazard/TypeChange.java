package dev.autogen.differ.hazard;

import dev.autogen.differ.TypeComparison;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import java.util.Optional;

/**
 * A column that gets another type, where it is known from which.
 *
 * @param table the table
 * @param column its column
 * @param from the type before
 * @param to the type after
 * @param using how values are converted; null where PostgreSQL's assignment cast does it
 */
record TypeChange(QualifiedName table, String column, DataType from, DataType to, String using) {

    /** Whether the new type is no kind of the old one. */
    boolean isForeign() {
        return TypeWidth.isForeign(from, to);
    }

    /** Whether PostgreSQL takes the new type without looking at the rows. */
    boolean isFree() {
        return TypeComparison.same(from, to) || TypeWidth.isFree(from, to);
    }

    /** The change of type that the operation makes; empty where there is none, or nobody says what the type was. */
    static Optional<TypeChange> of(Moment moment) {
        return moment.operation() instanceof AlterColumn alter
                ? alter.changes().stream()
                        .filter(ColumnChange.Type.class::isInstance)
                        .flatMap(change -> of(alter, (ColumnChange.Type) change, moment).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<TypeChange> of(AlterColumn alter, ColumnChange.Type change, Moment moment) {
        Optional<DataType> before = change.from() == null
                ? moment.column(alter.table(), alter.column()).map(Column::type)
                : Optional.of(change.from());
        return before.map(from -> new TypeChange(alter.table(), alter.column(), from, change.to(), change.using()));
    }

    /** {@code users.name from text to varchar(40)}, with how large the table is. */
    String named(Moment moment) {
        return table + "." + column + " from " + from + " to " + to + moment.size(table, column);
    }
}
