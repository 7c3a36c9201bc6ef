package dev.autogen.migration.revision;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call revisions: {@code [BRANCH@]PLACE}.
 *
 * <p>A place is a full identifier or the beginning of one, a label, {@code head}, {@code heads}, {@code base} or
 * {@code current}, each also with {@code +N} or {@code -N} behind it; {@code +N} and {@code -N} alone count from where
 * the database is. A branch is a label or an identifier: the place is then looked for among the revisions that the
 * branch's one descends from or that descend from it. {@code A:B} is a {@link RevisionRange}.
 *
 * @param graph the revisions
 * @param current the version rows of the database; none also where no database is asked
 */
public record References(RevisionGraph graph, Set<String> current) {
    private static final Pattern FORM =
            Pattern.compile("(?:(?<branch>[^@:]+)@)?(?<place>[^@:+-]*)(?:(?<sign>[+-])(?<steps>\\d{1,9}))?");
    private static final int CANDIDATES = 5;

    public References {
        requireNonNull(graph, "graph is null");
        current = Collections.unmodifiableSet(new TreeSet<>(current));
    }

    /**
     * The identifiers of the revisions that a reference stands for; none means {@code base}.
     *
     * @throws RevisionException if it stands for nothing, or for something that depends on a choice
     */
    public Set<String> resolve(String reference) {
        return target(reference).revisions();
    }

    /**
     * The one revision a reference stands for.
     *
     * @return empty for {@code base}
     * @throws RevisionException as {@link #resolve}, and if there are several
     */
    public Optional<RevisionInfo> one(String reference) {
        Set<String> found = resolve(reference);
        graph.requireKnown(found);
        if (found.size() > 1) {
            throw new RevisionException(
                    "'" + reference + "' stands for several revisions: " + told(found) + ". Name one of them.");
        }
        return found.stream().findFirst().flatMap(graph::find);
    }

    /**
     * What a reference stands for, and on which branch.
     *
     * @throws RevisionException as {@link #resolve}
     */
    public Target target(String reference) {
        Matcher form = FORM.matcher(reference);
        if (reference.isEmpty() || reference.endsWith("@") || !form.matches()) {
            throw new RevisionException("'" + reference + "' is not a reference to a revision. These are: an identifier"
                    + " or its beginning, a label, head, heads, base, current, +N, -N, REV+N, REV-N, LABEL@head,"
                    + " LABEL@-1" + (reference.contains(":") ? "; a range A:B is not one." : "."));
        }
        String place = form.group("place");
        String branch = form.group("branch") == null ? null : branch(form.group("branch"), reference);
        Walk walk = new Walk(graph, branch, reference);
        if (form.group("sign") == null) {
            return new Target(reference, place(place, branch, reference), branch);
        }
        int steps = Integer.parseInt(form.group("steps"));
        boolean fromDatabase = place.isEmpty() || place.equals("current");
        Set<String> start = fromDatabase ? here(branch) : place(place, branch, reference);
        graph.requireKnown(start);
        if (form.group("sign").equals("+")) {
            return new Target(reference, walk.up(start, steps), branch);
        }
        Set<String> below = walk.down(start, steps);
        // One row of several, or one that others' rows imply: the way down from it leaves the other branches alone.
        String line = branch == null && fromDatabase && start.size() == 1
                ? start.iterator().next()
                : branch;
        return new Target(reference, below, line);
    }

    /** Whether what a reference or range stands for depends on where the database is. */
    public static boolean asksDatabase(String reference) {
        if (RevisionRange.isRange(reference)) {
            return List.of(reference.split(":")).stream()
                    .anyMatch(end -> asksDatabase(end) && !RevisionRange.counts(end));
        }
        String place = reference.substring(reference.indexOf('@') + 1);
        return place.startsWith("current") || RevisionRange.counts(place);
    }

    /** Where the database is, on all branches or on one. */
    private Set<String> here(String branch) {
        if (branch == null) {
            return current;
        }
        Set<String> tips = new TreeSet<>(graph.tips(graph.applied(current)));
        Set<String> line = graph.line(branch);
        tips.retainAll(line);
        if (!tips.isEmpty()) {
            return tips;
        }
        Set<String> applied = graph.applied(current);
        applied.retainAll(line);
        return graph.tips(applied);
    }

    private Set<String> place(String place, String branch, String reference) {
        return switch (place) {
            case "base" -> Set.of();
            case "head" -> Set.of(onlyHead(heads(branch), reference));
            case "heads" -> ids(heads(branch));
            case "current" -> here(branch);
            default -> Set.of(single(place, branch, reference));
        };
    }

    private List<RevisionInfo> heads(String branch) {
        if (branch == null) {
            return graph.heads();
        }
        Set<String> line = graph.line(branch);
        return graph.heads().stream().filter(head -> line.contains(head.id())).toList();
    }

    private String branch(String name, String reference) {
        if (RevisionNames.objection(name).isPresent()) {
            throw new RevisionException("'" + reference + "' is not a reference: before @ comes the label of a branch,"
                    + " or the identifier of a revision on it.");
        }
        return named(name, graph.revisions())
                .orElseThrow(() -> new RevisionException("There is no branch '" + name
                        + "': no migration carries that label, and no identifier begins with it. " + labels()));
    }

    private String labels() {
        return graph.labels().isEmpty()
                ? "There are no labels yet; `autogen revision --branch-label` makes one."
                : "The labels are " + String.join(", ", graph.labels()) + ".";
    }

    private String single(String name, String branch, String reference) {
        if (branch == null) {
            return named(name, graph.revisions())
                    .orElseThrow(() -> new RevisionException("There is no revision '" + name
                            + "', and no label of that name. `autogen history` lists the identifiers; a unique"
                            + " beginning of one is enough."));
        }
        Set<String> line = graph.line(branch);
        return named(name, graph.inOrder(line))
                .orElseThrow(() -> new RevisionException("'" + reference + "' stands for nothing: "
                        + (named(name, graph.revisions()).isPresent()
                                ? "revision " + name + " is not on that branch."
                                : "there is no revision '" + name + "'.")
                        + " `autogen history -r :" + reference.substring(0, reference.indexOf('@'))
                        + "@heads` lists the branch."));
    }

    private Optional<String> named(String name, List<RevisionInfo> among) {
        Optional<String> exact = graph.find(name).or(() -> graph.labelled(name)).map(RevisionInfo::id);
        if (exact.isPresent()) {
            return exact.filter(id -> among.stream().anyMatch(each -> each.id().equals(id)));
        }
        List<RevisionInfo> matches = name.isEmpty()
                ? List.of()
                : among.stream().filter(each -> each.id().startsWith(name)).toList();
        if (matches.size() > 1) {
            String some = matches.stream()
                    .limit(CANDIDATES)
                    .map(RevisionInfo::described)
                    .collect(joining(", "));
            throw new RevisionException("'" + name + "' is the beginning of " + matches.size() + " revisions: " + some
                    + (matches.size() > CANDIDATES ? ", ..." : "") + ". Give more of the identifier.");
        }
        graph.farewell(name).filter(gone -> matches.isEmpty()).ifPresent(gone -> {
            throw new RevisionException(gone);
        });
        return matches.stream().findFirst().map(RevisionInfo::id);
    }

    private String onlyHead(List<RevisionInfo> heads, String reference) {
        if (heads.isEmpty()) {
            throw new RevisionException("'" + reference + "' stands for nothing: there are no migrations yet. "
                    + "Write one with `autogen -m \"...\"`.");
        }
        if (heads.size() > 1) {
            String label = heads.stream()
                    .flatMap(head -> graph.labelsOf(head).stream())
                    .findFirst()
                    .orElse(heads.get(0).id());
            throw new RevisionException("'" + reference + "' depends on a choice, for there are " + heads.size()
                    + " heads: " + heads.stream().map(RevisionInfo::described).collect(joining(", "))
                    + ". Name one, or its branch (" + label + "@head), say `heads` for all, or bring them together with"
                    + " `autogen merge heads -m \"...\"`.");
        }
        return heads.get(0).id();
    }

    private String told(Collection<String> ids) {
        List<String> told = new ArrayList<>();
        graph.inOrder(Set.copyOf(ids)).forEach(revision -> told.add(revision.described()));
        return String.join(", ", told);
    }

    private static Set<String> ids(List<RevisionInfo> revisions) {
        Set<String> ids = new LinkedHashSet<>();
        revisions.forEach(revision -> ids.add(revision.id()));
        return ids;
    }
}
