package dev.autogen.commands.proof.rows;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where tables and columns are after operations that rename them. */
final class Moves {
    /** By what they were called, what they are called now. */
    private final Map<QualifiedName, QualifiedName> tables;

    private final Map<ColumnRef, String> columns;

    /**
     * @param tables what tables are called now, by what they were called
     * @param columns what columns are called now, by what they and their tables were called
     */
    Moves(Map<QualifiedName, QualifiedName> tables, Map<ColumnRef, String> columns) {
        this.tables = Map.copyOf(tables);
        this.columns = Map.copyOf(columns);
    }

    static Moves of(List<Operation> operations) {
        Following following = new Following();
        for (Operation operation : operations) {
            if (operation instanceof RenameTable rename) {
                following.rename(rename);
            } else if (operation instanceof RenameColumn rename) {
                following.rename(rename);
            }
        }
        return following.moves();
    }

    /** Goes from one operation to the next. */
    private static final class Following {
        /** By what they are called now, what they were called. */
        private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();

        private final Map<ColumnRef, ColumnRef> columns = new HashMap<>();

        private void rename(RenameTable rename) {
            QualifiedName now = rename.from().withName(rename.to());
            QualifiedName was = tables.remove(rename.from());
            tables.put(now, was == null ? rename.from() : was);
        }

        private void rename(RenameColumn rename) {
            QualifiedName table = tables.getOrDefault(rename.table(), rename.table());
            ColumnRef was = columns.remove(new ColumnRef(table, rename.from()));
            columns.put(new ColumnRef(table, rename.to()), was == null ? new ColumnRef(table, rename.from()) : was);
        }

        private Moves moves() {
            Map<QualifiedName, QualifiedName> tablesNow = new HashMap<>();
            Map<ColumnRef, String> columnsNow = new HashMap<>();
            tables.forEach((now, was) -> tablesNow.put(was, now));
            columns.forEach((now, was) -> columnsNow.put(was, now.column()));
            return new Moves(tablesNow, columnsNow);
        }
    }

    /** What a table is called now. */
    QualifiedName table(QualifiedName was) {
        return tables.getOrDefault(was, was);
    }

    /** What a column is called now; a column of that name may as well be another one, which took its place. */
    String column(QualifiedName table, String was) {
        return columns.getOrDefault(new ColumnRef(table, was), was);
    }
}
