package dev.autogen.migration.run;

/**
 * What a script is to be like.
 *
 * @param idempotent whether each migration, and each part of one, is guarded, so that a database gets only what it lacks
 * @param withoutJava whether the script goes on where a migration runs Java code of its own, which SQL cannot show; else
 *     it stops there with an error
 * @param singleTransaction whether all of it is one transaction
 */
public record ScriptOptions(boolean idempotent, boolean withoutJava, boolean singleTransaction) {
    /** A script for one known state of a database, a transaction for each migration. */
    public static final ScriptOptions PLAIN = new ScriptOptions(false, false, false);
}
