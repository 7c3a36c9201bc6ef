package dev.autogen.migration.run;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import java.time.Duration;
import java.util.Optional;

/**
 * How migrations are run.
 *
 * @param defaultSchema the schema that names without one mean
 * @param versionSchema the schema of autogen's own tables
 * @param versionTable name of the version table; the others are named after it
 * @param lockTimeout how long a statement waits for a lock before its migration is rolled back and tried again
 * @param statementTimeout how long a statement runs, zero for ever; null for what the server says of the role
 * @param attempts how often a migration is tried that cannot get its locks
 * @param patience how long to wait for another runner to finish
 * @param toolVersion autogen's version, for the history; never null
 * @param singleTransaction whether a run is one transaction, instead of each migration
 */
public record RunOptions(
        String defaultSchema,
        String versionSchema,
        String versionTable,
        Duration lockTimeout,
        Duration statementTimeout,
        int attempts,
        Duration patience,
        String toolVersion,
        boolean singleTransaction) {
    /** Name of the version table where nothing else is said. */
    public static final String VERSION_TABLE = "autogen_version";

    private static final String SUFFIX = "_version";

    public RunOptions {
        requireNonNull(defaultSchema, "defaultSchema is null");
        requireNonNull(versionSchema, "versionSchema is null");
        requireNonNull(versionTable, "versionTable is null");
        requireNonNull(lockTimeout, "lockTimeout is null");
        requireNonNull(patience, "patience is null");
        requireNonNull(toolVersion, "toolVersion is null");
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts is less than 1: " + attempts);
        }
    }

    /** The defaults: 5 seconds for a lock, five attempts, ten minutes for another runner. */
    public static RunOptions inSchema(String schema) {
        return new RunOptions(
                schema,
                schema,
                VERSION_TABLE,
                Duration.ofSeconds(5),
                null,
                5,
                Duration.ofMinutes(10),
                version(),
                false);
    }

    /** The same options for another default schema; autogen's own tables move along unless they have a schema apart. */
    public RunOptions withSchema(String schema) {
        return new RunOptions(
                schema,
                versionSchema.equals(defaultSchema) ? schema : versionSchema,
                versionTable,
                lockTimeout,
                statementTimeout,
                attempts,
                patience,
                toolVersion,
                singleTransaction);
    }

    public RunOptions withVersionTable(String schema, String table) {
        return new RunOptions(
                defaultSchema,
                schema,
                table,
                lockTimeout,
                statementTimeout,
                attempts,
                patience,
                toolVersion,
                singleTransaction);
    }

    public RunOptions withLockTimeout(Duration newLockTimeout) {
        return new RunOptions(
                defaultSchema,
                versionSchema,
                versionTable,
                newLockTimeout,
                statementTimeout,
                attempts,
                patience,
                toolVersion,
                singleTransaction);
    }

    /**
     * The same with a limit for each statement.
     *
     * @param newStatementTimeout zero for none; null for what the server says of the role
     */
    public RunOptions withStatementTimeout(Duration newStatementTimeout) {
        return new RunOptions(
                defaultSchema,
                versionSchema,
                versionTable,
                lockTimeout,
                newStatementTimeout,
                attempts,
                patience,
                toolVersion,
                singleTransaction);
    }

    public RunOptions withAttempts(int newAttempts) {
        return new RunOptions(
                defaultSchema,
                versionSchema,
                versionTable,
                lockTimeout,
                statementTimeout,
                newAttempts,
                patience,
                toolVersion,
                singleTransaction);
    }

    public RunOptions withPatience(Duration newPatience) {
        return new RunOptions(
                defaultSchema,
                versionSchema,
                versionTable,
                lockTimeout,
                statementTimeout,
                attempts,
                newPatience,
                toolVersion,
                singleTransaction);
    }

    public RunOptions withToolVersion(String newToolVersion) {
        return new RunOptions(
                defaultSchema,
                versionSchema,
                versionTable,
                lockTimeout,
                statementTimeout,
                attempts,
                patience,
                newToolVersion,
                singleTransaction);
    }

    public RunOptions withSingleTransaction(boolean newSingleTransaction) {
        return new RunOptions(
                defaultSchema,
                versionSchema,
                versionTable,
                lockTimeout,
                statementTimeout,
                attempts,
                patience,
                toolVersion,
                newSingleTransaction);
    }

    /** The table that holds a row for each applied head. */
    public QualifiedName versions() {
        return new QualifiedName(versionSchema, versionTable);
    }

    /** The ledger of everything that was run. */
    public QualifiedName history() {
        return sibling("_history");
    }

    /** The table that holds how far an interrupted migration got. */
    public QualifiedName progress() {
        return sibling("_progress");
    }

    /** The version in the manifest of the jar; {@code development} when run from class directories. */
    private static String version() {
        return Optional.ofNullable(RunOptions.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    private QualifiedName sibling(String suffix) {
        String stem = versionTable.endsWith(SUFFIX)
                ? versionTable.substring(0, versionTable.length() - SUFFIX.length())
                : versionTable;
        return new QualifiedName(versionSchema, Identifiers.cut(stem + suffix));
    }
}
