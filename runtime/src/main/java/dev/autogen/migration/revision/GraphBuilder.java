package dev.autogen.migration.revision;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.stream.Collectors.joining;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Checks revisions, ties them together and brings them into order. */
final class GraphBuilder {
    private static final Comparator<RevisionInfo> AGE =
            comparing(RevisionInfo::created, nullsFirst(naturalOrder())).thenComparing(RevisionInfo::id);

    private final List<RevisionInfo> oldestFirst;
    private final Map<String, RevisionInfo> byId = new LinkedHashMap<>();
    private final Map<String, String> labelled = new TreeMap<>();
    private final Map<String, List<String>> dependents = new HashMap<>();

    GraphBuilder(Collection<RevisionInfo> revisions) {
        this.oldestFirst = revisions.stream().sorted(AGE).toList();
    }

    RevisionGraph build() {
        oldestFirst.forEach(this::register);
        oldestFirst.forEach(this::registerLabels);
        Replacements replacements = new Replacements(oldestFirst, byId);
        byId.replaceAll((id, revision) -> replacements.standing(withoutLabels(revision)));
        byId.values().forEach(this::tie);
        return new RevisionGraph(ordered(), dependents, labelled, replacements);
    }

    private void register(RevisionInfo revision) {
        requireName(revision, "revision id", revision.id());
        RevisionInfo twin = byId.put(revision.id(), revision);
        if (twin != null) {
            throw new RevisionException("Two migrations have the revision id " + revision.id() + ": " + twin.source()
                    + " and " + revision.source() + ". Give one of them an id of its own, or delete the copy.");
        }
    }

    private void registerLabels(RevisionInfo revision) {
        for (String label : revision.labels()) {
            requireName(revision, "label", label);
            RevisionInfo namesake = byId.get(label);
            if (namesake != null) {
                throw new RevisionException("The label '" + label + "' of " + revision.source()
                        + " is also the revision id of " + namesake.source() + ". Choose another label.");
            }
            String other = labelled.put(label, revision.id());
            if (other != null) {
                throw new RevisionException("Two migrations carry the label '" + label + "': "
                        + byId.get(other).source() + " and " + revision.source()
                        + ". A label names one branch: take it from one of them.");
            }
        }
    }

    private static void requireName(RevisionInfo revision, String what, String name) {
        RevisionNames.objection(name).ifPresent(objection -> {
            throw new RevisionException(
                    "The " + what + " '" + name + "' of " + revision.source() + " " + objection + ". Choose another.");
        });
    }

    private RevisionInfo withoutLabels(RevisionInfo revision) {
        return revision.withDependsOn(revision.dependsOn().stream()
                .map(dependency -> labelled.getOrDefault(dependency, dependency))
                .toList());
    }

    private void tie(RevisionInfo revision) {
        for (String below : revision.standsOn()) {
            if (!byId.containsKey(below)) {
                boolean parent = revision.parents().contains(below);
                throw new RevisionException("Revision " + revision.id() + " (" + revision.source() + ") "
                        + (parent ? "stands on revision " : "depends on revision ") + below
                        + ", which no migration has. Restore the missing file, or correct "
                        + (parent ? "revises" : "dependsOn") + " in its header.");
            }
            dependents.computeIfAbsent(below, id -> new ArrayList<>()).add(revision.id());
        }
    }

    /** One branch after the other: what becomes ready last is taken first, of several the oldest. */
    private Map<String, RevisionInfo> ordered() {
        Map<String, Integer> waitingFor = new HashMap<>();
        Deque<RevisionInfo> ready = new ArrayDeque<>();
        for (RevisionInfo revision : byId.values()) {
            waitingFor.put(revision.id(), revision.standsOn().size());
            if (revision.standsOn().isEmpty()) {
                ready.addLast(revision);
            }
        }
        Map<String, RevisionInfo> ordered = new LinkedHashMap<>();
        while (!ready.isEmpty()) {
            RevisionInfo revision = ready.removeFirst();
            ordered.put(revision.id(), revision);
            List<String> next = dependents.getOrDefault(revision.id(), List.of());
            for (int i = next.size() - 1; i >= 0; i--) {
                if (waitingFor.merge(next.get(i), -1, Integer::sum) == 0) {
                    ready.addFirst(byId.get(next.get(i)));
                }
            }
        }
        if (ordered.size() < byId.size()) {
            throw new RevisionException("Revisions stand on each other in a circle: " + circle(ordered.keySet())
                    + ". Correct revises or dependsOn in the header of one of them.");
        }
        return ordered;
    }

    private String circle(Set<String> placed) {
        String at = byId.keySet().stream()
                .filter(id -> !placed.contains(id))
                .min(naturalOrder())
                .orElseThrow();
        LinkedHashSet<String> path = new LinkedHashSet<>();
        while (path.add(at)) {
            at = byId.get(at).standsOn().stream()
                    .filter(id -> !placed.contains(id))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> loop = new ArrayList<>(path);
        loop.subList(0, loop.indexOf(at)).clear();
        loop.add(at);
        return loop.stream().map(id -> id + " (" + byId.get(id).source() + ")").collect(joining(" -> "));
    }
}
