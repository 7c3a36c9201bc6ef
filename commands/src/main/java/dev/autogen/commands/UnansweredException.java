package dev.autogen.commands;

/** Whoever was asked ended the command instead of answering; nothing has been done. */
public final class UnansweredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnansweredException() {
        super("Nothing was written, since a question was left without an answer. Run it again and answer, tell renames"
                + " with --rename OLD=NEW, or say --no-input to be asked nothing.");
    }
}
