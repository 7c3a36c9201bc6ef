package dev.autogen.model.bridge;

/**
 * The field or getter that a column comes from.
 *
 * @param className binary name of the class that declares the member
 * @param member the property's name; empty when the column belongs to the class as a whole
 */
public record MemberFacts(String className, String member) {}
