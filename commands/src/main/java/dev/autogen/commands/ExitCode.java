package dev.autogen.commands;

/** What the process ends with; scripts rely on these numbers. */
public final class ExitCode {
    /** Done; for {@code check}: no drift. */
    public static final int OK = 0;

    /** {@code check}: drift; {@code diff --exit-code}: differences; a proof that failed; {@code verify}: findings. */
    public static final int FINDINGS = 1;

    /** Wrong usage or configuration. */
    public static final int USAGE = 2;

    /** The database cannot be reached or refuses the role. */
    public static final int DATABASE = 3;

    /** A migration failed. */
    public static final int MIGRATION = 4;

    /** Revisions: unknown, ambiguous, several heads, database not up to date, file missing or changed. */
    public static final int REVISION = 5;

    /** A defect in autogen. */
    public static final int DEFECT = 70;

    private ExitCode() {}
}
