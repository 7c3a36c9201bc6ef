package dev.autogen.model.bridge;

/** Why the mapping could not be read. */
public final class BridgeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Reason {
        /** A class that the entities need is not on the class path. */
        CLASS_MISSING,
        /** Hibernate does not accept the mapping. */
        MAPPING_REJECTED,
        /** A naming strategy, service or mapping file that was asked for cannot be used. */
        BAD_CONFIGURATION
    }

    private final Reason reason;
    private final String subject;

    /**
     * @param reason what went wrong
     * @param subject the class concerned: the missing one, or the one being mapped; empty when not known
     * @param message the words of Hibernate or of the class loader
     */
    public BridgeException(Reason reason, String subject, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.subject = subject;
    }

    public Reason reason() {
        return reason;
    }

    /** The class concerned; empty when not known. */
    public String subject() {
        return subject;
    }
}
