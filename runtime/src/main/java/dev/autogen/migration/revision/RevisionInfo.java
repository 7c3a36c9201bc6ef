package dev.autogen.migration.revision;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the header of a migration says of its place in the history.
 *
 * @param id the identifier; without white space and the characters {@code @ - + :}, which references use
 * @param parents the revisions it stands on: none for a first one, several for a merge
 * @param dependsOn revisions that have to be applied before it without being its parents; in a header also labels
 * @param labels names for the branch that begins here
 * @param replaces revisions it stands in for, oldest first: a database at the last of them is at this one
 * @param message one line that says what it does
 * @param created when it was written; null when the header does not say
 * @param baseline whether it describes what was there before autogen
 * @param source file or class that holds it, for messages
 */
public record RevisionInfo(
        String id,
        List<String> parents,
        List<String> dependsOn,
        List<String> labels,
        List<String> replaces,
        String message,
        Instant created,
        boolean baseline,
        String source) {

    public RevisionInfo {
        requireNonNull(id, "id is null");
        parents = List.copyOf(parents);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
        replaces = List.copyOf(replaces);
        requireNonNull(message, "message is null");
        requireNonNull(source, "source is null");
    }

    /** A revision of which only its place is known, for graphs made by hand. */
    public static RevisionInfo of(String id, String... parents) {
        return new RevisionInfo(id, List.of(parents), List.of(), List.of(), List.of(), id, null, false, id);
    }

    /** The same revision with these dependencies. */
    RevisionInfo withDependsOn(List<String> newDependsOn) {
        return new RevisionInfo(id, parents, newDependsOn, labels, replaces, message, created, baseline, source);
    }

    /** What has to be applied before it: parents and dependencies. */
    public Set<String> standsOn() {
        Set<String> all = new LinkedHashSet<>(parents);
        all.addAll(dependsOn);
        return all;
    }

    /** The identifier with the message behind it, for sentences. */
    public String described() {
        return id + " (" + message + ")";
    }

    /** Whether this is a first one. */
    public boolean isRoot() {
        return parents.isEmpty();
    }

    /** Whether it brings branches together. */
    public boolean isMerge() {
        return parents.size() > 1;
    }
}
