package dev.autogen.codegen;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import javax.lang.model.SourceVersion;

/**
 * Everything that a migration's file says.
 *
 * @param packageName package of the class; empty for the unnamed package
 * @param className simple name of the class, as a rule {@link MigrationNames#className}
 * @param revision id of the revision, as a rule {@link MigrationNames#newRevision}
 * @param revises ids of the revisions it follows: none for the first, several for one that joins branches
 * @param created when it was written
 * @param message what it does, in the words of its author
 * @param upgrade what it does; empty for one that is to be written by hand
 * @param downgrade what undoes it
 * @param irreversible why it cannot be undone, which leaves {@code downgrade} aside; null when it can be
 * @param notes further paragraphs for the Javadoc, such as what proving it said
 * @param baseline whether it describes what was there before autogen came
 * @param labels names of the branch that starts here
 * @param dependsOn ids of revisions on other branches that have to be applied first
 */
public record MigrationDraft(
        String packageName,
        String className,
        String revision,
        List<String> revises,
        Instant created,
        String message,
        List<NotedOperation> upgrade,
        List<NotedOperation> downgrade,
        String irreversible,
        List<String> notes,
        boolean baseline,
        List<String> labels,
        List<String> dependsOn) {

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if the package or the class cannot be named so in Java
     */
    public MigrationDraft {
        requireNonNull(revision, "revision is null");
        requireNonNull(created, "created is null");
        requireNonNull(message, "message is null");
        if (!packageName.isEmpty() && !SourceVersion.isName(packageName)) {
            throw new IllegalArgumentException("not a name for a Java package: '" + packageName + "'");
        }
        if (!SourceVersion.isIdentifier(className) || SourceVersion.isKeyword(className)) {
            throw new IllegalArgumentException("not a name for a Java class: '" + className + "'");
        }
        revises = List.copyOf(revises);
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        notes = List.copyOf(notes);
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
    }

    /** An empty migration, named by its time and message. */
    public static MigrationDraft of(
            String packageName, String revision, List<String> revises, Instant created, String message) {
        return new MigrationDraft(
                packageName,
                MigrationNames.className(created, message),
                revision,
                revises,
                created,
                message,
                List.of(),
                List.of(),
                null,
                List.of(),
                false,
                List.of(),
                List.of());
    }

    public MigrationDraft withOperations(List<NotedOperation> newUpgrade, List<NotedOperation> newDowngrade) {
        return new MigrationDraft(
                packageName,
                className,
                revision,
                revises,
                created,
                message,
                newUpgrade,
                newDowngrade,
                irreversible,
                notes,
                baseline,
                labels,
                dependsOn);
    }

    public MigrationDraft withCreated(Instant newCreated) {
        return new MigrationDraft(
                packageName,
                className,
                revision,
                revises,
                newCreated,
                message,
                upgrade,
                downgrade,
                irreversible,
                notes,
                baseline,
                labels,
                dependsOn);
    }

    public MigrationDraft withClassName(String newClassName) {
        return new MigrationDraft(
                packageName,
                newClassName,
                revision,
                revises,
                created,
                message,
                upgrade,
                downgrade,
                irreversible,
                notes,
                baseline,
                labels,
                dependsOn);
    }

    /** The same migration, which cannot be undone for this reason. */
    public MigrationDraft withIrreversible(String reason) {
        return new MigrationDraft(
                packageName,
                className,
                revision,
                revises,
                created,
                message,
                upgrade,
                downgrade,
                reason,
                notes,
                baseline,
                labels,
                dependsOn);
    }

    public MigrationDraft withNotes(List<String> newNotes) {
        return new MigrationDraft(
                packageName,
                className,
                revision,
                revises,
                created,
                message,
                upgrade,
                downgrade,
                irreversible,
                newNotes,
                baseline,
                labels,
                dependsOn);
    }

    public MigrationDraft withBaseline(boolean newBaseline) {
        return new MigrationDraft(
                packageName,
                className,
                revision,
                revises,
                created,
                message,
                upgrade,
                downgrade,
                irreversible,
                notes,
                newBaseline,
                labels,
                dependsOn);
    }

    public MigrationDraft withBranch(List<String> newLabels, List<String> newDependsOn) {
        return new MigrationDraft(
                packageName,
                className,
                revision,
                revises,
                created,
                message,
                upgrade,
                downgrade,
                irreversible,
                notes,
                baseline,
                newLabels,
                newDependsOn);
    }
}
