package dev.autogen.commands;

import static java.util.stream.Collectors.toSet;

import dev.autogen.commands.config.ProofMode;
import dev.autogen.commands.database.ScratchServer;
import dev.autogen.commands.history.MigrationFolder;
import dev.autogen.commands.proof.HistoryWalk;
import dev.autogen.commands.proof.WalkListener;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.revision.RevisionRange;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.RunOptions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** {@code verify}: every migration of a range up, down and up again on an empty database, then the entities. */
final class Verifying {
    private final Workspace workspace;
    private final Project project;

    Verifying(Workspace workspace) {
        this.workspace = workspace;
        this.project = new Project(workspace);
    }

    VerifyResult verify(VerifyRequest request) {
        MigrationFolder folder = project.folder();
        RevisionGraph graph = folder.graph();
        List<RevisionInfo> range = range(graph, request.range());
        boolean toTheEnd = range.containsAll(graph.heads());
        RunOptions options = Commuting.runOptions(workspace.settings());
        List<LoadedMigration> migrations = project.migrations(folder);
        AtomicReference<Comparison> compared = new AtomicReference<>();
        HistoryWalk walk = new HistoryWalk(graph, range, migrations, options, new ToldWalk(workspace.progress()));
        try (ScratchServer server = new Commuting(workspace).scratchServer()) {
            try (EndOfHistory end = new EndOfHistory(workspace, project, server, options.defaultSchema())) {
                if (!request.entities() || !toTheEnd) {
                    return result(walk.walk(server, at -> {}), Optional.empty(), request, folder);
                }
                // Before the long walk, since it may fail.
                end.read();
                WalkedHistory result =
                        walk.walk(server, at -> compared.set(end.compare(at, migrations, ids(graph.heads()))));
                return result(result, Optional.ofNullable(compared.get()), request, folder);
            } catch (SQLException e) {
                throw server.refused(e);
            }
        }
    }

    private VerifyResult result(
            WalkedHistory walk, Optional<Comparison> entities, VerifyRequest request, MigrationFolder folder) {
        return new VerifyResult(
                walk,
                entities,
                request.entities() && entities.isEmpty()
                        ? Optional.of("the walk does not end at the end of the history")
                        : Optional.empty(),
                folder,
                workspace.settings().project(),
                workspace.settings().proof() == ProofMode.REQUIRED);
    }

    /** A range includes both its ends; one revision is a range of itself. */
    private static List<RevisionInfo> range(RevisionGraph graph, String reference) {
        String range = RevisionRange.isRange(reference) ? reference : reference + ":" + reference;
        return RevisionRange.upward(graph, Set.of(), range).revisions(graph);
    }

    private static Set<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).collect(toSet());
    }

    /** Tells of a walk: each part when it begins, and how far it is. */
    private static final class ToldWalk implements WalkListener {
        private static final long INTERVAL = Duration.ofMillis(200).toNanos();

        private final Progress progress;
        private String way = "";
        private int total;
        private int done;
        private long told;

        ToldWalk(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void began(String newWay, int migrations) {
            way = newWay;
            total = migrations;
            done = 0;
            told = System.nanoTime();
            progress.say(way + ": " + migrations + (migrations == 1 ? " migration" : " migrations"));
        }

        @Override
        public void went() {
            done++;
            long now = System.nanoTime();
            if (done < total && now - told >= INTERVAL) {
                told = now;
                progress.update("  " + way.toLowerCase(Locale.ROOT) + ": " + done + " of " + total);
            }
        }
    }
}
