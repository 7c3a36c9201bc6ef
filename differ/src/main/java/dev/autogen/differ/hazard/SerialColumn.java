package dev.autogen.differ.hazard;

import dev.autogen.schema.Column;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateTable;
import java.util.List;

/** PostgreSQL's old way to number rows, where entities mean an identity column. */
final class SerialColumn extends HazardRule {

    SerialColumn() {
        super("serial-column", Severity.WARNING, "A new column is serial where entities mean an identity column");
    }

    @Override
    List<Hazard> of(Moment moment) {
        if (moment.operation() instanceof CreateTable create) {
            return create.table().columns().stream()
                    .filter(SerialColumn::isSerial)
                    .map(column -> of(create.table().name(), column.name()))
                    .toList();
        }
        if (moment.operation() instanceof AddColumn add) {
            return isSerial(add.column()) ? List.of(of(add.table(), add.column().name())) : List.of();
        }
        return moment.operation() instanceof AlterColumn alter
                        && alter.changes().stream()
                                .anyMatch(change ->
                                        change instanceof ColumnChange.Numbering numbering && isSerial(numbering.to()))
                ? List.of(of(alter.table(), alter.column()))
                : List.of();
    }

    private Hazard of(QualifiedName table, String column) {
        return about(
                table, column, table + "." + column + " is serial: GenerationType.IDENTITY means an identity column");
    }

    private static boolean isSerial(Column column) {
        return isSerial(column.identity());
    }

    private static boolean isSerial(Identity identity) {
        return identity != null && identity.kind() == Identity.Kind.SERIAL;
    }
}
