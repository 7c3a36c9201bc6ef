package dev.autogen.migration.revision;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.stream.Collectors.joining;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * All revisions of a project and how they stand on each other. Parents come before children in {@link #revisions()};
 * where that leaves a choice, the older one comes first.
 *
 * <p>Immutable.
 */
public final class RevisionGraph {
    private static final Comparator<RevisionInfo> AGE =
            comparing(RevisionInfo::created, nullsFirst(naturalOrder())).thenComparing(RevisionInfo::id);

    private final Map<String, RevisionInfo> byId;
    private final Map<String, List<String>> children;
    private final Replacements replacements;

    private RevisionGraph(
            Map<String, RevisionInfo> byId, Map<String, List<String>> children, Replacements replacements) {
        this.byId = Collections.unmodifiableMap(byId);
        this.children = children;
        this.replacements = replacements;
    }

    /**
     * Builds the graph.
     *
     * @throws RevisionException if two revisions share an identifier, a parent or dependency is missing, a replaced
     *     revision is still there, or revisions stand on each other in a circle
     */
    public static RevisionGraph of(Collection<RevisionInfo> revisions) {
        Map<String, RevisionInfo> byId = new HashMap<>();
        List<RevisionInfo> sorted = new ArrayList<>(revisions);
        sorted.sort(AGE);
        for (RevisionInfo revision : sorted) {
            RevisionInfo twin = byId.put(revision.id(), revision);
            if (twin != null) {
                throw new RevisionException("Two migrations have the revision id " + revision.id() + ": "
                        + twin.source() + " and " + revision.source() + ". Give one of them an id of its own.");
            }
        }
        Replacements replacements = new Replacements(sorted, byId);
        sorted.replaceAll(replacements::standing);
        sorted.forEach(revision -> byId.put(revision.id(), revision));
        Map<String, List<String>> children = new HashMap<>();
        for (RevisionInfo revision : sorted) {
            for (String below : revision.standsOn()) {
                if (!byId.containsKey(below)) {
                    throw new RevisionException("Revision " + revision.id() + " (" + revision.source()
                            + ") stands on revision " + below
                            + ", which no migration has. Restore the missing file, or correct the header.");
                }
                children.computeIfAbsent(below, id -> new ArrayList<>()).add(revision.id());
            }
        }
        return new RevisionGraph(parentsFirst(sorted, byId, children), children, replacements);
    }

    private static Map<String, RevisionInfo> parentsFirst(
            List<RevisionInfo> revisions, Map<String, RevisionInfo> byId, Map<String, List<String>> children) {
        Map<String, Integer> waitingFor = new HashMap<>();
        PriorityQueue<RevisionInfo> ready = new PriorityQueue<>(AGE);
        for (RevisionInfo revision : revisions) {
            waitingFor.put(revision.id(), revision.standsOn().size());
            if (revision.standsOn().isEmpty()) {
                ready.add(revision);
            }
        }
        Map<String, RevisionInfo> ordered = new LinkedHashMap<>();
        while (!ready.isEmpty()) {
            RevisionInfo revision = ready.remove();
            ordered.put(revision.id(), revision);
            for (String child : children.getOrDefault(revision.id(), List.of())) {
                if (waitingFor.merge(child, -1, Integer::sum) == 0) {
                    ready.add(byId.get(child));
                }
            }
        }
        if (ordered.size() < byId.size()) {
            throw new RevisionException("Revisions stand on each other in a circle: " + circle(byId, ordered.keySet())
                    + ". Correct the header of one of them.");
        }
        return ordered;
    }

    private static String circle(Map<String, RevisionInfo> byId, Set<String> placed) {
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

    /** All revisions, parents before children. */
    public List<RevisionInfo> revisions() {
        return List.copyOf(byId.values());
    }

    /** The revision with exactly that identifier. */
    public Optional<RevisionInfo> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Demands that a database's revisions are among these.
     *
     * @throws RevisionException if one is not
     */
    public void requireKnown(Set<String> current) {
        for (String id : new TreeSet<>(current)) {
            if (!byId.containsKey(id)) {
                throw new RevisionException("The database is at revision " + id
                        + ", which no migration has. Restore the missing file (another branch may hold it), or, if the"
                        + " schema is known to match, set the version with `autogen stamp --purge REV`.");
            }
        }
    }

    /**
     * Where a database is whose version table holds these rows: at the revisions themselves, or at the one that replaces
     * the range which a revision ended. Unknown ones stay as they are.
     *
     * @throws RevisionException if the database is in the middle of a replaced range
     */
    public Set<String> recognised(Set<String> rows) {
        return replacements.recognised(rows);
    }

    /** What to say to someone who names a revision that another one replaces; empty where none does. */
    Optional<String> farewell(String id) {
        return replacements.farewell(id);
    }

    /** Revisions that are nobody's parent, oldest first. */
    public List<RevisionInfo> heads() {
        return byId.values().stream()
                .filter(revision -> children(revision.id()).isEmpty())
                .toList();
    }

    /** Revisions that have the given one as a parent, oldest first. */
    public List<RevisionInfo> children(String id) {
        return children.getOrDefault(id, List.of()).stream()
                .map(byId::get)
                .filter(child -> child.parents().contains(id))
                .toList();
    }

    /** Identifiers of the revisions that have the given one as a parent or depend on it. */
    public List<String> dependents(String id) {
        return List.copyOf(children.getOrDefault(id, List.of()));
    }

    /** The given revisions and everything they stand on, parents before children. Unknown ones are passed over. */
    public List<RevisionInfo> ancestors(Collection<String> ids) {
        return reach(ids, id -> byId.get(id).standsOn());
    }

    /** The given revisions and everything that stands on them, parents before children. Unknown ones are passed over. */
    public List<RevisionInfo> descendants(Collection<String> ids) {
        return reach(ids, id -> children.getOrDefault(id, List.of()));
    }

    private List<RevisionInfo> reach(Collection<String> ids, Function<String, Collection<String>> next) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            String id = open.pop();
            if (byId.containsKey(id) && reached.add(id)) {
                open.addAll(next.apply(id));
            }
        }
        return byId.values().stream()
                .filter(revision -> reached.contains(revision.id()))
                .toList();
    }
}
