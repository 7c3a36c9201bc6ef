package dev.autogen.differ.recipe;

import dev.autogen.differ.recipe.Footprint.Reach;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.CreateDependent;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropDependent;
import dev.autogen.schema.operation.Operation;
import java.util.Collections;
import java.util.List;

/** Which of the indexes that go may stay until those that come are there. */
final class Replacements {
    private final List<Operation> operations;
    private final List<Footprint> footprints;
    private final boolean dependents;

    /** For the operations of one direction. */
    Replacements(List<Operation> operations) {
        this.operations = operations;
        this.footprints = operations.stream().map(Footprint::of).toList();
        this.dependents = operations.stream()
                .anyMatch(operation -> operation instanceof CreateDependent || operation instanceof DropDependent);
    }

    /** Whether something that comes later needs its name, or changes a column that it is over, so that it makes way first. */
    boolean makesWay(int place, QualifiedName table, String name) {
        Footprint dropped = footprints.get(place);
        for (int i = place + 1; i < operations.size(); i++) {
            Footprint later = footprints.get(i);
            boolean takesName = !Collections.disjoint(dropped.names(), later.names())
                    && !isBuiltInstead(operations.get(i), table, name);
            if (takesName || !Collections.disjoint(dropped.used(), later.shaped())) {
                return true;
            }
        }
        return false;
    }

    /** Whether what makes way for nobody is to wait for an index that is built later on the same table. */
    boolean waits(int place, QualifiedName table) {
        for (int i = operations.size() - 1; i > place; i--) {
            if (isBuilt(operations.get(i), table)) {
                return footprints.subList(place, i).stream()
                        .noneMatch(between -> between.reach() == Reach.EVERYTHING || between.reach() == Reach.EARLIER);
            }
        }
        return false;
    }

    /** Whether views and the like make way and come back: they may hang on a key. */
    boolean hasDependents() {
        return dependents;
    }

    private static boolean isBuiltInstead(Operation operation, QualifiedName table, String name) {
        if (operation instanceof CreateIndex create) {
            return isBuilt(operation, table) && create.index().name().equals(name);
        }
        return isBuilt(operation, table)
                && ((AddConstraint) operation).constraint().name().equals(name);
    }

    private static boolean isBuilt(Operation operation, QualifiedName table) {
        return (operation instanceof CreateIndex create && create.table().equals(table))
                || (operation instanceof AddConstraint add
                        && add.table().equals(table)
                        && canUseIndex(add.constraint()));
    }

    /** Whether PostgreSQL makes the constraint of an index that is there. */
    static boolean canUseIndex(Constraint constraint) {
        return (constraint instanceof PrimaryKey key && !key.withoutOverlaps())
                || (constraint instanceof UniqueConstraint unique && !unique.withoutOverlaps());
    }
}
