package dev.autogen.model.bridge;

/**
 * One part of an index: a column or an expression.
 *
 * @param column null when the part is an expression
 * @param expression null when the part is a column
 * @param order what follows it, such as {@code desc}; empty when nothing does
 */
public record IndexPartFacts(NameFacts column, String expression, String order) {}
