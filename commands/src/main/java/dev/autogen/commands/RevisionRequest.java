package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

/**
 * An empty migration to be written by hand.
 *
 * @param message what it does, in a few words
 * @param head the revision it stands on; null for the only head
 * @param id its identifier; null for a random one
 */
public record RevisionRequest(String message, String head, String id) {
    public RevisionRequest {
        requireNonNull(message, "message is null");
    }
}
