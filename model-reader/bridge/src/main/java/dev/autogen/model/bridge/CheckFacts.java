package dev.autogen.model.bridge;

/**
 * A check constraint.
 *
 * @param name null when anonymous
 * @param expression the SQL condition
 */
public record CheckFacts(NameFacts name, String expression) {}
