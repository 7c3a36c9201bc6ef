package dev.autogen.commands;

import dev.autogen.commands.config.ConfigurationException;
import dev.autogen.commands.history.MigrationException;
import dev.autogen.commands.proof.DisprovedException;
import dev.autogen.differ.DifferException;
import dev.autogen.introspector.IntrospectionException;
import dev.autogen.migration.InvalidMigrationException;
import dev.autogen.migration.InvalidTargetException;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.run.LockedException;
import dev.autogen.migration.run.MigrationFailedException;
import dev.autogen.migration.run.UnsafeConnectionException;
import dev.autogen.model.ModelException;
import dev.autogen.scratch.EmbeddedServerException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;

/**
 * Why a command did not do what it was asked to, as users and scripts see it.
 *
 * @param exitCode what the process ends with, see {@link ExitCode}
 * @param message one paragraph: what is wrong, where, what to do
 */
public record Failure(int exitCode, String message) {

    /**
     * What an exception means to users of this workspace. Where a right is missing, the database is asked which.
     */
    public static Failure of(Throwable thrown, Workspace workspace) {
        return thrown instanceof SQLException sql ? ServerFailure.of(sql, workspace) : of(thrown);
    }

    /** What an exception means to users. Whatever is not foreseen is a defect of autogen. */
    public static Failure of(Throwable thrown) {
        if (thrown instanceof ConfigurationException
                || thrown instanceof InvalidTargetException
                || thrown instanceof ModelException
                || thrown instanceof DifferException
                || thrown instanceof UnansweredException) {
            return new Failure(ExitCode.USAGE, thrown.getMessage());
        }
        if (thrown instanceof EmbeddedServerException
                || thrown instanceof IntrospectionException
                || thrown instanceof UnsafeConnectionException) {
            return new Failure(ExitCode.DATABASE, thrown.getMessage());
        }
        if (thrown instanceof SQLException sql) {
            return ServerFailure.of(sql);
        }
        if (thrown instanceof DatabaseException database) {
            return ServerFailure.of(database);
        }
        if (thrown instanceof MigrationFailedException
                || thrown instanceof LockedException
                || thrown instanceof InvalidMigrationException) {
            return new Failure(ExitCode.MIGRATION, thrown.getMessage());
        }
        if (thrown instanceof DisprovedException) {
            return new Failure(ExitCode.FINDINGS, thrown.getMessage());
        }
        if (thrown instanceof RevisionException || thrown instanceof MigrationException) {
            return new Failure(ExitCode.REVISION, thrown.getMessage());
        }
        Throwable inner = thrown instanceof UncheckedIOException ? thrown.getCause() : thrown;
        if (inner instanceof FileSystemException file) {
            return new Failure(ExitCode.USAGE, file(file));
        }
        if (thrown instanceof ReadOnlyFileSystemException) {
            return new Failure(ExitCode.USAGE, "A file cannot be written: the file system is read-only.");
        }
        return new Failure(
                ExitCode.DEFECT,
                "autogen failed in a way that it should not: " + thrown
                        + ". Nothing was left half done on purpose. Run the command again with --verbose for the"
                        + " stack trace, and report it.");
    }

    private static String file(FileSystemException e) {
        String reason = e instanceof AccessDeniedException
                ? "permission denied"
                : e instanceof FileAlreadyExistsException
                        ? "it is not a directory"
                        : e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
        return "The file or directory " + e.getFile() + " cannot be used: " + reason
                + ". Check that it exists and that you may read and write it.";
    }
}
