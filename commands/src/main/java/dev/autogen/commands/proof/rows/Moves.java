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
    /** By what they are called now, what they were called. */
    private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();

    private final Map<ColumnRef, ColumnRef> columns = new HashMap<>();

    private final Map<QualifiedName, QualifiedName> tablesNow = new HashMap<>();
    private final Map<ColumnRef, String> columnsNow = new HashMap<>();

    private Moves() {}

    static Moves of(List<Operation> operations) {
        Moves moves = new Moves();
        for (Operation operation : operations) {
            if (operation instanceof RenameTable rename) {
                moves.rename(rename);
            } else if (operation instanceof RenameColumn rename) {
                moves.rename(rename);
            }
        }
        moves.tables.forEach((now, was) -> moves.tablesNow.put(was, now));
        moves.columns.forEach((now, was) -> moves.columnsNow.put(was, now.column()));
        return moves;
    }

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

    /** What a table is called now. */
    QualifiedName table(QualifiedName was) {
        return tablesNow.getOrDefault(was, was);
    }

    /** What a column is called now; a column of that name may as well be another one, which took its place. */
    String column(QualifiedName table, String was) {
        return columnsNow.getOrDefault(new ColumnRef(table, was), was);
    }
}
