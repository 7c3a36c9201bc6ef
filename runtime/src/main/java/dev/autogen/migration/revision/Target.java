package dev.autogen.migration.revision;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a reference stands for.
 *
 * @param reference the reference as it was written
 * @param revisions the identifiers of the revisions; none means {@code base}
 * @param branch the identifier of a revision on whose line alone the reference is meant, as in {@code LABEL@-1}; null
 *     where it is meant on all branches
 */
public record Target(String reference, Set<String> revisions, String branch) {
    public Target {
        requireNonNull(reference, "reference is null");
        revisions = Collections.unmodifiableSet(new TreeSet<>(revisions));
    }

    /** Whether it is the place before every revision. */
    public boolean isBase() {
        return revisions.isEmpty();
    }
}
