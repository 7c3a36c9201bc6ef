package dev.autogen.model.bridge;

/**
 * Something odd about the mapping that Hibernate does not mention.
 *
 * @param message a sentence
 * @param origin null when no member is to blame
 */
public record RemarkFacts(String message, MemberFacts origin) {}
