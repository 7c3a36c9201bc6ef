package dev.autogen.commands;

import dev.autogen.commands.history.HeaderEdit;
import dev.autogen.commands.history.MigrationFile;
import dev.autogen.commands.history.MigrationFolder;
import dev.autogen.commands.history.MigrationStore;
import dev.autogen.migration.revision.RevisionInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rewrites the headers of a branch so that it stands on another revision; nothing else in the files changes. */
final class BranchMove {
    private static final String SUFFIX = ".java";

    private final Workspace workspace;
    private final MigrationFolder folder;

    BranchMove(Workspace workspace, MigrationFolder folder) {
        this.workspace = workspace;
        this.folder = folder;
    }

    /** A file as it is to be. */
    private record Rewrite(RevisionInfo before, RevisionInfo after, MigrationFile file, String name, String source) {}

    /**
     * Writes the files, the first of the branch first: from then on the history is a line, also if the rest is
     * interrupted.
     *
     * @param branch a line of revisions, parents first
     */
    List<RebaseResult.Moved> move(List<RevisionInfo> branch, RevisionInfo onto) {
        List<Rewrite> rewrites = new ArrayList<>();
        RevisionInfo below = onto;
        for (RevisionInfo revision : branch) {
            Rewrite rewrite = rewrite(revision, below);
            rewrites.add(rewrite);
            below = rewrite.after();
        }
        MigrationStore store = new MigrationStore(
                workspace.settings().migrations(), workspace.settings().style());
        List<RebaseResult.Moved> moved = new ArrayList<>();
        for (Rewrite rewrite : rewrites) {
            Path from = rewrite.file().path();
            Path to = store.rewrite(from, rewrite.source(), rewrite.name());
            moved.add(new RebaseResult.Moved(rewrite.before(), rewrite.after(), shown(from), shown(to)));
        }
        return moved;
    }

    private Path shown(Path path) {
        Path directory = workspace.surroundings().workingDirectory();
        return path.startsWith(directory) ? directory.relativize(path) : path;
    }

    /** Names of files sort as the history goes, so one that is older than what it stands on gets the time of now. */
    private Rewrite rewrite(RevisionInfo revision, RevisionInfo below) {
        MigrationFile file = folder.find(revision).orElseThrow();
        String simpleName = file.className().substring(file.className().lastIndexOf('.') + 1);
        HeaderEdit edit = new HeaderEdit(file, text(file.path()));
        // What the header says itself: the graph tells a parent that was replaced by the name of what replaces it.
        List<String> parents = file.info().parents();
        if (!parents.equals(List.of(below.id()))) {
            edit.parent(parents.isEmpty() ? null : parents.get(0), below.id());
        }
        String name = simpleName;
        Instant created = revision.created();
        boolean older = created != null && below.created() != null && !created.isAfter(below.created());
        if (older) {
            created = Drafting.momentAfter(List.of(below));
            edit.created(revision.created(), created);
            name = renamed(file, simpleName, created);
            edit.className(simpleName, name);
        }
        RevisionInfo after = new RevisionInfo(
                revision.id(),
                List.of(below.id()),
                revision.dependsOn(),
                revision.labels(),
                revision.replaces(),
                revision.message(),
                created,
                revision.baseline(),
                name + SUFFIX);
        return new Rewrite(
                file.info(), after, file, name.equals(simpleName) ? fileName(file) : name + SUFFIX, edit.text());
    }

    /** A class that other sources mention keeps its name, or they would not compile any more. */
    private String renamed(MigrationFile file, String className, Instant created) {
        String name = workspace.settings().style().classNames().withTime(className, created);
        boolean taken = Files.exists(file.path().resolveSibling(name + SUFFIX));
        boolean mentioned = folder.sources().stream()
                .filter(source -> !source.equals(file.path()))
                .anyMatch(source -> text(source).contains(className));
        return taken || mentioned || !fileName(file).equals(className + SUFFIX) ? className : name;
    }

    private static String fileName(MigrationFile file) {
        return file.path().getFileName().toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
