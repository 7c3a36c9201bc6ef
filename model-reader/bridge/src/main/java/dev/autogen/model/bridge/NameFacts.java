package dev.autogen.model.bridge;

/**
 * An identifier as the mapping has it. PostgreSQL folds it to lower case unless it is quoted.
 *
 * @param text the name without quotes
 * @param quoted whether the mapping quotes it
 */
public record NameFacts(String text, boolean quoted) {}
