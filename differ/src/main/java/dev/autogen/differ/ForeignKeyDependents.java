package dev.autogen.differ;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Foreign keys that have to make way because of what happens to the table they point at, or to the type of a column. */
final class ForeignKeyDependents {
    private final Map<QualifiedName, TableDelta> deltas;
    private final Map<QualifiedName, Set<Set<String>>> lostKeys = new HashMap<>();
    private final Map<QualifiedName, Set<Set<String>>> lastingKeys = new HashMap<>();
    private final Set<QualifiedName> droppedTables;

    ForeignKeyDependents(Map<QualifiedName, TableDelta> deltas, Set<QualifiedName> droppedTables) {
        this.deltas = deltas;
        this.droppedTables = droppedTables;
        deltas.forEach((name, delta) -> {
            lostKeys.put(name, delta.lostKeys());
            lastingKeys.put(name, delta.lastingKeys());
        });
    }

    void makeWay() {
        deltas.values().forEach(delta -> delta.constraints().replaceAll(fate -> revised(delta, fate)));
    }

    private Fate<Constraint> revised(TableDelta delta, Fate<Constraint> fate) {
        if (fate.goes() || !(fate.live() instanceof ForeignKey key)) {
            return fate;
        }
        if (droppedTables.contains(key.target())) {
            return Fate.dropped(key, "table " + key.target() + " is dropped");
        }
        if (intersects(key.columns(), delta.converted())) {
            return fate.recreated("a column of it changes its type");
        }
        TableDelta target = deltas.get(key.target());
        if (target == null) {
            return fate;
        }
        if (intersects(key.targetColumns(), target.converted())) {
            return fate.recreated("a column it points at changes its type");
        }
        Set<String> columns = TableDelta.target(key);
        if (!lostKeys.get(key.target()).contains(columns)) {
            return fate;
        }
        return lastingKeys.get(key.target()).contains(columns)
                ? fate.recreated("the key it points at is made anew")
                : Fate.dropped(key, "the key it points at is dropped");
    }

    /** Whether the key or the columns that a foreign key points at change before its own table, which is dropped, goes. */
    boolean losesTarget(ForeignKey key) {
        TableDelta target = deltas.get(key.target());
        return target != null
                && (lostKeys.get(key.target()).contains(TableDelta.target(key))
                        || intersects(key.targetColumns(), target.retyped()));
    }

    /** Whether a new foreign key can be made as soon as its target exists, before the target is changed. */
    boolean canBeInline(ForeignKey key) {
        TableDelta target = deltas.get(key.target());
        return target == null
                || (target.stayingKeys().contains(TableDelta.target(key))
                        && !intersects(key.targetColumns(), target.retyped())
                        && !intersects(key.targetColumns(), names(target)));
    }

    private static Set<String> names(TableDelta delta) {
        Set<String> names = new HashSet<>();
        delta.addedColumns().keySet().forEach(column -> names.add(column.name()));
        return names;
    }

    private static boolean intersects(Collection<String> some, Collection<String> others) {
        return !Collections.disjoint(some, others);
    }
}
