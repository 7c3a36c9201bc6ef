package dev.autogen.differ;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.dependent.Touched;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What tables and columns are called in the database, by the names that operations give them. */
final class LiveNames {
    private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    private final Map<ColumnRef, String> columns = new HashMap<>();
    private final Map<QualifiedName, String> keys = new HashMap<>();
    private final Set<Touched> renamed = new HashSet<>();

    /** The names before operations that begin with their renames. */
    LiveNames(List<Operation> operations) {
        for (Operation operation : operations) {
            if (operation instanceof RenameTable rename) {
                QualifiedName live = table(rename.from());
                tables.put(rename.from().withName(rename.to()), live);
                renamed.add(Touched.relation(live));
            } else if (operation instanceof RenameColumn rename) {
                String live = column(rename.table(), rename.from());
                columns.put(new ColumnRef(rename.table(), rename.to()), live);
                renamed.add(Touched.column(table(rename.table()), live));
            } else if (operation instanceof DropConstraint drop && drop.definition() instanceof PrimaryKey) {
                keys.put(table(drop.table()), drop.name());
            }
        }
    }

    /** The primary key that a table has now, whatever the one is called that takes its place. */
    Touched key(QualifiedName table, String name) {
        QualifiedName live = table(table);
        return Touched.key(live, keys.getOrDefault(live, name));
    }

    QualifiedName table(QualifiedName table) {
        return tables.getOrDefault(table, table);
    }

    Touched touched(QualifiedName table, String column) {
        return Touched.column(table(table), column(table, column));
    }

    /** The tables and columns that are called otherwise afterwards. */
    Set<Touched> renamed() {
        return renamed;
    }

    private String column(QualifiedName table, String column) {
        return columns.getOrDefault(new ColumnRef(table, column), column);
    }
}
