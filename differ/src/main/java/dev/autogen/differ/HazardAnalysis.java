package dev.autogen.differ;

import static dev.autogen.differ.Hazard.DATA_LOSS;
import static dev.autogen.differ.Hazard.MAY_FAIL;
import static dev.autogen.differ.Hazard.TABLE_REWRITE;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.dependent.MaterializedView;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AddEnumValue;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.AlterDomain;
import dev.autogen.schema.operation.AlterSequence;
import dev.autogen.schema.operation.ContinueNumbering;
import dev.autogen.schema.operation.CreateDependent;
import dev.autogen.schema.operation.CreateDomain;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateExtension;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateSchema;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DomainChange;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropDependent;
import dev.autogen.schema.operation.DropDomain;
import dev.autogen.schema.operation.DropEnum;
import dev.autogen.schema.operation.DropExpression;
import dev.autogen.schema.operation.DropExtension;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.DropSchema;
import dev.autogen.schema.operation.DropSequence;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RebuildEnum;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameConstraint;
import dev.autogen.schema.operation.RenameEnumValue;
import dev.autogen.schema.operation.RenameIndex;
import dev.autogen.schema.operation.RenameSequence;
import dev.autogen.schema.operation.RenameTable;
import dev.autogen.schema.operation.SetTableComment;
import dev.autogen.schema.operation.ValidateConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what can go wrong with an operation. Tables made in the same run are empty and so no hazard. */
final class HazardAnalysis implements Operation.Visitor<List<Hazard>> {
    private final Set<QualifiedName> newTables;
    private final NullColumns nullColumns;
    private final RowEstimates rows;
    private final RemadeParts remade;
    private final Map<QualifiedName, List<String>> attached;
    /** Columns that come back as ordinary ones. */
    private final Set<ColumnRef> emptied;
    /** Sequences whose last value lives on elsewhere. */
    private final Set<QualifiedName> carriedOver;

    /**
     * For one comparison.
     *
     * @param newTables tables that it creates
     * @param operations all that it does
     * @param live what there is before, by the names that things have after the renames
     * @param options what is known of the tables of the database
     */
    HazardAnalysis(Set<QualifiedName> newTables, List<Operation> operations, Catalog live, DiffOptions options) {
        this.newTables = newTables;
        this.nullColumns = NullColumns.addedBy(operations);
        this.emptied = operations.stream()
                .filter(AddColumn.class::isInstance)
                .map(AddColumn.class::cast)
                .filter(add -> add.column().generated() == null)
                .map(add -> new ColumnRef(add.table(), add.column().name()))
                .collect(Collectors.toSet());
        this.carriedOver = operations.stream()
                .filter(ContinueNumbering.class::isInstance)
                .map(operation -> ((ContinueNumbering) operation).sequence())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        this.remade = new RemadeParts(operations, live);
        this.rows = new RowEstimates(options.rowEstimates());
        this.attached = options.attached();
    }

    @Override
    public List<Hazard> visit(CreateSchema operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(DropSchema operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(CreateExtension operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(DropExtension operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(CreateEnum operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(AddEnumValue operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(RenameEnumValue operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(RebuildEnum rebuild) {
        List<Hazard> hazards = new ArrayList<>();
        List<String> own = attached.getOrDefault(rebuild.to().name(), List.of());
        if (!own.isEmpty()) {
            hazards.add(Hazard.warning(
                    DATA_LOSS, "makes type " + rebuild.to().name() + " anew without " + String.join(", ", own)));
        }
        if (rebuild.uses().isEmpty()) {
            return hazards;
        }
        Set<String> lost = new TreeSet<>(rebuild.from().labels());
        lost.removeAll(Set.copyOf(rebuild.to().labels()));
        if (!lost.isEmpty()) {
            hazards.add(Hazard.warning(MAY_FAIL, "fails if a row holds a label that goes: " + String.join(", ", lost)));
        }
        hazards.add(Hazard.warning(
                TABLE_REWRITE,
                "rewrites every table with a column of type " + rebuild.to().name()));
        return hazards;
    }

    @Override
    public List<Hazard> visit(DropEnum operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(CreateDomain operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(AlterDomain alter) {
        boolean tightened = alter.changes().stream().anyMatch(HazardAnalysis::tightens);
        return tightened
                ? List.of(Hazard.warning(
                        MAY_FAIL, "fails if a column of domain " + alter.name() + " holds a value that violates it"))
                : List.of();
    }

    private static boolean tightens(DomainChange change) {
        if (change instanceof DomainChange.Nullability nullability) {
            return !nullability.nullable();
        }
        return change instanceof DomainChange.AddCheck added && added.check().validated();
    }

    @Override
    public List<Hazard> visit(DropDomain operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(CreateSequence operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(AlterSequence alter) {
        boolean narrows = alter.changes().stream().anyMatch(change -> change.accept(Narrowing.INSTANCE));
        return narrows
                ? List.of(Hazard.warning(
                        MAY_FAIL, "fails if sequence " + alter.name() + " stands outside of its new bounds"))
                : List.of();
    }

    @Override
    public List<Hazard> visit(RenameSequence operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(DropSequence drop) {
        return carriedOver.contains(drop.name())
                ? List.of()
                : List.of(Hazard.error(DATA_LOSS, "drops the last value of sequence " + drop.name()));
    }

    @Override
    public List<Hazard> visit(ContinueNumbering operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(CreateTable operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(RenameTable operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(SetTableComment operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(DropTable drop) {
        List<String> lost = new ArrayList<>(
                drop.definition() == null ? List.of() : drop.definition().unmodelled());
        lost.addAll(attached.getOrDefault(drop.name(), List.of()));
        return List.of(Hazard.error(
                DATA_LOSS,
                "drops table " + drop.name() + rows.of(drop.name())
                        + (lost.isEmpty() ? "" : "; downgrade does not bring back: " + String.join(", ", lost))));
    }

    @Override
    public List<Hazard> visit(AddColumn add) {
        return newTables.contains(add.table()) ? List.of() : ofNewColumn(add.table(), add.column());
    }

    @Override
    public List<Hazard> visit(AlterColumn alter) {
        ColumnHazards ofColumn = new ColumnHazards(alter.table() + "." + alter.column(), rows.of(alter.table()));
        return alter.changes().stream()
                .flatMap(change -> change.accept(ofColumn).stream())
                .toList();
    }

    @Override
    public List<Hazard> visit(RenameColumn operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(DropColumn drop) {
        boolean computed = drop.definition() != null
                && drop.definition().generated() != null
                && !emptied.contains(new ColumnRef(drop.table(), drop.name()));
        return computed
                ? List.of()
                : List.of(Hazard.error(DATA_LOSS, "drops " + drop.table() + "." + drop.name() + rows.of(drop.table())));
    }

    @Override
    public List<Hazard> visit(DropExpression operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(AddConstraint add) {
        boolean cannotFail = newTables.contains(add.table()) || nullColumns.satisfy(add.table(), add.constraint());
        List<Hazard> hazards = new ArrayList<>(remade.of(add.table(), add.constraint()));
        if (!cannotFail) {
            hazards.addAll(ofNewConstraint(add.table(), add.constraint()));
        }
        return hazards;
    }

    @Override
    public List<Hazard> visit(RenameConstraint operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(ValidateConstraint operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(DropConstraint operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(CreateIndex create) {
        List<Hazard> hazards = new ArrayList<>(remade.of(create.table(), create.index()));
        if (create.index().unique() && !newTables.contains(create.table())) {
            hazards.add(Hazard.warning(
                    MAY_FAIL,
                    "fails if " + create.table() + " holds duplicates for index "
                            + create.index().name() + rows.of(create.table())));
        }
        return hazards;
    }

    @Override
    public List<Hazard> visit(RenameIndex operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(DropIndex operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(CreateDependent create) {
        return create.object() instanceof MaterializedView view ? of(view) : List.of();
    }

    /** What can go wrong when a materialized view is made again. */
    static List<Hazard> of(MaterializedView view) {
        return view.populated()
                ? List.of(Hazard.warning(TABLE_REWRITE, "computes materialized view " + view.name() + " anew"))
                : List.of();
    }

    @Override
    public List<Hazard> visit(DropDependent operation) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(ExecuteSql operation) {
        return List.of();
    }

    private List<Hazard> ofNewColumn(QualifiedName table, Column column) {
        boolean computed = column.identity() != null
                || (column.generated() != null && column.generated().stored());
        if (computed) {
            return List.of(
                    Hazard.warning(TABLE_REWRITE, "rewrites " + table + " to fill " + column.name() + rows.of(table)));
        }
        boolean filled = column.defaultValue() != null || column.generated() != null;
        return column.nullable() || filled
                ? List.of()
                : List.of(Hazard.warning(
                        MAY_FAIL,
                        "fails if " + table + " holds rows: " + column.name() + " is not null and has no default"
                                + rows.of(table)));
    }

    private List<Hazard> ofNewConstraint(QualifiedName table, Constraint constraint) {
        return constraint.accept(Violation.INSTANCE).stream()
                .map(violation -> Hazard.warning(
                        MAY_FAIL, constraint.name() + " fails if " + table + " " + violation + rows.of(table)))
                .toList();
    }
}
