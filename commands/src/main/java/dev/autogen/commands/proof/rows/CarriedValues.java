package dev.autogen.commands.proof.rows;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Columns whose values are carried over to another one before they go: for the rows that is a rename. */
final class CarriedValues {
    private CarriedValues() {}

    /**
     * The operations with each column that comes, and the one that goes for it, as a rename.
     *
     * @param operations what is run
     * @param asked what was asked for, renames among it
     */
    static List<Operation> renamed(List<Operation> operations, List<Operation> asked) {
        Set<ColumnRef> comes = new HashSet<>();
        Set<ColumnRef> goes = new HashSet<>();
        for (Operation operation : operations) {
            if (operation instanceof AddColumn add) {
                comes.add(new ColumnRef(add.table(), add.column().name()));
            } else if (operation instanceof DropColumn drop) {
                goes.add(new ColumnRef(drop.table(), drop.name()));
            }
        }
        List<Operation> renamed = new ArrayList<>();
        Set<ColumnRef> told = new HashSet<>();
        for (Operation operation : asked) {
            if (operation instanceof RenameColumn rename) {
                ColumnRef from = new ColumnRef(rename.table(), rename.from());
                ColumnRef to = new ColumnRef(rename.table(), rename.to());
                if (goes.contains(from) && comes.contains(to)) {
                    renamed.add(rename);
                    told.add(from);
                    told.add(to);
                }
            }
        }
        for (Operation operation : operations) {
            boolean part = (operation instanceof AddColumn add
                            && told.contains(
                                    new ColumnRef(add.table(), add.column().name())))
                    || isGoing(operation, told);
            if (!part) {
                renamed.add(operation);
            }
        }
        return renamed;
    }

    private static boolean isGoing(Operation operation, Set<ColumnRef> columns) {
        return operation instanceof DropColumn drop && columns.contains(new ColumnRef(drop.table(), drop.name()));
    }
}
