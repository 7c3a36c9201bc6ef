package dev.autogen.conformance.laws;

/** A law that did not hold. */
final class LawViolation extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final String law;

    LawViolation(String law, String detail) {
        super(law + "\n" + detail);
        this.law = law;
    }

    LawViolation(String law, String detail, Throwable cause) {
        this(law, detail);
        initCause(cause);
    }

    /** Which one, so that a smaller pair can be told to break the same. */
    String law() {
        return law;
    }
}
