package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A migration to be written, and its place in the history.
 *
 * @param message what it does, in a few words
 * @param head the revision it stands on, {@code base} for a first one; null for the only head
 * @param splice whether it may stand on a revision that is not a head, which begins a branch
 * @param labels names for the branch that begins with it
 * @param dependsOn revisions of other branches that have to be applied first
 * @param id its identifier; null for a random one
 */
public record RevisionRequest(
        String message, String head, boolean splice, List<String> labels, List<String> dependsOn, String id) {
    public RevisionRequest {
        requireNonNull(message, "message is null");
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
    }

    /** A migration that stands on the only head. */
    public static RevisionRequest of(String message) {
        return new RevisionRequest(message, null, false, List.of(), List.of(), null);
    }

    /** The same with another message. */
    RevisionRequest saying(String newMessage) {
        return new RevisionRequest(newMessage, head, splice, labels, dependsOn, id);
    }

    /** The same, standing on that revision; null for the only head. */
    public RevisionRequest on(String newHead) {
        return new RevisionRequest(message, newHead, splice, labels, dependsOn, id);
    }
}
