package dev.autogen.differ;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sequences that a column both owns and draws from: the sequence needs the column and the column's default needs the
 * sequence, so the default comes last and goes first.
 */
final class OwnedSequences {
    private final Map<ColumnRef, Column> desiredOwners;
    private final Map<ColumnRef, Column> liveOwners;
    private final Steps steps;
    private final Set<ColumnRef> defaultLater = new HashSet<>();
    private final Set<ColumnRef> defaultGone = new HashSet<>();

    OwnedSequences(Catalog desired, Catalog live, Steps steps) {
        this.desiredOwners = owners(desired);
        this.liveOwners = owners(live);
        this.steps = steps;
    }

    private static Map<ColumnRef, Column> owners(Catalog catalog) {
        Map<ColumnRef, Column> owners = new HashMap<>();
        Set<QualifiedName> tables = new HashSet<>();
        Set<ColumnRef> refs = new HashSet<>();
        for (Sequence sequence : catalog.sequences()) {
            if (sequence.ownedBy() != null) {
                refs.add(sequence.ownedBy());
                tables.add(sequence.ownedBy().table());
            }
        }
        for (Table table : catalog.tables()) {
            if (tables.contains(table.name())) {
                for (Column column : table.columns()) {
                    ColumnRef ref = new ColumnRef(table.name(), column.name());
                    if (refs.contains(ref) && column.defaultValue() != null) {
                        owners.put(ref, column);
                    }
                }
            }
        }
        return owners;
    }

    /** The sequence comes after its owner, if that is new: its default waits for it. */
    void creates(Sequence sequence) {
        if (desiredOwners.containsKey(sequence.ownedBy())) {
            defaultLater.add(sequence.ownedBy());
        }
    }

    /** The sequence goes before its owner: the default goes before both. */
    void drops(Sequence sequence, Phase phase) {
        Column owner = liveOwners.get(sequence.ownedBy());
        if (owner != null && defaultGone.add(sequence.ownedBy())) {
            steps.add(phase, setDefault(sequence.ownedBy(), null, owner.defaultValue()), "its sequence goes");
        }
    }

    /** The new column as it is created at first; the rest follows in a step of its own. */
    Column created(QualifiedName table, Column column) {
        ColumnRef ref = new ColumnRef(table, column.name());
        if (!defaultLater.contains(ref)) {
            return column;
        }
        steps.add(Phase.ALTER_COLUMN, setDefault(ref, column.defaultValue(), null), List.of());
        return column.withDefault(null);
    }

    /** The column as it is when it is dropped. */
    Column dropped(QualifiedName table, Column column) {
        return defaultGone.contains(new ColumnRef(table, column.name())) ? column.withDefault(null) : column;
    }

    private static AlterColumn setDefault(ColumnRef column, SqlExpression to, SqlExpression from) {
        return new AlterColumn(column.table(), column.column(), List.of(new ColumnChange.Default(to, from)));
    }
}
