package dev.autogen.migration.revision;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call revisions: a full or partial identifier, a label, {@code head}, {@code heads}, {@code base},
 * {@code current}, {@code +N} and {@code -N} from where the database is, {@code REV+N}, {@code REV-N},
 * {@code LABEL@head}.
 *
 * @param graph the revisions
 * @param current the revisions at which the database is
 */
public record References(RevisionGraph graph, Set<String> current) {
    private static final Pattern RELATIVE = Pattern.compile("(?<from>.*?)(?<sign>[+-])(?<steps>\\d{1,9})");
    private static final int CANDIDATES = 5;

    public References {
        current = Set.copyOf(current);
    }

    /**
     * The revisions a reference stands for; none means {@code base}.
     *
     * @throws RevisionException if it stands for nothing, or for something that depends on a choice
     */
    public Set<String> resolve(String reference) {
        Matcher relative = RELATIVE.matcher(reference);
        if (relative.matches()) {
            int steps = Integer.parseInt(relative.group("steps"));
            String from = relative.group("from").isEmpty() ? "current" : relative.group("from");
            Set<String> start = resolve(from);
            graph.requireKnown(start);
            return relative.group("sign").equals("+") ? up(start, steps, reference) : down(start, steps, reference);
        }
        return switch (reference) {
            case "base" -> Set.of();
            case "head" -> Set.of(onlyHead(graph.heads(), "head"));
            case "heads" -> ids(graph.heads());
            case "current" -> current;
            default -> reference.contains("@") ? branch(reference) : Set.of(single(reference));
        };
    }

    /**
     * The one revision a reference stands for.
     *
     * @return empty for {@code base}
     * @throws RevisionException as {@link #resolve}, and if there are several
     */
    public Optional<RevisionInfo> one(String reference) {
        Set<String> found = resolve(reference);
        if (found.size() > 1) {
            throw new RevisionException(
                    "'" + reference + "' stands for several revisions: " + sorted(found) + ". Name one of them.");
        }
        return found.stream().findFirst().map(id -> graph.find(id).orElseThrow());
    }

    private String single(String reference) {
        if (graph.find(reference).isPresent()) {
            return reference;
        }
        List<RevisionInfo> matches = graph.revisions().stream()
                .filter(revision ->
                        revision.id().startsWith(reference) || revision.labels().contains(reference))
                .toList();
        if (matches.isEmpty() && graph.farewell(reference).isPresent()) {
            throw new RevisionException(graph.farewell(reference).get());
        }
        if (reference.isEmpty() || matches.isEmpty()) {
            throw new RevisionException("There is no revision '" + reference
                    + "'. `autogen history` lists the identifiers; a unique beginning of one is enough.");
        }
        if (matches.size() > 1) {
            String some = matches.stream()
                    .limit(CANDIDATES)
                    .map(revision -> revision.id() + " (" + revision.message() + ")")
                    .collect(joining(", "));
            throw new RevisionException("'" + reference + "' is the beginning of " + matches.size() + " revisions: "
                    + some + (matches.size() > CANDIDATES ? ", ..." : "") + ". Give more of the identifier.");
        }
        return matches.get(0).id();
    }

    private Set<String> branch(String reference) {
        int at = reference.indexOf('@');
        String member = single(reference.substring(0, at));
        String place = reference.substring(at + 1);
        Set<String> branch = ids(graph.descendants(Set.of(member)));
        List<RevisionInfo> heads = graph.heads().stream()
                .filter(head -> branch.contains(head.id()))
                .toList();
        return switch (place) {
            case "head" -> Set.of(onlyHead(heads, reference));
            case "heads" -> ids(heads);
            default ->
                throw new RevisionException(
                        "'" + reference + "' is not a reference: behind a branch's name comes @head or @heads.");
        };
    }

    private static String onlyHead(List<RevisionInfo> heads, String reference) {
        if (heads.isEmpty()) {
            throw new RevisionException("'" + reference + "' stands for nothing: there are no migrations yet. "
                    + "Write one with `autogen -m \"...\"`.");
        }
        if (heads.size() > 1) {
            throw new RevisionException("'" + reference + "' depends on a choice, for there are " + heads.size()
                    + " heads: "
                    + heads.stream()
                            .map(head -> head.id() + " (" + head.message() + ")")
                            .collect(joining(", "))
                    + ". Name one, say `heads` for all, or bring them together with `autogen merge heads -m \"...\"`.");
        }
        return heads.get(0).id();
    }

    private Set<String> up(Set<String> start, int steps, String reference) {
        String at = start.isEmpty() ? null : choice(start, reference);
        for (int step = 0; step < steps; step++) {
            List<RevisionInfo> next = at == null
                    ? graph.revisions().stream().filter(RevisionInfo::isRoot).toList()
                    : graph.children(at);
            if (next.isEmpty()) {
                throw tooFar(reference, step, "after");
            }
            at = choice(ids(next), reference);
        }
        return at == null ? Set.of() : Set.of(at);
    }

    private Set<String> down(Set<String> start, int steps, String reference) {
        if (steps == 0 || start.isEmpty()) {
            if (steps > 0) {
                throw tooFar(reference, 0, "before");
            }
            return start;
        }
        String at = choice(start, reference);
        for (int step = 0; step < steps; step++) {
            if (at == null) {
                throw tooFar(reference, step, "before");
            }
            List<String> parents = graph.find(at).orElseThrow().parents();
            if (parents.size() > 1) {
                if (step + 1 < steps) {
                    choice(Set.copyOf(parents), reference);
                }
                return Set.copyOf(parents);
            }
            at = parents.isEmpty() ? null : parents.get(0);
        }
        return at == null ? Set.of() : Set.of(at);
    }

    private static String choice(Set<String> revisions, String reference) {
        if (revisions.size() > 1) {
            throw new RevisionException("'" + reference + "' depends on a choice between " + sorted(revisions)
                    + ". Name the revision you mean.");
        }
        return revisions.iterator().next();
    }

    private static RevisionException tooFar(String reference, int steps, String side) {
        return new RevisionException("'" + reference + "' is too far: there " + (steps == 1 ? "is" : "are") + " only "
                + steps + " revision" + (steps == 1 ? "" : "s") + " " + side + " that point.");
    }

    private static Set<String> ids(List<RevisionInfo> revisions) {
        Set<String> ids = new LinkedHashSet<>();
        revisions.forEach(revision -> ids.add(revision.id()));
        return ids;
    }

    private static String sorted(Collection<String> ids) {
        return String.join(", ", new TreeSet<>(ids));
    }
}
