package dev.autogen.codegen;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.schema.operation.Operation;
import java.time.Instant;
import java.util.List;
import javax.lang.model.SourceVersion;

/**
 * Everything that a migration's file says.
 *
 * @param packageName package of the class; empty for the unnamed package
 * @param className simple name of the class, as a rule {@link MigrationNames#className}
 * @param revision what its header says, with the message in the words of its author; when it was written is known
 * @param upgrade what it does; empty for one that is to be written by hand
 * @param downgrade what undoes it
 * @param summary what it changes, for its Javadoc: a line each, however many statements that takes
 * @param irreversible why it cannot be undone, which leaves {@code downgrade} aside; null when it can be
 * @param notes further paragraphs for the Javadoc, such as what proving it said
 */
public record MigrationDraft(
        String packageName,
        String className,
        RevisionInfo revision,
        List<DraftStep> upgrade,
        List<DraftStep> downgrade,
        List<Operation> summary,
        String irreversible,
        List<String> notes) {

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if the package or the class cannot be named so in Java
     */
    public MigrationDraft {
        requireNonNull(revision, "revision is null");
        requireNonNull(revision.created(), "when the revision was written is null");
        if (!packageName.isEmpty() && !SourceVersion.isName(packageName)) {
            throw new IllegalArgumentException("not a name for a Java package: '" + packageName + "'");
        }
        if (!SourceVersion.isIdentifier(className) || SourceVersion.isKeyword(className)) {
            throw new IllegalArgumentException("not a name for a Java class: '" + className + "'");
        }
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        summary = List.copyOf(summary);
        notes = List.copyOf(notes);
    }

    /** An empty migration, named by its time and message. */
    public static MigrationDraft of(String packageName, RevisionInfo revision) {
        return new MigrationDraft(
                packageName,
                MigrationNames.className(revision.created(), revision.message()),
                revision,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    /** An empty migration, named by its time and message, that stands on these revisions. */
    public static MigrationDraft of(
            String packageName, String revision, List<String> parents, Instant created, String message) {
        String className = MigrationNames.className(created, message);
        return of(
                packageName,
                new RevisionInfo(
                        revision, parents, List.of(), List.of(), List.of(), message, created, false, className));
    }

    /** The same migration with these operations, each of which is a line of its summary. */
    public MigrationDraft withOperations(List<NotedOperation> newUpgrade, List<NotedOperation> newDowngrade) {
        return withSteps(
                newUpgrade,
                newDowngrade,
                newUpgrade.stream().map(NotedOperation::operation).toList());
    }

    /**
     * The same migration with these statements.
     *
     * @param newSummary what they come to
     */
    public MigrationDraft withSteps(
            List<? extends DraftStep> newUpgrade, List<? extends DraftStep> newDowngrade, List<Operation> newSummary) {
        return new MigrationDraft(
                packageName,
                className,
                revision,
                List.copyOf(newUpgrade),
                List.copyOf(newDowngrade),
                newSummary,
                irreversible,
                notes);
    }

    public MigrationDraft withClassName(String newClassName) {
        return new MigrationDraft(
                packageName, newClassName, revision, upgrade, downgrade, summary, irreversible, notes);
    }

    /** The same migration under another name. */
    public MigrationDraft withNames(String newPackageName, String newClassName) {
        return new MigrationDraft(
                newPackageName, newClassName, revision, upgrade, downgrade, summary, irreversible, notes);
    }

    /** The same migration, which cannot be undone for this reason. */
    public MigrationDraft withIrreversible(String reason) {
        return new MigrationDraft(packageName, className, revision, upgrade, downgrade, summary, reason, notes);
    }

    public MigrationDraft withNotes(List<String> newNotes) {
        return new MigrationDraft(
                packageName, className, revision, upgrade, downgrade, summary, irreversible, newNotes);
    }

    /** The same migration, written at that time and named by it. */
    public MigrationDraft withCreated(Instant created) {
        return withRevision(created, revision.baseline(), revision.labels(), revision.dependsOn())
                .withClassName(MigrationNames.className(created, revision.message()));
    }

    /** The same migration, describing what was there before autogen came. */
    public MigrationDraft asBaseline() {
        return withRevision(revision.created(), true, revision.labels(), revision.dependsOn());
    }

    /** The same migration, beginning a branch of these names, to be run after these revisions of other branches. */
    public MigrationDraft withBranch(List<String> labels, List<String> dependsOn) {
        return withRevision(revision.created(), revision.baseline(), labels, dependsOn);
    }

    private MigrationDraft withRevision(
            Instant created, boolean baseline, List<String> labels, List<String> dependsOn) {
        RevisionInfo changed = new RevisionInfo(
                revision.id(),
                revision.parents(),
                dependsOn,
                labels,
                revision.replaces(),
                revision.message(),
                created,
                baseline,
                revision.source());
        return new MigrationDraft(packageName, className, changed, upgrade, downgrade, summary, irreversible, notes);
    }
}
