package dev.autogen.differ;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.DataType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropSequence;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RebuildEnum;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Says what can go wrong with an operation. Tables made in the same run are empty and so no hazard. */
final class HazardAnalysis {
    private static final String DATA_LOSS = "data-loss";
    private static final String MAY_FAIL = "may-fail";
    private static final String TABLE_REWRITE = "table-rewrite";

    private final Set<QualifiedName> newTables;
    private final Map<QualifiedName, Long> rowEstimates;

    HazardAnalysis(Set<QualifiedName> newTables, Map<QualifiedName, Long> rowEstimates) {
        this.newTables = newTables;
        this.rowEstimates = rowEstimates;
    }

    List<Hazard> of(Operation operation) {
        if (operation instanceof DropTable drop) {
            return List.of(error(DATA_LOSS, "drops table " + drop.name() + rows(drop.name())));
        } else if (operation instanceof DropColumn drop) {
            boolean computed = drop.definition() != null && drop.definition().generated() != null;
            return computed
                    ? List.of()
                    : List.of(error(DATA_LOSS, "drops " + drop.table() + "." + drop.name() + rows(drop.table())));
        } else if (operation instanceof DropSequence drop) {
            return List.of(error(DATA_LOSS, "drops the last value of sequence " + drop.name()));
        } else if (operation instanceof RebuildEnum rebuild) {
            return ofRebuild(rebuild);
        } else if (operation instanceof AddColumn add && !newTables.contains(add.table())) {
            return ofNewColumn(add.table(), add.column());
        } else if (operation instanceof AddConstraint add && !newTables.contains(add.table())) {
            return ofConstraint(add.table(), add.constraint());
        } else if (operation instanceof CreateIndex create
                && create.index().unique()
                && !newTables.contains(create.table())) {
            return List.of(warning(
                    MAY_FAIL,
                    "fails if " + create.table() + " holds duplicates for index "
                            + create.index().name() + rows(create.table())));
        } else if (operation instanceof AlterColumn alter) {
            List<Hazard> hazards = new ArrayList<>();
            alter.changes().forEach(change -> ofChange(alter, change, hazards));
            return List.copyOf(hazards);
        }
        return List.of();
    }

    private List<Hazard> ofRebuild(RebuildEnum rebuild) {
        Set<String> lost = new HashSet<>(rebuild.from().labels());
        lost.removeAll(new HashSet<>(rebuild.to().labels()));
        if (rebuild.uses().isEmpty()) {
            return List.of();
        }
        List<Hazard> hazards = new ArrayList<>();
        if (!lost.isEmpty()) {
            hazards.add(warning(
                    MAY_FAIL,
                    "fails if a row holds a label that goes: "
                            + String.join(", ", lost.stream().sorted().toList())));
        }
        hazards.add(warning(
                TABLE_REWRITE,
                "rewrites every table with a column of type " + rebuild.to().name()));
        return hazards;
    }

    private List<Hazard> ofNewColumn(QualifiedName table, Column column) {
        boolean filled = column.defaultValue() != null || column.identity() != null || column.generated() != null;
        if (column.identity() != null
                || column.generated() != null && column.generated().stored()) {
            return List.of(warning(TABLE_REWRITE, "rewrites " + table + " to fill " + column.name() + rows(table)));
        }
        return column.nullable() || filled
                ? List.of()
                : List.of(warning(
                        MAY_FAIL,
                        "fails if " + table + " holds rows: " + column.name() + " is not null and has no default"
                                + rows(table)));
    }

    private List<Hazard> ofConstraint(QualifiedName table, Constraint constraint) {
        String violated = constraint instanceof ForeignKey key
                ? key.validated() ? "holds rows without their counterpart in " + key.target() : null
                : constraint instanceof CheckConstraint check
                        ? check.validated() ? "holds rows that violate it" : null
                        : "holds duplicates";
        return violated == null
                ? List.of()
                : List.of(warning(MAY_FAIL, constraint.name() + " fails if " + table + " " + violated + rows(table)));
    }

    private void ofChange(AlterColumn alter, ColumnChange change, List<Hazard> hazards) {
        String column = alter.table() + "." + alter.column();
        if (change instanceof ColumnChange.Nullability nullability && !nullability.nullable()) {
            hazards.add(warning(MAY_FAIL, "fails if " + column + " holds nulls" + rows(alter.table())));
        } else if (change instanceof ColumnChange.Numbering numbering && !numbering.existing()) {
            hazards.add(warning(
                    MAY_FAIL,
                    "numbering of " + column + " starts anew: set it behind the highest value" + rows(alter.table())));
        } else if (change instanceof ColumnChange.Type type && type.from() != null) {
            ofType(alter.table(), column, type, hazards);
        }
    }

    private void ofType(QualifiedName table, String column, ColumnChange.Type change, List<Hazard> hazards) {
        String what = column + " from " + change.from() + " to " + change.to();
        if (TypeWidth.loses(change.from(), change.to())) {
            hazards.add(error(DATA_LOSS, "may cut values of " + what + rows(table)));
        }
        if (change.using() != null || TypeWidth.mayOverflow(change.from(), change.to())) {
            hazards.add(warning(MAY_FAIL, "fails if a value does not fit: " + what + rows(table)));
        }
        if (!isSame(change.from(), change.to()) && !TypeWidth.isFree(change.from(), change.to())) {
            hazards.add(warning(TABLE_REWRITE, "rewrites the table: " + what + rows(table)));
        }
    }

    private static boolean isSame(DataType from, DataType to) {
        return TypeComparison.same(from, to);
    }

    private static Hazard error(String id, String message) {
        return new Hazard(id, Hazard.Severity.ERROR, message);
    }

    private static Hazard warning(String id, String message) {
        return new Hazard(id, Hazard.Severity.WARNING, message);
    }

    private String rows(QualifiedName table) {
        Long rows = rowEstimates.get(table);
        return rows == null || rows < 0 ? "" : " (about " + rounded(rows) + " rows)";
    }

    private static String rounded(long rows) {
        if (rows < 1_000) {
            return String.valueOf(rows);
        }
        double shown = rows < 1_000_000 ? rows / 1e3 : rows < 1_000_000_000 ? rows / 1e6 : rows / 1e9;
        String unit = rows < 1_000_000 ? "K" : rows < 1_000_000_000 ? "M" : "G";
        return String.format(Locale.ROOT, "%.1f", shown).replace(".0", "") + unit;
    }
}
