package dev.autogen.differ;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Finds out which parts of a desired table are which parts of a live one: by name where the model gives one, else by
 * structure. Near-linear in the number of parts.
 *
 * @param pairs what belongs together; names and structures may differ
 * @param missing desired parts without a live one
 * @param surplus live parts without a desired one
 * @param <T> the kind of part
 */
record Matching<T>(List<Pair<T>> pairs, List<T> missing, List<T> surplus) {

    record Pair<T>(T desired, T live) {}

    /**
     * Matches the parts of one kind.
     *
     * @param name a part's name, null for an unnamed one
     * @param nameless a part without its name
     * @param structure what tells parts apart when names do not
     */
    static <T> Matching<T> of(
            Collection<T> desired,
            Collection<T> live,
            Function<T, String> name,
            UnaryOperator<T> nameless,
            Function<T, Object> structure) {
        Search<T> search = new Search<>(live, name, structure);
        List<T> rest = search.sameNameAndStructure(desired);
        rest = search.unnamed(rest, part -> search.alike(part, nameless));
        rest = search.unnamed(rest, part -> search.alike(part, true));
        rest = search.renamed(rest);
        rest = search.sameName(rest);
        return new Matching<>(
                List.copyOf(search.pairs),
                List.copyOf(rest),
                live.stream().filter(search.free::contains).toList());
    }

    /** Takes what is missing and what is surplus together where the test says so, the first that fits. */
    Matching<T> pairing(BiPredicate<T, T> test) {
        List<Pair<T>> more = new ArrayList<>(pairs);
        List<T> stillMissing = new ArrayList<>();
        List<T> stillSurplus = new ArrayList<>(surplus);
        for (T wanted : missing) {
            stillSurplus.stream()
                    .filter(found -> test.test(wanted, found))
                    .findFirst()
                    .ifPresentOrElse(
                            found -> {
                                more.add(new Pair<>(wanted, found));
                                stillSurplus.remove(found);
                            },
                            () -> stillMissing.add(wanted));
        }
        return new Matching<>(List.copyOf(more), List.copyOf(stillMissing), List.copyOf(stillSurplus));
    }

    private static final class Search<T> {
        private final Function<T, String> name;
        private final Function<T, Object> structure;
        private final Set<T> free;
        private final Map<String, T> byName = new LinkedHashMap<>();
        private final Map<Object, Deque<T>> byStructure = new LinkedHashMap<>();
        private final List<Pair<T>> pairs = new ArrayList<>();
        private final Set<String> spoken = new HashSet<>();

        Search(Collection<T> live, Function<T, String> name, Function<T, Object> structure) {
            this.name = name;
            this.structure = structure;
            this.free = new HashSet<>(live);
            for (T part : live) {
                byName.put(name.apply(part), part);
                byStructure
                        .computeIfAbsent(structure.apply(part), key -> new ArrayDeque<>())
                        .add(part);
            }
        }

        List<T> sameNameAndStructure(Collection<T> desired) {
            List<T> rest = new ArrayList<>();
            for (T part : desired) {
                T candidate = named(part);
                if (candidate != null && structure.apply(candidate).equals(structure.apply(part))) {
                    take(part, candidate);
                } else {
                    rest.add(part);
                    if (name.apply(part) != null) {
                        spoken.add(name.apply(part));
                    }
                }
            }
            return rest;
        }

        List<T> unnamed(List<T> desired, UnaryOperator<T> counterpart) {
            List<T> rest = new ArrayList<>();
            for (T part : desired) {
                T candidate = name.apply(part) == null ? counterpart.apply(part) : null;
                if (candidate == null) {
                    rest.add(part);
                } else {
                    take(part, candidate);
                }
            }
            return rest;
        }

        List<T> sameName(List<T> desired) {
            List<T> rest = new ArrayList<>();
            for (T part : desired) {
                T candidate = named(part);
                if (candidate == null) {
                    rest.add(part);
                } else {
                    take(part, candidate);
                }
            }
            return rest;
        }

        List<T> renamed(List<T> desired) {
            List<T> rest = new ArrayList<>();
            for (T part : desired) {
                T candidate = name.apply(part) == null ? null : alike(part, false);
                if (candidate == null) {
                    rest.add(part);
                } else {
                    take(part, candidate);
                }
            }
            return rest;
        }

        private T named(T part) {
            T candidate = name.apply(part) == null ? null : byName.get(name.apply(part));
            return free.contains(candidate) ? candidate : null;
        }

        /**
         * A free live part of that structure.
         *
         * @param keepsName whether it will stay as it is, so that the model must not give its name to something else
         */
        private T alike(T part, boolean keepsName) {
            for (T candidate : byStructure.getOrDefault(structure.apply(part), new ArrayDeque<>())) {
                if (free.contains(candidate) && !(keepsName && spoken.contains(name.apply(candidate)))) {
                    return candidate;
                }
            }
            return null;
        }

        /** Such a part that is the same in everything but its name. */
        private T alike(T part, UnaryOperator<T> nameless) {
            for (T candidate : byStructure.getOrDefault(structure.apply(part), new ArrayDeque<>())) {
                boolean eligible = free.contains(candidate) && !spoken.contains(name.apply(candidate));
                if (eligible && nameless.apply(candidate).equals(part)) {
                    return candidate;
                }
            }
            return null;
        }

        private void take(T part, T candidate) {
            pairs.add(new Pair<>(part, candidate));
            free.remove(candidate);
            byStructure.get(structure.apply(candidate)).remove(candidate);
        }
    }
}
