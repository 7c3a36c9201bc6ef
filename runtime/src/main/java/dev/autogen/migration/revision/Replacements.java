package dev.autogen.migration.revision;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which revisions are no longer there because another one replaces them. The last revision of a replaced range is where
 * the replacing one is; the others are nowhere in the history any more.
 */
final class Replacements {
    private final Map<String, RevisionInfo> byReplaced = new HashMap<>();

    /**
     * @throws RevisionException if a replaced revision is still there, or two revisions replace the same one
     */
    Replacements(Collection<RevisionInfo> revisions, Map<String, RevisionInfo> byId) {
        for (RevisionInfo revision : revisions) {
            for (String replaced : revision.replaces()) {
                RevisionInfo present = byId.get(replaced);
                if (present != null) {
                    throw new RevisionException("Revision " + replaced + " (" + present.source()
                            + ") is still there, although " + name(revision)
                            + " replaces it: a squash that was interrupted, or a merge in version control that brought"
                            + " the file back. Delete the files that the other one replaces ("
                            + String.join(", ", revision.replaces())
                            + "), or delete " + revision.source() + " to go on without it.");
                }
                RevisionInfo other = byReplaced.put(replaced, revision);
                if (other != null) {
                    throw new RevisionException("Revision " + replaced + " is replaced twice, by " + name(other)
                            + " and by " + name(revision) + ". Delete one of the two files, or correct its header.");
                }
            }
        }
    }

    /** The revision with parents and dependencies that are still there. */
    RevisionInfo standing(RevisionInfo revision) {
        if (byReplaced.isEmpty()) {
            return revision;
        }
        return new RevisionInfo(
                revision.id(),
                present(revision, revision.parents()),
                present(revision, revision.dependsOn()),
                revision.labels(),
                revision.replaces(),
                revision.message(),
                revision.created(),
                revision.baseline(),
                revision.source());
    }

    private List<String> present(RevisionInfo revision, List<String> below) {
        return below.stream()
                .map(id -> present(id)
                        .orElseThrow(() -> new RevisionException("Revision " + name(revision) + " stands on revision "
                                + id + ", which is in the middle of what " + name(byReplaced.get(id))
                                + " replaces. Correct its header: let it revise "
                                + byReplaced.get(id).id() + ".")))
                .distinct()
                .toList();
    }

    /** The revision in whose place the given one is; itself where nothing replaces it, none within a replaced range. */
    private Optional<String> present(String id) {
        RevisionInfo replacing = byReplaced.get(id);
        if (replacing == null) {
            return Optional.of(id);
        }
        return isLast(id) ? Optional.of(replacing.id()) : Optional.empty();
    }

    private boolean isLast(String replaced) {
        List<String> range = byReplaced.get(replaced).replaces();
        return range.get(range.size() - 1).equals(replaced);
    }

    /**
     * Where a database is whose version table holds these rows.
     *
     * @throws RevisionException if it is within a replaced range
     */
    Set<String> recognised(Set<String> rows) {
        Set<String> current = new TreeSet<>();
        for (String row : new TreeSet<>(rows)) {
            current.add(present(row).orElseThrow(() -> within(row)));
        }
        return current;
    }

    private RevisionException within(String row) {
        RevisionInfo replacing = byReplaced.get(row);
        List<String> range = replacing.replaces();
        String last = range.get(range.size() - 1);
        return new RevisionException("The database is at revision " + row + ", in the middle of what " + name(replacing)
                + " replaces (" + range.get(0) + " to " + last + "), so that one can neither be run nor counted as"
                + " applied. Take the files from before the squash (version control has them), run `autogen upgrade "
                + last + "` there, and come back.");
    }

    /** What to say to someone who names a revision that is gone; empty where nothing replaces it. */
    Optional<String> farewell(String id) {
        return Optional.ofNullable(byReplaced.get(id))
                .map(replacing -> "Revision " + id + " is gone: " + name(replacing)
                        + " replaces it together with its neighbours. Name " + replacing.id() + " instead.");
    }

    private static String name(RevisionInfo revision) {
        return revision.id() + " (" + revision.source() + ")";
    }
}
