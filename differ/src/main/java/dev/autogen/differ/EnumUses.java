package dev.autogen.differ;

import static java.util.Collections.disjoint;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.DataType;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AddEnumValue;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.EnumUse;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RebuildEnum;
import dev.autogen.schema.operation.RenameConstraint;
import dev.autogen.schema.operation.RenameIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The columns of enum types while changes are carried out one after the other. A type that is made anew has to convert
 * those that are there at that moment, and so has the way back of a label that is added.
 */
public final class EnumUses {
    private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();

    private final Set<QualifiedName> types = new HashSet<>();

    private EnumUses(Catalog live) {
        live.enumTypes().forEach(type -> types.add(type.name()));
        live.tables().forEach(table -> tables.put(table.name(), table));
    }

    /**
     * The changes, where those of enum types know of the columns.
     *
     * @param live what is there before, by the names that tables and columns have then
     */
    public static List<Change> known(List<Change> changes, Catalog live) {
        if (changes.stream().noneMatch(change -> isOfLabels(change.operation()))) {
            return changes;
        }
        EnumUses uses = new EnumUses(live);
        List<Change> known = new ArrayList<>();
        for (Change change : changes) {
            known.add(new Change(uses.known(change.operation()), change.reasons()));
            uses.follow(change.operation());
        }
        return known;
    }

    private static boolean isOfLabels(Operation operation) {
        return operation instanceof AddEnumValue || operation instanceof RebuildEnum;
    }

    private Operation known(Operation operation) {
        if (operation instanceof AddEnumValue add) {
            return add.with(of(add.name()), makingWay(add.name()));
        } else if (operation instanceof RebuildEnum rebuild) {
            return new RebuildEnum(rebuild.to(), rebuild.from(), of(rebuild.to().name()));
        }
        return operation;
    }

    private List<EnumUse> of(QualifiedName type) {
        List<EnumUse> uses = new ArrayList<>();
        for (Table table : tables.values()) {
            table.columns().stream()
                    .filter(column -> isOf(column, type))
                    .map(column -> new EnumUse(
                            new ColumnRef(table.name(), column.name()),
                            TypeComparison.isArray(column.type()),
                            column.defaultValue()))
                    .forEach(uses::add);
        }
        return uses;
    }

    /** A column of an entity model does not say in which schema a type is that is found by its name alone. */
    private boolean isOf(Column column, QualifiedName type) {
        QualifiedName found = EnumComparison.typeName(column.type());
        boolean byName = found.schema() == null && !DataType.isTaken(found.name()) && !types.contains(found);
        return found.equals(byName ? QualifiedName.of(type.name()) : type);
    }

    /** What PostgreSQL does not let such columns be converted under: conditions on them, and what is computed from them. */
    private List<Operation> makingWay(QualifiedName type) {
        Map<QualifiedName, Set<String>> converted = columns((table, column) -> isOf(column, type));
        Map<QualifiedName, Set<String>> remade = columns((table, column) -> column.generated() != null
                && Mentions.any(of(converted, table), column.generated().expression()));
        List<Operation> foreignKeys = new ArrayList<>();
        List<Operation> parts = new ArrayList<>();
        List<Operation> columns = new ArrayList<>();
        for (Table table : tables.values()) {
            Set<String> values = of(converted, table.name());
            Set<String> gone = of(remade, table.name());
            for (Constraint constraint : table.constraints()) {
                DropConstraint drop = new DropConstraint(table.name(), constraint.name(), constraint);
                if (constraint instanceof ForeignKey key && !disjoint(of(remade, key.target()), key.targetColumns())) {
                    foreignKeys.add(drop);
                } else if (Mentions.any(gone, constraint) || isOfValues(values, constraint)) {
                    parts.add(drop);
                }
            }
            for (Index index : table.indexes()) {
                if (Mentions.any(gone, index) || Mentions.anyInExpressions(values, index)) {
                    parts.add(new DropIndex(table.name(), index.name(), index, false));
                }
            }
            table.columns().stream()
                    .filter(column -> gone.contains(column.name()))
                    .forEach(column -> columns.add(new DropColumn(table.name(), column.name(), column)));
        }
        return Stream.of(foreignKeys, parts, columns).flatMap(List::stream).toList();
    }

    private Map<QualifiedName, Set<String>> columns(BiPredicate<QualifiedName, Column> which) {
        Map<QualifiedName, Set<String>> columns = new HashMap<>();
        tables.forEach((name, table) -> table.columns().stream()
                .filter(column -> which.test(name, column))
                .forEach(column ->
                        columns.computeIfAbsent(name, key -> new HashSet<>()).add(column.name())));
        return columns;
    }

    private static Set<String> of(Map<QualifiedName, Set<String>> columns, QualifiedName table) {
        return columns.getOrDefault(table, Set.of());
    }

    private static boolean isOfValues(Set<String> columns, Constraint constraint) {
        return (constraint instanceof CheckConstraint || constraint instanceof ExclusionConstraint)
                && Mentions.any(columns, constraint);
    }

    private void follow(Operation operation) {
        if (operation instanceof CreateEnum create) {
            types.add(create.type().name());
        } else if (operation instanceof CreateTable create) {
            tables.put(create.table().name(), create.table());
        } else if (operation instanceof DropTable drop) {
            tables.remove(drop.name());
        } else if (operation instanceof AddColumn add) {
            change(add.table(), table -> table.withColumns(with(table.columns(), add.column())));
        } else if (operation instanceof DropColumn drop) {
            change(
                    drop.table(),
                    table -> table.withColumns(table.columns().stream()
                            .filter(column -> !column.name().equals(drop.name()))
                            .toList()));
        } else if (operation instanceof AlterColumn alter) {
            change(alter.table(), table -> altered(table, alter));
        } else if (operation instanceof AddConstraint add) {
            change(add.table(), table -> table.withConstraints(with(table.constraints(), add.constraint())));
        } else if (operation instanceof DropConstraint drop) {
            constraint(drop.table(), drop.name(), null);
        } else if (operation instanceof RenameConstraint rename) {
            constraint(rename.table(), rename.from(), rename.to());
        } else if (operation instanceof CreateIndex create) {
            change(create.table(), table -> table.withIndexes(with(table.indexes(), create.index())));
        } else if (operation instanceof DropIndex drop) {
            index(drop.table(), drop.name(), null);
        } else if (operation instanceof RenameIndex rename) {
            index(rename.table(), rename.from(), rename.to());
        }
    }

    private void change(QualifiedName table, UnaryOperator<Table> change) {
        tables.computeIfPresent(table, (name, found) -> change.apply(found));
    }

    private static <T> List<T> with(List<T> things, T another) {
        List<T> all = new ArrayList<>(things);
        all.add(another);
        return all;
    }

    private static Table altered(Table table, AlterColumn alter) {
        return table.withColumns(table.columns().stream()
                .map(column -> column.name().equals(alter.column()) ? altered(column, alter) : column)
                .toList());
    }

    private static Column altered(Column column, AlterColumn alter) {
        Column altered = column;
        for (ColumnChange change : alter.changes()) {
            if (change instanceof ColumnChange.Type type) {
                altered = altered.withType(type.to());
            } else if (change instanceof ColumnChange.Default value) {
                altered = altered.withDefault(value.to());
            }
        }
        return altered;
    }

    private void constraint(QualifiedName name, String from, String to) {
        change(
                name,
                table -> table.withConstraints(table.constraints().stream()
                        .filter(constraint -> to != null || !constraint.name().equals(from))
                        .map(constraint -> constraint.name().equals(from) ? constraint.withName(to) : constraint)
                        .toList()));
    }

    private void index(QualifiedName name, String from, String to) {
        change(
                name,
                table -> table.withIndexes(table.indexes().stream()
                        .filter(index -> to != null || !index.name().equals(from))
                        .map(index -> index.name().equals(from) ? index.withName(to) : index)
                        .toList()));
    }
}
