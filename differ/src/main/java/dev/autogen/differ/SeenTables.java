package dev.autogen.differ;

import static java.util.stream.Collectors.joining;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.dependent.Touched;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RebuildEnum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Tables as a view sees them, before and after a run of operations: the types of their columns and the primary key, by
 * which it may group. A table or column that is called otherwise afterwards is seen by no view that makes way.
 */
final class SeenTables {
    private final Catalog live;
    private final LiveNames names;
    private final Map<Touched, Column> retyped = new HashMap<>();
    private final Set<Touched> dropped = new HashSet<>();
    private final Map<QualifiedName, Optional<PrimaryKey>> keys = new HashMap<>();
    private final Map<QualifiedName, CreateEnum> rebuilt = new HashMap<>();

    SeenTables(Catalog live, List<Operation> operations, LiveNames names) {
        this.live = live;
        this.names = names;
        operations.forEach(this::follow);
    }

    private void follow(Operation operation) {
        if (operation instanceof DropColumn drop) {
            dropped.add(names.touched(drop.table(), drop.name()));
        } else if (operation instanceof AddColumn add) {
            if (dropped.remove(names.touched(add.table(), add.column().name()))) {
                become(add.table(), add.column());
            }
        } else if (operation instanceof AlterColumn alter) {
            for (ColumnChange change : alter.changes()) {
                if (change instanceof ColumnChange.Type type) {
                    become(alter.table(), Column.of(alter.column(), type.to()).withCollation(type.collation()));
                }
            }
        } else if (operation instanceof DropConstraint drop && drop.definition() instanceof PrimaryKey) {
            keys.put(names.table(drop.table()), Optional.empty());
        } else if (operation instanceof AddConstraint add && add.constraint() instanceof PrimaryKey key) {
            keys.put(names.table(add.table()), Optional.of(key));
        } else if (operation instanceof RebuildEnum rebuild) {
            rebuilt.put(rebuild.to().name(), new CreateEnum(rebuild.to()));
        }
    }

    private void become(QualifiedName table, Column column) {
        retyped.put(names.touched(table, column.name()), bare(column));
    }

    boolean isKnown(QualifiedName table) {
        return live.table(table).isPresent();
    }

    /** What makes those of the tables that are known as they are. */
    List<Operation> before(Collection<QualifiedName> tables) {
        List<Operation> made = new ArrayList<>();
        for (QualifiedName name : tables) {
            live.table(name)
                    .ifPresent(table -> made.add(made(
                            name, table.columns().stream().map(SeenTables::bare).toList(), table.primaryKey())));
        }
        return made;
    }

    /** What makes them as they will be, with the types that are made anew. */
    List<Operation> after(Collection<QualifiedName> tables) {
        List<Operation> made = new ArrayList<>();
        for (QualifiedName name : tables) {
            live.table(name).ifPresent(table -> {
                List<Column> columns = table.columns().stream()
                        .filter(column -> !isGone(name, column))
                        .map(column -> after(name, column))
                        .toList();
                columns.stream()
                        .flatMap(column -> rebuilt(column).stream())
                        .filter(type -> !made.contains(type))
                        .forEach(type -> made.add(0, type));
                made.add(made(
                        name,
                        columns,
                        keys.getOrDefault(name, Optional.ofNullable(table.primaryKey()))
                                .orElse(null)));
            });
        }
        return made;
    }

    /** What becomes of the columns, in words; empty where none gets another type. */
    String changes(Collection<Touched> columns) {
        return columns.stream()
                .filter(touched -> touched.kind() == Touched.Kind.COLUMN)
                .flatMap(touched -> change(touched).stream())
                .sorted()
                .distinct()
                .collect(joining(", and "));
    }

    private Optional<String> change(Touched touched) {
        Optional<Column> found = live.table(touched.object()).flatMap(table -> table.column(touched.part()));
        return found.flatMap(column -> {
            Column after = after(touched.object(), column);
            if (!after.type().equals(column.type()) || !Objects.equals(after.collation(), column.collation())) {
                return Optional.of(Descriptions.ofChange(touched.object(), column, after));
            }
            return rebuilt(column).map(type -> touched + ", whose type " + column.type() + " gets other values");
        });
    }

    private boolean isGone(QualifiedName table, Column column) {
        return dropped.contains(Touched.column(table, column.name()));
    }

    private Column after(QualifiedName table, Column column) {
        return retyped.getOrDefault(Touched.column(table, column.name()), bare(column));
    }

    private Optional<CreateEnum> rebuilt(Column column) {
        DataType type = column.type();
        return type.isBuiltIn()
                ? Optional.empty()
                : Optional.ofNullable(rebuilt.get(new QualifiedName(type.schema(), type.name())));
    }

    private static Operation made(QualifiedName name, List<Column> columns, PrimaryKey key) {
        Table table = Table.of(name, columns);
        boolean whole = key != null
                && key.columns().stream()
                        .allMatch(column -> table.column(column).isPresent());
        return new CreateTable(whole ? table.withConstraints(List.of(PrimaryKey.of(null, key.columns()))) : table);
    }

    private static Column bare(Column column) {
        return Column.of(column.name(), column.type()).withCollation(column.collation());
    }
}
