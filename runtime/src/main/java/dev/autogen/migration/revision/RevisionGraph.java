package dev.autogen.migration.revision;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * All revisions of a project and how they stand on each other: as children on their parents, which makes branches, and
 * as dependents on what they depend on, which only orders.
 *
 * <p>In {@link #revisions()} parents and dependencies come first; where that leaves a choice, a branch is gone along to
 * its end before the next one begins, the one that was begun earlier first.
 *
 * <p>Immutable.
 */
public final class RevisionGraph {
    private final Map<String, RevisionInfo> byId;
    private final Map<String, List<String>> dependents;
    private final Map<String, String> labelled;
    private final Replacements replacements;
    private final Map<String, Set<String>> applying;

    /** Takes what {@link GraphBuilder} has checked and ordered. */
    RevisionGraph(
            Map<String, RevisionInfo> byId,
            Map<String, List<String>> dependents,
            Map<String, String> labelled,
            Replacements replacements) {
        this.replacements = replacements;
        this.byId = Collections.unmodifiableMap(byId);
        this.dependents = dependents;
        this.labelled = Collections.unmodifiableMap(labelled);
        this.applying = applyingLabels();
    }

    /**
     * Builds the graph. Labels among the dependencies are replaced by the revisions that carry them.
     *
     * @throws RevisionException if two revisions share an identifier or a label, an identifier or label could not be
     *     told apart from a reference, a parent or dependency is missing, a replaced revision is still there, or
     *     revisions stand on each other in a circle
     */
    public static RevisionGraph of(Collection<RevisionInfo> revisions) {
        return new GraphBuilder(revisions).build();
    }

    /** All revisions, each after everything that it stands on. */
    public List<RevisionInfo> revisions() {
        return List.copyOf(byId.values());
    }

    /** The revision with exactly that identifier. */
    public Optional<RevisionInfo> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The revision that carries that label. */
    public Optional<RevisionInfo> labelled(String label) {
        return Optional.ofNullable(labelled.get(label)).map(byId::get);
    }

    /** All labels, in alphabetical order. */
    public Set<String> labels() {
        return labelled.keySet();
    }

    /**
     * The labels that apply to a revision, in alphabetical order: its own, those of what it descends from, and those of
     * its descendants back to the previous branch point or merge.
     */
    public Set<String> labelsOf(RevisionInfo revision) {
        return applying.getOrDefault(revision.id(), Set.of());
    }

    private Map<String, Set<String>> applyingLabels() {
        Map<String, Set<String>> labels = new HashMap<>();
        labelled.forEach((label, carrier) -> {
            for (String id : branch(carrier)) {
                labels.computeIfAbsent(id, any -> new TreeSet<>()).add(label);
            }
        });
        return labels;
    }

    /** The revisions of the branch on which the given one lies: see {@link #labelsOf}. */
    private Set<String> branch(String carrier) {
        Set<String> branch = reach(List.of(carrier), this::childIds);
        String at = carrier;
        while (byId.get(at).parents().size() == 1) {
            at = byId.get(at).parents().get(0);
            if (isBranchPoint(at)) {
                break;
            }
            branch.add(at);
            if (byId.get(at).isMerge()) {
                break;
            }
        }
        return branch;
    }

    /**
     * Demands that a database's revisions are among these.
     *
     * @throws RevisionException if one is not
     */
    public void requireKnown(Set<String> current) {
        Set<String> unknown = new TreeSet<>(current);
        unknown.removeAll(byId.keySet());
        if (!unknown.isEmpty()) {
            throw new RevisionException("The database is at revision " + String.join(", ", unknown)
                    + ", which no migration has. Restore the missing file (another branch may hold it), or, if the"
                    + " schema is known to match, set the version with `autogen stamp --purge REV`.");
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

    /** Revisions that are nobody's parent. */
    public List<RevisionInfo> heads() {
        return byId.values().stream()
                .filter(revision -> childIds(revision.id()).isEmpty())
                .toList();
    }

    /** Revisions that have no parent. */
    public List<RevisionInfo> roots() {
        return byId.values().stream().filter(RevisionInfo::isRoot).toList();
    }

    /** Revisions that have the given one as a parent, the one that was begun earlier first. */
    public List<RevisionInfo> children(String id) {
        return childIds(id).stream().map(byId::get).toList();
    }

    /** Whether branches begin behind the revision. */
    public boolean isBranchPoint(String id) {
        return childIds(id).size() > 1;
    }

    /** Identifiers of the revisions that have the given one as a parent or depend on it. */
    public List<String> dependents(String id) {
        return dependents.getOrDefault(id, List.of());
    }

    /** The given revisions and everything they stand on, in order. Unknown ones are passed over. */
    public List<RevisionInfo> ancestors(Collection<String> ids) {
        return inOrder(reach(ids, id -> byId.get(id).standsOn()));
    }

    /** The given revisions and everything that stands on them, in order. Unknown ones are passed over. */
    public List<RevisionInfo> descendants(Collection<String> ids) {
        return inOrder(reach(ids, this::dependents));
    }

    /** What a database has applied whose version rows are the given ones. Unknown ones are passed over. */
    public Set<String> applied(Collection<String> current) {
        return reach(current, id -> byId.get(id).standsOn());
    }

    /** The line of a revision: it, its parents and theirs, its children and theirs; dependencies aside. */
    Set<String> line(String id) {
        Set<String> line = descent(List.of(id));
        line.addAll(reach(List.of(id), this::childIds));
        return line;
    }

    /** The given revisions, their parents and theirs; dependencies aside. */
    Set<String> descent(Collection<String> ids) {
        return reach(ids, id -> byId.get(id).parents());
    }

    /** The given revisions, their children and theirs; dependencies aside. */
    Set<String> offspring(Collection<String> ids) {
        return reach(ids, this::childIds);
    }

    /** The given revisions and everything that stands on them. */
    Set<String> standingOn(Collection<String> ids) {
        return reach(ids, this::dependents);
    }

    /**
     * The version rows of a database that has applied the given revisions: those on which none of the others stands.
     */
    public Set<String> rows(Set<String> applied) {
        return applied.stream()
                .filter(id -> dependents(id).stream().noneMatch(applied::contains))
                .collect(toCollection(TreeSet::new));
    }

    /**
     * The ends of the branches of which a database has applied the given revisions: those that have no applied child,
     * also where another one depends on them and no version row names them.
     */
    public Set<String> tips(Set<String> applied) {
        return applied.stream()
                .filter(id -> childIds(id).stream().noneMatch(applied::contains))
                .collect(toCollection(TreeSet::new));
    }

    /** Whether a database with these version rows has applied all revisions, and no unknown ones. */
    public boolean isAtHeads(Set<String> current) {
        return byId.keySet().containsAll(current) && applied(current).size() == byId.size();
    }

    List<RevisionInfo> inOrder(Set<String> ids) {
        return byId.values().stream()
                .filter(revision -> ids.contains(revision.id()))
                .toList();
    }

    private List<String> childIds(String id) {
        return dependents(id).stream()
                .filter(child -> byId.get(child).parents().contains(id))
                .toList();
    }

    private Set<String> reach(Collection<String> ids, Function<String, Collection<String>> next) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            String id = open.pop();
            if (byId.containsKey(id) && reached.add(id)) {
                open.addAll(next.apply(id));
            }
        }
        return reached;
    }
}
