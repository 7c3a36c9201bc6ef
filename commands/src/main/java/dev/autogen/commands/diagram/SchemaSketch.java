package dev.autogen.commands.diagram;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameConstraint;
import dev.autogen.schema.operation.RenameTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Tables as a diagram shows them, columns with their types and keys, and what becomes of them when operations run. It
 * knows as much as the operations say: what SQL of an author does is not seen.
 *
 * @param tables the tables by name
 */
public record SchemaSketch(Map<QualifiedName, Table> tables) {
    /** No table at all. */
    public static final SchemaSketch EMPTY = new SchemaSketch(Map.of());

    public SchemaSketch {
        tables = Map.copyOf(tables);
    }

    /** A sketch of these tables. */
    public static SchemaSketch of(Collection<Table> tables) {
        Map<QualifiedName, Table> byName = new TreeMap<>();
        tables.forEach(table -> byName.put(table.name(), drawn(table)));
        return new SchemaSketch(byName);
    }

    /** The tables after these operations. */
    public SchemaSketch after(List<Operation> operations) {
        Map<QualifiedName, Table> changed = new TreeMap<>(tables);
        operations.forEach(operation -> apply(operation, changed));
        return new SchemaSketch(changed);
    }

    /** Keys are drawn; checks, exclusions and comments are not. */
    private static Table drawn(Table table) {
        return Table.of(table.name(), table.columns())
                .withConstraints(
                        table.constraints().stream().filter(SchemaSketch::isKey).toList());
    }

    private static boolean isKey(Constraint constraint) {
        return constraint instanceof PrimaryKey
                || constraint instanceof UniqueConstraint
                || constraint instanceof ForeignKey;
    }

    private static void apply(Operation operation, Map<QualifiedName, Table> tables) {
        if (operation instanceof CreateTable create) {
            tables.put(create.table().name(), drawn(create.table()));
        } else if (operation instanceof DropTable drop) {
            tables.remove(drop.name());
        } else if (operation instanceof RenameTable rename) {
            rename(tables, rename.from(), rename.from().withName(rename.to()));
        } else if (operation instanceof AddColumn add) {
            columns(tables, add.table(), columns -> with(columns, add.column()));
        } else if (operation instanceof DropColumn drop) {
            dropColumn(tables, drop.table(), drop.name());
        } else if (operation instanceof RenameColumn rename) {
            renameColumn(tables, rename.table(), rename.from(), rename.to());
        } else if (operation instanceof AlterColumn alter) {
            columns(
                    tables,
                    alter.table(),
                    columns -> columns.stream()
                            .map(column ->
                                    column.name().equals(alter.column()) ? altered(column, alter.changes()) : column)
                            .toList());
        } else if (operation instanceof AddConstraint add && isKey(add.constraint())) {
            constraints(tables, add.table(), all -> with(all, add.constraint()));
        } else if (operation instanceof DropConstraint drop) {
            constraints(
                    tables,
                    drop.table(),
                    all -> all.stream()
                            .filter(constraint -> !drop.name().equals(constraint.name()))
                            .toList());
        } else if (operation instanceof RenameConstraint rename) {
            constraints(
                    tables,
                    rename.table(),
                    all -> all.stream()
                            .map(constraint -> rename.from().equals(constraint.name())
                                    ? constraint.withName(rename.to())
                                    : constraint)
                            .toList());
        }
    }

    private static Column altered(Column column, List<ColumnChange> changes) {
        Column altered = column;
        for (ColumnChange change : changes) {
            if (change instanceof ColumnChange.Type type) {
                altered = altered.withType(type.to());
            } else if (change instanceof ColumnChange.Nullability nullability) {
                altered = altered.withNullable(nullability.nullable());
            }
        }
        return altered;
    }

    /** With a column go the keys that hold it, in its table and those that point at it. */
    private static void dropColumn(Map<QualifiedName, Table> tables, QualifiedName table, String column) {
        columns(
                tables,
                table,
                columns -> columns.stream()
                        .filter(each -> !each.name().equals(column))
                        .toList());
        for (QualifiedName name : List.copyOf(tables.keySet())) {
            constraints(
                    tables,
                    name,
                    all -> all.stream()
                            .filter(constraint ->
                                    !(name.equals(table) && constraint.columns().contains(column)))
                            .filter(constraint -> !(constraint instanceof ForeignKey key
                                    && key.target().equals(table)
                                    && key.targetColumns().contains(column)))
                            .toList());
        }
    }

    private static void rename(Map<QualifiedName, Table> tables, QualifiedName from, QualifiedName to) {
        Table renamed = tables.remove(from);
        if (renamed != null) {
            tables.put(to, renamed.withName(to));
            keys(tables, key -> key.target().equals(from) ? pointing(key, to, key.targetColumns()) : key);
        }
    }

    private static void renameColumn(Map<QualifiedName, Table> tables, QualifiedName table, String from, String to) {
        UnaryOperator<List<String>> named = names ->
                names.stream().map(name -> name.equals(from) ? to : name).toList();
        columns(
                tables,
                table,
                columns -> columns.stream()
                        .map(column -> column.name().equals(from) ? column.withName(to) : column)
                        .toList());
        constraints(
                tables,
                table,
                all -> all.stream()
                        .map(constraint -> renamed(constraint, named))
                        .toList());
        keys(tables, key -> key.target().equals(table) ? pointing(key, table, named.apply(key.targetColumns())) : key);
    }

    private static Constraint renamed(Constraint constraint, UnaryOperator<List<String>> named) {
        if (constraint instanceof PrimaryKey key) {
            return PrimaryKey.of(key.name(), named.apply(key.columns()));
        } else if (constraint instanceof UniqueConstraint unique) {
            return UniqueConstraint.of(unique.name(), named.apply(unique.columns()));
        } else if (constraint instanceof ForeignKey key) {
            return ForeignKey.of(key.name(), named.apply(key.columns()), key.target(), key.targetColumns());
        }
        return constraint;
    }

    private static ForeignKey pointing(ForeignKey key, QualifiedName target, List<String> columns) {
        return ForeignKey.of(key.name(), key.columns(), target, columns);
    }

    private static void keys(Map<QualifiedName, Table> tables, UnaryOperator<ForeignKey> change) {
        for (QualifiedName name : List.copyOf(tables.keySet())) {
            constraints(
                    tables,
                    name,
                    all -> all.stream()
                            .map(constraint -> constraint instanceof ForeignKey key ? change.apply(key) : constraint)
                            .toList());
        }
    }

    private static void columns(
            Map<QualifiedName, Table> tables, QualifiedName table, UnaryOperator<List<Column>> change) {
        tables.computeIfPresent(table, (name, old) -> old.withColumns(change.apply(old.columns())));
    }

    private static void constraints(
            Map<QualifiedName, Table> tables, QualifiedName table, UnaryOperator<List<Constraint>> change) {
        tables.computeIfPresent(table, (name, old) -> old.withConstraints(change.apply(old.constraints())));
    }

    private static <T> List<T> with(List<T> items, T item) {
        return Stream.concat(items.stream(), Stream.of(item)).toList();
    }
}
