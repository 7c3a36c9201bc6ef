package dev.autogen.differ;

import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What a renamed table very likely takes along: the columns that refer to it, its own columns that refer to others, and
 * the join and collection tables that hang on it. Only what nothing else fits.
 */
final class FollowingRenames {
    /**
     * One that follows.
     *
     * @param rename what to say if it does
     * @param named whether its name is made of that of the renamed table, so that there is no doubt
     */
    record Following(Rename rename, boolean named) {}

    private final RenameSearch search;
    private final Renames renames;
    /** Tables that were renamed: the new name with the old one. */
    private final Map<QualifiedName, QualifiedName> renamed;

    FollowingRenames(RenameSearch search, Renames renames) {
        this.search = search;
        this.renames = renames;
        this.renamed = renames.tables();
    }

    List<Following> all() {
        List<Following> found = new ArrayList<>();
        if (!renamed.isEmpty()) {
            tables(found);
            search.pairs().forEach(pair -> columns(pair.desired(), pair.live(), found));
        }
        return found;
    }

    private void tables(List<Following> found) {
        BiPredicate<Table, Table> fits = (wanted, old) ->
                TableLikeness.isJoinedAlike(wanted, old) && (hangsOnRenamed(wanted) && hangsOnRenamed(old));
        matched(
                        search.created(),
                        search.unknown(),
                        fits,
                        (wanted, old) ->
                                isNamed(old.name().name(), wanted.name().name(), renamed.keySet()))
                .forEach((wanted, match) ->
                        found.add(new Following(Renames.of(match.old().name(), wanted.name()), match.named())));
    }

    private boolean hangsOnRenamed(Table table) {
        return table.foreignKeys().stream().anyMatch(key -> renamed.containsKey(key.target()));
    }

    private void columns(Table wanted, Table old, List<Following> found) {
        List<Column> added = RenameSearch.without(wanted, old);
        List<Column> gone = RenameSearch.without(old, wanted);
        if (added.isEmpty() || gone.isEmpty()) {
            return;
        }
        Map<String, QualifiedName> targets = targets(wanted);
        Map<String, QualifiedName> before = targets(old);
        boolean own = renamed.containsKey(wanted.name());
        BiPredicate<Column, Column> fits = (one, other) -> {
            QualifiedName target = targets.get(one.name());
            return target != null
                    && target.equals(before.get(other.name()))
                    && (own || renamed.containsKey(target))
                    && one.type().equals(other.type());
        };
        matched(
                        added,
                        gone,
                        fits,
                        (one, other) -> isNamed(
                                other.name(),
                                one.name(),
                                renamed.containsKey(targets.get(one.name()))
                                        ? Set.of(targets.get(one.name()))
                                        : Set.of()))
                .forEach((one, match) -> found.add(new Following(
                        renames.ofColumn(wanted.name(), match.old().name(), one.name()), match.named())));
    }

    private static Map<String, QualifiedName> targets(Table table) {
        Map<String, QualifiedName> targets = new LinkedHashMap<>();
        for (ForeignKey key : table.foreignKeys()) {
            if (key.columns().size() == 1) {
                targets.put(key.columns().get(0), key.target());
            }
        }
        return targets;
    }

    private boolean isNamed(String old, String name, Set<QualifiedName> tables) {
        return tables.stream()
                .anyMatch(table ->
                        new SpelledName(old).followsTo(name, renamed.get(table).name(), table.name()));
    }

    private record Match<T>(T old, boolean named) {}

    /** Where several fit, the name decides; where it does not, nothing follows. */
    private static <T> Map<T, Match<T>> matched(
            List<T> added, List<T> gone, BiPredicate<T, T> fits, BiPredicate<T, T> named) {
        Map<T, Match<T>> matches = new LinkedHashMap<>();
        Set<T> taken = new HashSet<>();
        for (T thing : added) {
            List<T> fitting = gone.stream().filter(old -> fits.test(thing, old)).toList();
            List<T> byName =
                    fitting.stream().filter(old -> named.test(thing, old)).toList();
            boolean onlyOne = fitting.size() == 1
                    && added.stream()
                                    .filter(other -> fits.test(other, fitting.get(0)))
                                    .count()
                            == 1;
            if (byName.size() == 1 && taken.add(byName.get(0))) {
                matches.put(thing, new Match<>(byName.get(0), true));
            } else if (byName.isEmpty() && onlyOne && taken.add(fitting.get(0))) {
                matches.put(thing, new Match<>(fitting.get(0), false));
            }
        }
        return matches;
    }
}
