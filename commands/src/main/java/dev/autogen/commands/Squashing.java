package dev.autogen.commands;

import static java.util.stream.Collectors.joining;

import dev.autogen.codegen.MigrationDraft;
import dev.autogen.codegen.MigrationNames;
import dev.autogen.codegen.NotedOperation;
import dev.autogen.commands.config.StateDirectory;
import dev.autogen.commands.database.ScratchServer;
import dev.autogen.commands.history.MigrationFolder;
import dev.autogen.commands.history.TrialMigration;
import dev.autogen.commands.proof.DisprovedException;
import dev.autogen.commands.proof.RangeEquivalence;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.MigrationFailedException;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code squash}: one migration for a line of them, once it is proved to do the same. */
final class Squashing {
    private final Workspace workspace;
    private final Project project;
    private final Drafting drafting;

    Squashing(Workspace workspace) {
        this.workspace = workspace;
        this.project = new Project(workspace);
        this.drafting = new Drafting(workspace);
    }

    SquashResult squash(String reference, String message) throws SQLException {
        try (ProjectLock lock = ProjectLock.acquire(workspace)) {
            HistoryResult history = new Looking(workspace).historyAndStatusIfAny();
            SquashRange range = SquashRange.of(history, reference);
            MigrationDraft empty = draft(range, message);
            List<LoadedMigration> migrations = project.migrations(history.folder());
            Map<RevisionInfo, RecordedMigration> recorded = recorded(range, migrations);
            workspace
                    .progress()
                    .say("Proving that one migration does the same as "
                            + range.revisions().size());
            try (ScratchServer server = new Commuting(workspace).scratchServer();
                    RangeEquivalence equivalence = equivalence(server, range, migrations, recorded)) {
                MigrationDraft draft = proved(history.folder(), range, equivalence, empty, recorded);
                return write(history.folder(), range, draft, recorded, equivalence);
            }
        }
    }

    private MigrationDraft draft(SquashRange range, String message) {
        MigrationDraft draft = drafting.draft(MigrationNames.newRevision(), List.of(), message);
        RevisionInfo empty = draft.revision();
        // The time of the last one, so that what stands on it still comes behind it where files are sorted.
        RevisionInfo info = new RevisionInfo(
                empty.id(),
                range.first().parents(),
                range.dependsOn(),
                range.labels(),
                range.replaced(),
                empty.message(),
                range.last().created() == null ? empty.created() : range.last().created(),
                false,
                empty.source());
        return MigrationDraft.of(workspace.settings().migrations().packageName(), info)
                .withNotes(List.of("Stands in for "
                        + range.revisions().stream()
                                .map(revision -> revision.id() + " (" + revision.message() + ")")
                                .collect(joining(", "))
                        + "."));
    }

    private static Map<RevisionInfo, RecordedMigration> recorded(SquashRange range, List<LoadedMigration> migrations) {
        Map<RevisionInfo, RecordedMigration> recorded = new LinkedHashMap<>();
        for (RevisionInfo revision : range.revisions()) {
            LoadedMigration migration = migrations.stream()
                    .filter(loaded -> loaded.info().id().equals(revision.id()))
                    .findFirst()
                    .orElseThrow();
            RecordedMigration steps = RecordedMigration.of(migration.migration());
            requireOperationsOnly(revision, steps.upgrade());
            requireOperationsOnly(revision, steps.downgrade());
            recorded.put(revision, steps);
        }
        return recorded;
    }

    private static void requireOperationsOnly(RevisionInfo revision, List<Step> steps) {
        if (!steps.stream().allMatch(SquashedSteps::canTakeOver)) {
            throw new RevisionException(
                    "Revision " + revision.id() + " (" + revision.source()
                            + ") does what another file cannot take over: Java code on a connection, batches with a statement of"
                            + " their own, timeouts, or what runs outside of transactions. Squash the line before or behind it.");
        }
    }

    private RangeEquivalence equivalence(
            ScratchServer server,
            SquashRange range,
            List<LoadedMigration> migrations,
            Map<RevisionInfo, RecordedMigration> recorded)
            throws SQLException {
        try {
            return new RangeEquivalence(
                    server,
                    Commuting.runOptions(workspace.settings()),
                    migrations,
                    range.below(),
                    range.last().id(),
                    irreversible(recorded).isEmpty(),
                    recorded.values().stream()
                            .flatMap(each -> each.upgrade().stream())
                            .toList());
        } catch (MigrationFailedException e) {
            throw new DisprovedException("Nothing can be proved here, for the scratch server cannot run the history: "
                    + e.getMessage().lines().limit(2).collect(joining(": "))
                    + "\nNothing was changed. Name a server that can with --scratch-url.");
        }
    }

    /** The shortest form of the migration that does the same as the range. */
    private MigrationDraft proved(
            MigrationFolder folder,
            SquashRange range,
            RangeEquivalence equivalence,
            MigrationDraft empty,
            Map<RevisionInfo, RecordedMigration> recorded)
            throws SQLException {
        List<MigrationDraft> candidates = new ArrayList<>();
        List<Operation> steps = SquashedSteps.of(recorded.values().stream()
                .flatMap(each -> each.upgrade().stream())
                .toList());
        if (steps.stream().noneMatch(ExecuteSql.class::isInstance)) {
            equivalence
                    .additions(steps)
                    .map(diff -> filled(empty, recorded, diff))
                    .ifPresent(candidates::add);
        }
        candidates.add(filled(empty, recorded));
        Optional<String> disproof = Optional.empty();
        for (MigrationDraft candidate : candidates) {
            disproof = disproof(folder, range, equivalence, candidate);
            if (disproof.isEmpty()) {
                return candidate;
            }
        }
        throw new DisprovedException("One migration would not do the same as the " + recorded.size() + " of the range: "
                + disproof.get() + "\nNothing was changed. Squash a shorter range.");
    }

    private Optional<String> disproof(
            MigrationFolder folder, SquashRange range, RangeEquivalence equivalence, MigrationDraft candidate)
            throws SQLException {
        try (TrialMigration trial = TrialMigration.of(candidate)) {
            List<LoadedMigration> migrations = project.migrations(trial.inPlaceOf(range.ids(), folder));
            return equivalence.disproof(migrations, candidate.revision().id());
        }
    }

    private static MigrationDraft filled(
            MigrationDraft draft, Map<RevisionInfo, RecordedMigration> recorded, SchemaDiff diff) {
        return undone(draft.withOperations(noted(diff.upgrade()), noted(diff.downgrade())), recorded);
    }

    private static MigrationDraft filled(MigrationDraft draft, Map<RevisionInfo, RecordedMigration> recorded) {
        List<RecordedMigration> up = new ArrayList<>(recorded.values());
        List<RecordedMigration> down = new ArrayList<>(up);
        Collections.reverse(down);
        return undone(
                draft.withOperations(
                        noted(SquashedSteps.of(up.stream()
                                .flatMap(each -> each.upgrade().stream())
                                .toList())),
                        noted(SquashedSteps.of(down.stream()
                                .flatMap(each -> each.downgrade().stream())
                                .toList()))),
                recorded);
    }

    private static MigrationDraft undone(MigrationDraft draft, Map<RevisionInfo, RecordedMigration> recorded) {
        return irreversible(recorded)
                .map(revision -> draft.withIrreversible("Revision " + revision.id() + " (" + revision.message()
                        + "), which is part of this one, cannot be undone"))
                .orElse(draft);
    }

    private static Optional<RevisionInfo> irreversible(Map<RevisionInfo, RecordedMigration> recorded) {
        return recorded.entrySet().stream()
                .filter(each -> !each.getValue().reversible())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static List<NotedOperation> noted(List<Operation> operations) {
        return operations.stream().map(NotedOperation::of).toList();
    }

    /** The new file comes first: whenever this is interrupted, nothing is lost and the next command says what is left. */
    private SquashResult write(
            MigrationFolder folder,
            SquashRange range,
            MigrationDraft draft,
            Map<RevisionInfo, RecordedMigration> recorded,
            RangeEquivalence equivalence)
            throws SQLException {
        WrittenMigration written = drafting.store(draft);
        Path kept = keep(folder, range, written.revision());
        return new SquashResult(
                written,
                range.revisions(),
                kept,
                "Proved on scratch databases (PostgreSQL " + equivalence.majorVersion()
                        + "): it gives the same schema as the "
                        + range.revisions().size() + " migrations"
                        + (irreversible(recorded).isEmpty() ? ", there and back." : "; it cannot be undone.")
                        + equivalence.ofRows(),
                notices(recorded));
    }

    private Path keep(MigrationFolder folder, SquashRange range, String squashed) {
        try {
            Path directory = StateDirectory.create(workspace.settings().project())
                    .resolve("squashed")
                    .resolve(squashed);
            Files.createDirectories(directory);
            for (RevisionInfo revision : range.revisions()) {
                Path file = folder.find(revision).orElseThrow().path();
                Files.move(file, directory.resolve(file.getFileName()));
            }
            return drafting.shown(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> notices(Map<RevisionInfo, RecordedMigration> recorded) {
        String sql = recorded.entrySet().stream()
                .filter(each ->
                        SquashedSteps.of(each.getValue().upgrade()).stream().anyMatch(ExecuteSql.class::isInstance))
                .map(each -> each.getKey().id())
                .collect(joining(", "));
        return sql.isEmpty()
                ? List.of()
                : List.of("The SQL that " + sql + (sql.contains(",") ? " execute" : " executes")
                        + " was taken over as it is: see whether new databases still need it.");
    }
}
