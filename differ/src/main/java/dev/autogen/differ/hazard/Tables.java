package dev.autogen.differ.hazard;

import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AddEnumValue;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.ContinueNumbering;
import dev.autogen.schema.operation.CreateDependent;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropExpression;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameConstraint;
import dev.autogen.schema.operation.RenameIndex;
import dev.autogen.schema.operation.RenameSequence;
import dev.autogen.schema.operation.RenameTable;
import dev.autogen.schema.operation.ValidateConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What there is by now while a migration runs, by the names that things have by now. Follows each step as far as hazards
 * depend on it; what a step is about and nobody knows is left as it is.
 */
final class Tables {
    private final Map<QualifiedName, Table> live;
    /** The schemas of which all tables are known; null is the default one. */
    private final Set<String> schemas;

    private final Map<QualifiedName, TableState> touched = new HashMap<>();
    /** Those of them that are this run's own; the others are shared with what it began with, and copied to be changed. */
    private final Set<QualifiedName> own = new HashSet<>();
    /** Sequences and types that a run made, with who did. */
    private final Map<QualifiedName, Origin> made = new HashMap<>();
    /** Sequences whose last value lives on elsewhere. */
    private final Set<QualifiedName> carriedOn = new HashSet<>();

    private final List<NewLabel> labels = new ArrayList<>();

    private Tables(Map<QualifiedName, Table> live, Set<String> schemas) {
        this.live = live;
        this.schemas = schemas;
    }

    static Tables in(HazardContext context) {
        Map<QualifiedName, Table> tables = new HashMap<>();
        Set<String> schemas = new HashSet<>();
        context.live().ifPresent(live -> {
            live.tables().forEach(table -> tables.put(table.name(), table));
            schemas.add(null);
            schemas.addAll(live.schemaNames());
        });
        return new Tables(tables, schemas);
    }

    Tables copy() {
        Tables copy = new Tables(live, schemas);
        copy.touched.putAll(touched);
        copy.made.putAll(made);
        copy.carriedOn.addAll(carriedOn);
        copy.labels.addAll(labels);
        return copy;
    }

    /** The same when another run begins. */
    Tables settled(Origin newOrigin) {
        Tables settled = new Tables(live, schemas);
        touched.forEach((name, table) -> settled.touched.put(name, table.settled(newOrigin)));
        made.forEach((name, origin) -> settled.made.put(name, origin.settled(newOrigin)));
        return settled;
    }

    /** A table that is about to be changed. */
    private TableState changing(QualifiedName name) {
        if (own.add(name)) {
            touched.put(name, table(name).copy());
        }
        return touched.get(name);
    }

    private void put(QualifiedName name, TableState table) {
        own.add(name);
        touched.put(name, table);
    }

    /** What is known of a table; nothing but its name where there is none. Not to be changed. */
    TableState table(QualifiedName name) {
        return touched.computeIfAbsent(name, this::untouched);
    }

    private TableState untouched(QualifiedName name) {
        Table table = live.get(name);
        return table == null ? TableState.unknown(name) : TableState.live(table);
    }

    /** Whether it is known that there is no such table. */
    boolean lacks(QualifiedName name) {
        return schemas.contains(name.schema()) && !table(name).isKnown();
    }

    /** Who made a sequence or a type. */
    Origin origin(QualifiedName name) {
        return made.getOrDefault(name, Origin.BEFORE);
    }

    boolean isCarriedOn(QualifiedName sequence) {
        return carriedOn.contains(sequence);
    }

    /** What the run has added to enum types that were there before. */
    List<NewLabel> labels() {
        return labels;
    }

    void take(JudgedStep step) {
        if (step instanceof JudgedStep.Fill fill) {
            ColumnRef column = fill.column();
            changing(column.table()).columns().computeIfPresent(column.column(), (name, state) -> state.filled());
        } else if (step instanceof JudgedStep.Run run) {
            if (!takeTable(run.operation()) && !takeColumn(run.operation())) {
                takePart(run.operation(), run.transaction());
            }
        }
    }

    private boolean takeTable(Operation operation) {
        if (operation instanceof CreateTable create) {
            Table table = create.table();
            put(table.name(), TableState.created(table.name(), table.columns(), table.constraints()));
        } else if (operation instanceof CreateDependent create
                && !create.object().id().kind().isPart()) {
            QualifiedName name = create.object().id().relation();
            put(name, TableState.created(name, List.of(), List.of()));
        } else if (operation instanceof RenameTable rename) {
            TableState table = changing(rename.from());
            put(rename.from(), TableState.unknown(rename.from()));
            put(rename.from().withName(rename.to()), table);
        } else if (operation instanceof DropTable drop) {
            put(drop.name(), TableState.unknown(drop.name()));
        } else if (operation instanceof CreateSequence create) {
            made.put(create.sequence().name(), Origin.RUN);
        } else if (operation instanceof CreateEnum create) {
            made.put(create.type().name(), Origin.RUN);
        } else if (operation instanceof RenameSequence rename) {
            made.put(rename.from().withName(rename.to()), origin(rename.from()));
        } else if (operation instanceof ContinueNumbering numbering) {
            Optional.ofNullable(numbering.sequence()).ifPresent(carriedOn::add);
        } else {
            return false;
        }
        return true;
    }

    private boolean takeColumn(Operation operation) {
        if (operation instanceof AddColumn add) {
            changing(add.table()).columns().put(add.column().name(), ColumnState.added(add.column()));
        } else if (operation instanceof DropColumn drop) {
            changing(drop.table()).columns().remove(drop.name());
        } else if (operation instanceof RenameColumn rename) {
            Map<String, ColumnState> columns = changing(rename.table()).columns();
            Optional.ofNullable(columns.remove(rename.from()))
                    .ifPresent(column -> columns.put(
                            rename.to(),
                            column.definition() == null
                                    ? column
                                    : column.with(column.definition().withName(rename.to()))));
        } else if (operation instanceof DropExpression drop) {
            changing(drop.table())
                    .columns()
                    .computeIfPresent(
                            drop.name(),
                            (name, column) -> column.definition() == null
                                    ? column
                                    : column.with(column.definition().withGenerated(null)));
        } else if (operation instanceof AlterColumn alter) {
            changing(alter.table()).columns().compute(alter.column(), (name, column) -> changed(column, alter));
        } else {
            return false;
        }
        return true;
    }

    private static ColumnState changed(ColumnState column, AlterColumn alter) {
        ColumnState state = column == null ? ColumnState.live(null) : column;
        Column definition = state.definition();
        boolean converted = false;
        boolean filled = false;
        for (ColumnChange change : alter.changes()) {
            if (change instanceof ColumnChange.Type type) {
                definition = definition == null ? null : definition.withType(type.to());
                converted |= type.using() != null;
            } else if (change instanceof ColumnChange.Nullability nullability) {
                definition = definition == null ? null : definition.withNullable(nullability.nullable());
                filled |= !nullability.nullable();
            }
        }
        ColumnState changed = state.changed(definition, converted);
        return filled ? changed.filled() : changed;
    }

    private void takePart(Operation operation, int transaction) {
        if (operation instanceof AddEnumValue add && origin(add.name()) != Origin.RUN) {
            labels.add(new NewLabel(add.name(), add.label(), transaction));
        } else if (operation instanceof AddConstraint add) {
            TableState table = changing(add.table());
            table.constraints().put(add.constraint().name(), ConstraintState.added(add.constraint(), transaction));
            table.indexes().remove(add.usingIndex());
        } else if (operation instanceof ValidateConstraint validate) {
            changing(validate.table())
                    .constraints()
                    .computeIfPresent(validate.name(), (name, constraint) -> constraint.validatedNow());
        } else if (operation instanceof RenameConstraint rename) {
            rename(changing(rename.table()).constraints(), rename.from(), rename.to());
        } else if (operation instanceof DropConstraint drop) {
            TableState table = changing(drop.table());
            ConstraintState constraint = table.constraints().remove(drop.name());
            Object known = constraint == null ? null : constraint.definition();
            keep(table, drop.name(), drop.definition() == null ? known : drop.definition());
        } else if (operation instanceof CreateIndex create) {
            changing(create.table()).indexes().put(create.index().name(), create.index());
        } else if (operation instanceof RenameIndex rename) {
            rename(changing(rename.table()).indexes(), rename.from(), rename.to());
        } else if (operation instanceof DropIndex drop) {
            TableState table = changing(drop.table());
            Object known = table.indexes().remove(drop.name());
            keep(table, drop.name(), drop.definition() == null ? known : drop.definition());
        }
    }

    private static <T> void rename(Map<String, T> parts, String from, String to) {
        Optional.ofNullable(parts.remove(from)).ifPresent(part -> parts.put(to, part));
    }

    private static void keep(TableState table, String name, Object definition) {
        Optional.ofNullable(definition).ifPresent(known -> table.dropped().put(name, known));
    }
}
