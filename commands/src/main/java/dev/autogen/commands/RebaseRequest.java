package dev.autogen.commands;

/**
 * What {@code rebase} is asked for.
 *
 * @param revision a revision of the branch that is to be moved; null for the one that the database has not applied
 * @param onto the head to put it on; null for the only other one
 */
public record RebaseRequest(String revision, String onto) {}
