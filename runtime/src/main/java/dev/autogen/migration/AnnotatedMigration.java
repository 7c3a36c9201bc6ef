package dev.autogen.migration;

import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.LoadedMigration;
import java.lang.reflect.InvocationTargetException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a compiled migration says of itself. Its Javadoc, which has the message, is not in the class file; the class name
 * was made of the message and gives it back: {@code M20261121101530_AddProductsTable} is "Add products table". So there is
 * nothing that would have to be kept in step with the Javadoc, and classes that were written before need no change.
 */
final class AnnotatedMigration {
    private static final Pattern TIME = Pattern.compile("^M\\d{8,14}_(?=.)");

    /** Before a capital that begins a word, and where letters meet digits at a lower case letter's end. */
    private static final Pattern WORD =
            Pattern.compile("_+|(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private AnnotatedMigration() {}

    /**
     * Makes a migration of its class.
     *
     * @throws InvalidMigrationException if the class is not a migration that can be made
     * @throws RevisionException if its annotation makes no sense
     */
    static LoadedMigration of(Class<?> type) {
        if (!Migration.class.isAssignableFrom(type)) {
            throw new InvalidMigrationException(type.getName() + " carries @Revision but does not implement "
                    + Migration.class.getName() + ". Let it do so.");
        }
        try {
            return of((Migration) type.getDeclaredConstructor().newInstance());
        } catch (InvocationTargetException e) {
            throw cannotBeMade(type, e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw cannotBeMade(type, e);
        }
    }

    /**
     * A migration with what its annotation says.
     *
     * @throws RevisionException if the annotation is missing or makes no sense
     */
    static LoadedMigration of(Migration migration) {
        Class<?> type = migration.getClass();
        Revision revision = type.getAnnotation(Revision.class);
        if (revision == null) {
            throw new RevisionException("Migration " + type.getName()
                    + " does not carry @Revision, so its place in the history is unknown. Annotate the class.");
        }
        RevisionInfo info = new RevisionInfo(
                revision.id(),
                List.of(revision.revises()),
                List.of(revision.dependsOn()),
                List.of(revision.labels()),
                List.of(revision.replaces()),
                message(type.getSimpleName()),
                created(revision, type),
                revision.baseline(),
                type.getName());
        return new LoadedMigration(info, migration);
    }

    /** The words that a class name was made of. */
    static String message(String className) {
        String[] words = WORD.split(TIME.matcher(className).replaceFirst(""));
        StringBuilder message = new StringBuilder();
        for (String word : words) {
            if (message.length() > 0) {
                message.append(' ');
            }
            boolean acronym = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
            message.append(message.length() == 0 || acronym ? word : word.toLowerCase(Locale.ROOT));
        }
        return message.length() == 0 ? className : message.toString();
    }

    private static Instant created(Revision revision, Class<?> type) {
        if (revision.created().isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(revision.created());
        } catch (DateTimeException e) {
            throw new RevisionException("@Revision's created in " + type.getName()
                    + " is not a time such as 2026-11-21T10:15:30Z: " + revision.created());
        }
    }

    private static InvalidMigrationException cannotBeMade(Class<?> type, Throwable cause) {
        return new InvalidMigrationException(
                "Migration " + type.getName() + " cannot be made: " + cause
                        + ". It has to be a public class with a public constructor that takes nothing.",
                cause);
    }
}
