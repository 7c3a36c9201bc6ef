package dev.autogen.differ;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Gives names to what a model leaves unnamed, the ones that PostgreSQL would choose: a number follows where one is taken. */
final class Names {
    /** Tables, sequences, indexes: one name space a schema. */
    private final Set<QualifiedName> relations = new HashSet<>();
    /** PostgreSQL avoids a constraint name that is used anywhere in the schema. */
    private final Set<QualifiedName> constraints = new HashSet<>();

    private final Map<DefaultName, Integer> counters = new HashMap<>();

    void reserveRelation(QualifiedName name) {
        relations.add(name);
    }

    void reserveConstraint(QualifiedName table, Constraint constraint) {
        QualifiedName name = table.withName(constraint.name());
        constraints.add(name);
        if (constraint.hasIndex()) {
            relations.add(name);
        }
    }

    /** The constraint itself if it has a name, else the same with a name of its own. */
    Constraint named(Table table, Constraint constraint) {
        if (constraint.name() != null) {
            return constraint;
        }
        Constraint named = constraint.withName(choose(
                DefaultName.of(table, constraint),
                name -> constraints.contains(name) || (constraint.hasIndex() && relations.contains(name))));
        reserveConstraint(table.name(), named);
        return named;
    }

    /** The index itself if it has a name, else the same with a name of its own. */
    Index named(Table table, Index index) {
        if (index.name() != null) {
            return index;
        }
        Index named = index.withName(choose(DefaultName.of(table, index), relations::contains));
        reserveRelation(table.name().withName(named.name()));
        return named;
    }

    private String choose(DefaultName wanted, Predicate<QualifiedName> taken) {
        for (int number = counters.getOrDefault(wanted, 0); ; number++) {
            QualifiedName name = wanted.numbered(number);
            if (!taken.test(name)) {
                counters.put(wanted, number + 1);
                return name.name();
            }
        }
    }
}
