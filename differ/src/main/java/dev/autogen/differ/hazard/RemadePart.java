package dev.autogen.differ.hazard;

import static java.util.stream.Collectors.toCollection;

import dev.autogen.differ.Mentions;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.CreateIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An index or constraint that went in the same run and comes back under its name.
 *
 * @param kind {@code index} or {@code constraint}
 * @param name its name
 * @param same whether it comes back as it was
 * @param converted the columns whose values the run converted and from which it computes something
 * @param lost what the catalog has no words for and does not come back with it
 */
record RemadePart(String kind, String name, boolean same, Set<String> converted, List<String> lost) {

    static Optional<RemadePart> of(Moment moment) {
        if (moment.operation() instanceof CreateIndex create) {
            Index index = create.index();
            TableState table = moment.table(create.table());
            Set<String> converted = converted(table);
            boolean computes = Mentions.anyInExpressions(converted, index);
            return of(table, "index", index.name(), index, computes ? converted : Set.of());
        }
        if (moment.operation() instanceof AddConstraint add) {
            Constraint constraint = add.constraint();
            TableState table = moment.table(add.table());
            Set<String> converted = converted(table);
            boolean computes = Mentions.texts(constraint).stream().anyMatch(text -> Mentions.any(converted, text));
            return of(table, "constraint", constraint.name(), constraint, computes ? converted : Set.of());
        }
        return Optional.empty();
    }

    private static Optional<RemadePart> of(
            TableState table, String kind, String name, Object part, Set<String> converted) {
        return Optional.ofNullable(table.dropped().get(name)).map(before -> {
            List<String> lost = table.live().stream()
                    .flatMap(live -> live.unmodelled().stream())
                    .flatMap(phrase -> lost(phrase, kind + " ", name).stream())
                    .toList();
            return new RemadePart(kind, name, before.equals(part), converted, lost);
        });
    }

    /** What a phrase about the table says of that part; empty where it is about something else. */
    private static Optional<String> lost(String phrase, String kind, String name) {
        for (String says : List.of(" has ", " is in ")) {
            String start = kind + name + says;
            if (phrase.startsWith(start)) {
                return Optional.of(phrase.substring(start.length()));
            }
        }
        return phrase.equals("is clustered on index " + name) || phrase.equals("has replica identity index " + name)
                ? Optional.of("the mark that the table " + phrase)
                : Optional.empty();
    }

    private static Set<String> converted(TableState table) {
        return table.columns().entrySet().stream()
                .filter(column -> column.getValue().converted())
                .map(Map.Entry::getKey)
                .collect(toCollection(TreeSet::new));
    }
}
