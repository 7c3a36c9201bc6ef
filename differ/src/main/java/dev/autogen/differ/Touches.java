package dev.autogen.differ;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.dependent.Touched;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropDomain;
import dev.autogen.schema.operation.DropEnum;
import dev.autogen.schema.operation.DropSequence;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.EnumUse;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RebuildEnum;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a run of operations PostgreSQL refuses while something hangs on it. A rename, another default, nullability or
 * comment, a new column: these it takes, and adapts what hangs on the table by itself.
 */
final class Touches {
    private final List<Operation> operations;
    private final LiveNames names;
    private final boolean back;
    private final Set<ColumnRef> addedColumns = new HashSet<>();
    private final Map<QualifiedName, PrimaryKey> addedKeys = new HashMap<>();

    private Touches(List<Operation> operations, LiveNames names, boolean back) {
        this.operations = operations;
        this.names = names;
        this.back = back;
        for (Operation operation : operations) {
            if (operation instanceof AddColumn add) {
                addedColumns.add(new ColumnRef(add.table(), add.column().name()));
            } else if (operation instanceof AddConstraint add && add.constraint() instanceof PrimaryKey key) {
                addedKeys.put(add.table(), key);
            }
        }
    }

    /** Of the operations that change what is live. */
    static Touches there(List<Operation> operations, LiveNames names) {
        return new Touches(operations, names, false);
    }

    /** Of the operations that bring back what is live: with it comes everything that anything could hang on. */
    static Touches back(List<Operation> operations, LiveNames names) {
        return new Touches(operations, names, true);
    }

    /** What becomes of something that is touched; the last ones are the worst. */
    enum Effect {
        /** A column gets another type. */
        RETYPED,
        /** It goes and comes back. */
        REMADE,
        /** It goes for good. */
        GONE
    }

    /** Everything that is touched, and the worst that becomes of it. */
    Map<Touched, Effect> all() {
        Map<Touched, Effect> all = new HashMap<>();
        operations.forEach(
                operation -> of(operation).forEach((touched, effect) -> all.merge(touched, effect, Touches::worse)));
        return all;
    }

    private static Effect worse(Effect one, Effect other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** What one of the operations touches. */
    Map<Touched, Effect> of(Operation operation) {
        if (operation instanceof AlterColumn alter) {
            return alter.changes().stream().anyMatch(ColumnChange.Type.class::isInstance)
                    ? Map.of(names.touched(alter.table(), alter.column()), Effect.RETYPED)
                    : Map.of();
        } else if (operation instanceof DropColumn drop) {
            boolean returns = addedColumns.contains(new ColumnRef(drop.table(), drop.name()));
            return Map.of(names.touched(drop.table(), drop.name()), returns ? Effect.REMADE : Effect.GONE);
        } else if (operation instanceof DropTable drop) {
            return Map.of(Touched.relation(names.table(drop.name())), Effect.GONE);
        } else if (operation instanceof DropSequence drop) {
            return Map.of(Touched.relation(drop.name()), Effect.GONE);
        } else if (operation instanceof DropEnum drop) {
            return Map.of(Touched.type(drop.name()), Effect.GONE);
        } else if (operation instanceof DropDomain drop) {
            return Map.of(Touched.type(drop.name()), Effect.GONE);
        } else if (operation instanceof RebuildEnum rebuild) {
            return of(rebuild);
        } else if (operation instanceof DropConstraint drop && drop.definition() instanceof PrimaryKey key) {
            return Map.of(names.key(drop.table(), drop.name()), effectOn(drop.table(), key));
        }
        return Map.of();
    }

    private Map<Touched, Effect> of(RebuildEnum rebuild) {
        Map<Touched, Effect> touched = new HashMap<>();
        touched.put(Touched.type(rebuild.to().name()), Effect.RETYPED);
        for (EnumUse use : rebuild.uses()) {
            touched.put(names.touched(use.column().table(), use.column().column()), Effect.RETYPED);
        }
        return touched;
    }

    /** A view that groups by the old key may select what the new one determines as well, if that asks for no more. */
    private Effect effectOn(QualifiedName table, PrimaryKey old) {
        PrimaryKey added = addedKeys.get(table);
        boolean serves = back || (added != null && old.columns().containsAll(added.columns()));
        return serves ? Effect.REMADE : Effect.GONE;
    }
}
