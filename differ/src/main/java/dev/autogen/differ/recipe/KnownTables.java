package dev.autogen.differ.recipe;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What matters of the tables, followed through the operations: which are new, which partitioned, what orders their rows. */
final class KnownTables {
    private final Map<QualifiedName, Known> tables = new HashMap<>();
    private final Set<QualifiedName> created = new HashSet<>();

    /**
     * A table.
     *
     * @param partitioned whether it is partitioned
     * @param key columns without nulls that order the rows; empty without a key
     */
    private record Known(boolean partitioned, List<String> key) {}

    private KnownTables() {}

    static KnownTables of(Catalog live) {
        KnownTables tables = new KnownTables();
        live.tables().forEach(tables::add);
        return tables;
    }

    private void add(Table table) {
        Stream<List<String>> keys = Stream.of(
                        Optional.ofNullable(table.primaryKey()).map(PrimaryKey::columns).stream(),
                        table.uniqueConstraints().stream().map(UniqueConstraint::columns),
                        table.indexes().stream().filter(KnownTables::isKey).map(KnownTables::columns))
                .flatMap(columns -> columns);
        List<String> key =
                keys.filter(columns -> isFilled(table, columns)).findFirst().orElse(List.of());
        tables.put(table.name(), new Known(table.partitionKey() != null, key));
    }

    private static boolean isKey(Index index) {
        return index.unique()
                && index.valid()
                && index.predicate() == null
                && index.keys().stream().allMatch(key -> key.column() != null);
    }

    private static List<String> columns(Index index) {
        return index.keys().stream().map(key -> key.column()).toList();
    }

    private static boolean isFilled(Table table, List<String> columns) {
        return columns.stream()
                .allMatch(name ->
                        table.column(name).map(Column::nullable).orElse(true).equals(false));
    }

    /** From here on the operations lead back: what was created is there. */
    void turnBack() {
        created.clear();
    }

    /** Whether it is a table that was there before, and so may hold rows; a view that comes back with its indexes is none. */
    boolean isLive(QualifiedName table) {
        return tables.containsKey(table) && !created.contains(table);
    }

    boolean isPartitioned(QualifiedName table) {
        return known(table).partitioned();
    }

    /** Columns without nulls that order the rows; empty where none are known. */
    List<String> key(QualifiedName table) {
        return known(table).key();
    }

    private Known known(QualifiedName table) {
        return tables.getOrDefault(table, new Known(false, List.of()));
    }

    /** From here on the operation has been carried out. */
    void follow(Operation operation) {
        if (operation instanceof CreateTable create) {
            add(create.table());
            created.add(create.table().name());
        } else if (operation instanceof DropTable drop) {
            tables.remove(drop.name());
            created.remove(drop.name());
        } else if (operation instanceof RenameTable rename) {
            QualifiedName to = rename.from().withName(rename.to());
            tables.put(to, known(rename.from()));
            tables.remove(rename.from());
        } else if (operation instanceof RenameColumn rename) {
            Known known = known(rename.table());
            List<String> key = known.key().stream()
                    .map(column -> column.equals(rename.from()) ? rename.to() : column)
                    .toList();
            tables.put(rename.table(), new Known(known.partitioned(), key));
        } else if (operation instanceof AddConstraint add && add.constraint() instanceof PrimaryKey key) {
            tables.put(add.table(), new Known(isPartitioned(add.table()), key.columns()));
        } else if (operation instanceof DropColumn drop) {
            loseKey(drop.table(), drop.name());
        } else if (operation instanceof AlterColumn alter
                && alter.changes().contains(new ColumnChange.Nullability(true))) {
            loseKey(alter.table(), alter.column());
        }
    }

    private void loseKey(QualifiedName table, String column) {
        if (key(table).contains(column)) {
            tables.put(table, new Known(isPartitioned(table), List.of()));
        }
    }
}
