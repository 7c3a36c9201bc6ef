package dev.autogen.differ;

import static dev.autogen.differ.Hazard.DATA_LOSS;
import static dev.autogen.differ.Hazard.MAY_FAIL;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Indexes and constraints that go and come back under their name. What the catalog has no words for does not come with
 * them; and where they made way for a column whose values are converted, nobody has said that what they compute can be
 * computed from the new type.
 */
final class RemadeParts {
    private final Map<QualifiedName, Set<String>> converted = new HashMap<>();
    private final Map<QualifiedName, Map<String, Object>> dropped = new HashMap<>();
    private final Map<QualifiedName, List<String>> unmodelled = new HashMap<>();

    RemadeParts(List<Operation> operations, Catalog live) {
        live.tables().forEach(table -> unmodelled.put(table.name(), table.unmodelled()));
        for (Operation operation : operations) {
            if (operation instanceof AlterColumn alter
                    && alter.changes().stream().anyMatch(RemadeParts::converts)) {
                converted
                        .computeIfAbsent(alter.table(), table -> new TreeSet<>())
                        .add(alter.column());
            } else if (operation instanceof DropIndex drop) {
                dropped(drop.table(), drop.name(), drop.definition());
            } else if (operation instanceof DropConstraint drop) {
                dropped(drop.table(), drop.name(), drop.definition());
            }
        }
    }

    private void dropped(QualifiedName table, String name, Object definition) {
        dropped.computeIfAbsent(table, key -> new HashMap<>()).put(name, definition);
    }

    private static boolean converts(ColumnChange change) {
        return change instanceof ColumnChange.Type type && type.using() != null;
    }

    List<Hazard> of(QualifiedName table, Index index) {
        return hazards(table, index.name(), index, "index ", Mentions.anyInExpressions(columns(table), index));
    }

    List<Hazard> of(QualifiedName table, Constraint constraint) {
        boolean computes = Mentions.texts(constraint).stream().anyMatch(text -> Mentions.any(columns(table), text));
        return hazards(table, constraint.name(), constraint, "constraint ", computes);
    }

    private List<Hazard> hazards(QualifiedName table, String name, Object part, String kind, boolean computes) {
        Object before = dropped.getOrDefault(table, Map.of()).get(name);
        if (before == null) {
            return List.of();
        }
        List<Hazard> hazards = new ArrayList<>();
        if (computes && before.equals(part)) {
            hazards.add(Hazard.warning(
                    MAY_FAIL,
                    kind + name + " comes back as it was, which fails if it does not fit the new type of " + table + "."
                            + String.join(", ", columns(table))));
        }
        List<String> lost = unmodelled.getOrDefault(table, List.of()).stream()
                .flatMap(phrase -> lost(phrase, kind, name).stream())
                .toList();
        if (!lost.isEmpty()) {
            hazards.add(Hazard.warning(
                    DATA_LOSS, kind + name + " of " + table + " comes back without " + String.join(", ", lost)));
        }
        return hazards;
    }

    /** What a phrase about the table says of that part; empty where it is about something else. */
    private static List<String> lost(String phrase, String kind, String name) {
        if (phrase.startsWith(kind + name + " has ")) {
            return List.of(phrase.substring((kind + name + " has ").length()));
        }
        if (phrase.startsWith(kind + name + " is in ")) {
            return List.of(phrase.substring((kind + name + " is in ").length()));
        }
        return phrase.equals("is clustered on index " + name) || phrase.equals("has replica identity index " + name)
                ? List.of("the mark that the table " + phrase)
                : List.of();
    }

    private Set<String> columns(QualifiedName table) {
        return converted.getOrDefault(table, Set.of());
    }
}
