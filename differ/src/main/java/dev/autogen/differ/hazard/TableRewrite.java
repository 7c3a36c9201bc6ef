package dev.autogen.differ.hazard;

import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.dependent.MaterializedView;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateDependent;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RebuildEnum;
import java.util.List;
import java.util.Optional;

/** PostgreSQL writes every row anew, and nobody reads or writes the table meanwhile. */
final class TableRewrite extends HazardRule {
    TableRewrite() {
        super("table-rewrite", Severity.WARNING, "Every row is written anew while nobody can read or write the table");
    }

    @Override
    List<Hazard> of(Moment moment) {
        Operation operation = moment.operation();
        if (operation instanceof AlterColumn alter) {
            return moment.isSmall(alter.table())
                    ? List.of()
                    : alter.changes().stream()
                            .flatMap(change -> ofChange(alter, change, moment).stream())
                            .toList();
        }
        if (operation instanceof AddColumn add) {
            return ofNew(add, moment);
        }
        if (operation instanceof RebuildEnum rebuild) {
            return ofEnum(rebuild, moment);
        }
        return operation instanceof CreateDependent create
                        && create.object() instanceof MaterializedView view
                        && view.populated()
                ? List.of(about(view.name(), "computes materialized view " + view.name() + " anew"))
                : List.of();
    }

    private List<Hazard> ofNew(AddColumn add, Moment moment) {
        Column column = add.column();
        boolean filled = isFilledRowByRow(column, moment);
        if (moment.isSmall(add.table()) || !(filled || moment.isRuled(column.type()))) {
            return List.of();
        }
        String why = filled ? "fill " + column.name() : "hold " + column.name() + " to the domain " + column.type();
        return List.of(about(add.table(), column.name(), "rewrites " + moment.named(add.table()) + " to " + why));
    }

    private Optional<Hazard> ofChange(AlterColumn alter, ColumnChange change, Moment moment) {
        QualifiedName table = alter.table();
        Optional<Column> before = moment.column(table, alter.column());
        if (change instanceof ColumnChange.Type type) {
            return retyped(alter, type, moment);
        }
        boolean virtual = before.map(Column::generated)
                .filter(generated -> !generated.stored())
                .isPresent();
        return change instanceof ColumnChange.Expression && !virtual
                ? Optional.of(about(
                        table,
                        alter.column(),
                        "rewrites the table to compute " + moment.named(table, alter.column()) + " anew"))
                : Optional.empty();
    }

    private Optional<Hazard> retyped(AlterColumn alter, ColumnChange.Type type, Moment moment) {
        Optional<TypeChange> change = TypeChange.of(moment);
        if (change.isEmpty()) {
            String what = moment.named(alter.table(), alter.column()) + " to " + type.to();
            return Optional.of(about(
                    alter.table(), alter.column(), "rewrites the table unless the type before was alike: " + what));
        }
        return change.filter(known -> !known.isFree())
                .map(known -> about(alter.table(), alter.column(), "rewrites the table: " + known.named(moment)));
    }

    private List<Hazard> ofEnum(RebuildEnum rebuild, Moment moment) {
        List<String> large = rebuild.uses().stream()
                .map(use -> use.column().table())
                .distinct()
                .filter(table -> !moment.isSmall(table))
                .map(moment::named)
                .toList();
        return large.isEmpty()
                ? List.of()
                : List.of(about(
                        rebuild.to().name(),
                        "rewrites every table with a column of type "
                                + rebuild.to().name() + ": " + String.join(", ", large)));
    }

    private static boolean isFilledRowByRow(Column column, Moment moment) {
        return column.identity() != null
                || (column.generated() != null && column.generated().stored())
                || (column.defaultValue() != null && moment.isVolatile(column.defaultValue()));
    }
}
