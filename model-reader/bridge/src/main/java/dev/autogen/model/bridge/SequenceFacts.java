package dev.autogen.model.bridge;

/**
 * A sequence.
 *
 * @param schema null for the default schema
 */
public record SequenceFacts(NameFacts schema, NameFacts name, int start, int increment) {}
