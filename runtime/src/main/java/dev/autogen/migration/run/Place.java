package dev.autogen.migration.run;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.ddl.SqlStatement;

/**
 * Where in a migration the runner is, for the message when it fails there.
 *
 * @param what the operation in words; empty before the first one
 * @param statement the statement that is being run; null between statements and in the migration's own Java code
 */
record Place(String what, SqlStatement statement) {
    static final Place BEGINNING = new Place("", null);
    static final Place COMMIT = new Place("at its commit", null);

    private static final String JAVA_CODE = ", its own Java code";

    Place {
        requireNonNull(what, "what is null");
    }

    /** In Java code of the migration, which is the operation of that number. */
    static Place ofJavaCode(String number) {
        return new Place(number + JAVA_CODE, null);
    }

    boolean isJavaCode() {
        return what.endsWith(JAVA_CODE);
    }

    /** The same place with nothing but its words. */
    Place between() {
        return new Place(what, null);
    }
}
