package dev.autogen.conformance.cases;

import dev.autogen.differ.SchemaDiff;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.OperationSummary;
import dev.autogen.schema.operation.SetEnumComment;
import dev.autogen.schema.operation.SetSchemaComment;
import dev.autogen.schema.operation.SetTableComment;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What happens to a kind of object.
 *
 * @param kind the kind, such as {@code foreign key} or {@code column type}
 * @param action what happens to it
 */
record Facet(String kind, Action action) {

    /** What can happen to an object. */
    enum Action {
        ADD,
        CHANGE,
        DROP,
        RENAME
    }

    /** What a difference does. An object that is dropped and added again under its name is changed. */
    static Set<Facet> of(SchemaDiff diff) {
        Map<String, Facet> byObject = new HashMap<>();
        Set<Facet> facets = new LinkedHashSet<>();
        for (Operation operation : diff.upgrade()) {
            if (operation instanceof AlterColumn alter) {
                alter.changes().forEach(change -> facets.add(of(change)));
                continue;
            }
            if (operation instanceof SetTableComment comment) {
                facets.add(comesOrGoes("table comment", comment.from(), comment.to()));
                continue;
            }
            if (operation instanceof SetEnumComment comment) {
                facets.add(comesOrGoes("enum comment", comment.from(), comment.to()));
                continue;
            }
            if (operation instanceof SetSchemaComment comment) {
                facets.add(comesOrGoes("schema comment", comment.from(), comment.to()));
                continue;
            }
            OperationSummary summary = OperationSummary.of(operation);
            byObject.merge(
                    summary.kind() + " " + summary.name(),
                    new Facet(kind(summary), action(summary)),
                    (first, second) -> new Facet(first.kind, Action.CHANGE));
        }
        facets.addAll(byObject.values());
        return facets;
    }

    private static String kind(OperationSummary summary) {
        return summary.kind().equals("unique index") ? "index" : summary.kind();
    }

    private static Action action(OperationSummary summary) {
        return switch (summary.sign()) {
            case ADDED -> Action.ADD;
            case REMOVED -> Action.DROP;
            case CHANGED -> summary.details().startsWith("renamed to ") ? Action.RENAME : Action.CHANGE;
        };
    }

    private static Facet of(ColumnChange change) {
        if (change instanceof ColumnChange.Default given) {
            return comesOrGoes("column default", given.from(), given.to());
        }
        if (change instanceof ColumnChange.Comment given) {
            return comesOrGoes("column comment", given.from(), given.to());
        }
        if (change instanceof ColumnChange.Numbering given) {
            return comesOrGoes("column identity", given.existing() ? given : null, given.to());
        }
        if (change instanceof ColumnChange.Nullability given) {
            return new Facet("column NOT NULL", given.nullable() ? Action.DROP : Action.ADD);
        }
        return new Facet("column type", Action.CHANGE);
    }

    private static Facet comesOrGoes(String kind, Object from, Object to) {
        return new Facet(kind, from == null ? Action.ADD : to == null ? Action.DROP : Action.CHANGE);
    }
}
