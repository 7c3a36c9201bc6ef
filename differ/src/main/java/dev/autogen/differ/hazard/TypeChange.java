package dev.autogen.differ.hazard;

import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.ColumnChange;
import java.util.Optional;

/**
 * A column that gets another type, where it is known from which.
 *
 * @param from the type before
 * @param to the type after
 * @param using how values are converted; null where PostgreSQL's assignment cast does it
 * @param text {@code users.name from text to varchar(40)}
 */
record TypeChange(DataType from, DataType to, String using, String text) {

    /** The change; empty where neither the operation nor the database says what the type was. */
    static Optional<TypeChange> of(QualifiedName table, String column, ColumnChange.Type change, Moment moment) {
        Optional<DataType> before =
                change.from() == null ? moment.column(table, column).map(Column::type) : Optional.of(change.from());
        return before.map(from -> new TypeChange(
                from, change.to(), change.using(), table + "." + column + " from " + from + " to " + change.to()));
    }
}
