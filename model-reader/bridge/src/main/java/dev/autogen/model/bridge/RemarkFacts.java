package dev.autogen.model.bridge;

/**
 * Something odd about the mapping that Hibernate does not mention.
 *
 * @param message a sentence
 * @param origin null when no member is to blame
 * @param other the other member concerned; null when there is none
 * @param contradiction whether no schema can be right for it
 */
public record RemarkFacts(String message, MemberFacts origin, MemberFacts other, boolean contradiction) {

    /** A remark that leaves the model as it is. */
    public static RemarkFacts note(String message, MemberFacts origin) {
        return new RemarkFacts(message, origin, null, false);
    }
}
