package dev.autogen.commands;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.joining;

import dev.autogen.codegen.MigrationDraft;
import dev.autogen.codegen.MigrationNames;
import dev.autogen.commands.config.ConfigurationException;
import dev.autogen.commands.config.MigrationSettings;
import dev.autogen.commands.config.RuntimeDependency;
import dev.autogen.commands.history.MigrationStore;
import dev.autogen.migration.revision.References;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.revision.RevisionNames;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Begins a new migration and writes it: {@code revision}, and what {@code -m}, {@code merge} and {@code init} share. */
final class Drafting {
    private static final int LONGEST_MESSAGE = 10_000;

    private final Workspace workspace;
    private final Project project;

    Drafting(Workspace workspace) {
        this.workspace = workspace;
        this.project = new Project(workspace);
    }

    WrittenMigration revision(RevisionRequest request) {
        try (ProjectLock lock = ProjectLock.acquire(workspace)) {
            return store(draft(request, project.folder().graph()));
        }
    }

    /** The heads that a merge joins, at least two. */
    List<RevisionInfo> toMerge(List<String> references, RevisionGraph graph) {
        Set<String> heads = new TreeSet<>();
        references.forEach(reference -> heads.addAll(named(graph, reference).resolve(reference)));
        if (heads.size() < 2) {
            throw new RevisionException("There is nothing to merge: " + String.join(" ", references) + " stands for "
                    + (heads.isEmpty()
                            ? "no revision"
                            : "the one revision " + heads.iterator().next())
                    + ". `autogen heads` lists the heads.");
        }
        for (String head : heads) {
            if (!graph.children(head).isEmpty()) {
                throw new RevisionException("Revision " + head + " is not a head: "
                        + graph.children(head).get(0).id() + " stands on it. `autogen heads` lists the heads.");
            }
        }
        return heads.stream().map(head -> graph.find(head).orElseThrow()).toList();
    }

    /** An empty migration of this moment, where the request wants it. */
    MigrationDraft draft(RevisionRequest request, RevisionGraph graph) {
        String id = request.id() == null ? MigrationNames.newRevision() : requireFree(graph, request.id());
        List<RevisionInfo> parents = parents(request, graph);
        request.labels().forEach(label -> requireFreeLabel(graph, label));
        MigrationDraft draft = draft(id, parents, request.message());
        List<String> dependencies =
                dependencies(request, graph, draft.revision().parents());
        return draft.withBranch(request.labels(), dependencies);
    }

    /** An empty migration of this moment. */
    MigrationDraft draft(String id, List<RevisionInfo> parents, String message) {
        if (message.isBlank()) {
            throw new ConfigurationException("The message is empty. Say in a few words what the migration does: -m"
                    + " \"add products table\".");
        }
        if (message.length() > LONGEST_MESSAGE) {
            throw new ConfigurationException(
                    "The message has " + message.length() + " characters. Say in a few words what the migration does.");
        }
        List<String> ids = parents.stream().map(RevisionInfo::id).toList();
        return MigrationDraft.of(place(ids).packageName(), id, ids, momentAfter(parents), message);
    }

    /** Now, but after every parent: names of files sort as the history goes, also for two in the same second. */
    static Instant momentAfter(List<RevisionInfo> parents) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return parents.stream()
                .map(RevisionInfo::created)
                .filter(Objects::nonNull)
                .map(created -> created.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1))
                .filter(after -> after.isAfter(now))
                .max(naturalOrder())
                .orElse(now);
    }

    /** The revisions that a new one stands on: the named one, else the only head, else none. */
    private static List<RevisionInfo> parents(RevisionRequest request, RevisionGraph graph) {
        List<RevisionInfo> heads = graph.heads();
        if (request.head() == null && heads.size() > 1) {
            throw new RevisionException("There are " + heads.size() + " heads: "
                    + heads.stream().map(RevisionInfo::described).collect(joining(", "))
                    + ". Say on which one the new migration stands, with `autogen revision --head REV` (or LABEL@head), or"
                    + " bring them together first with `autogen merge heads -m \"...\"`.");
        }
        if (request.head() == null) {
            return heads;
        }
        Optional<RevisionInfo> parent = named(graph, request.head()).one(request.head());
        if (parent.isPresent() && !request.splice() && !heads.contains(parent.get())) {
            throw new RevisionException("Revision " + parent.get().id() + " is not a head: "
                    + graph.children(parent.get().id()).get(0).id() + " stands on it already. --splice begins a branch"
                    + " there; `autogen heads` lists the heads.");
        }
        return parent.stream().toList();
    }

    /** What a file says cannot depend on where some database is. */
    private static References named(RevisionGraph graph, String reference) {
        if (References.asksDatabase(reference)) {
            throw new RevisionException("'" + reference + "' counts from where the database is, and the history of"
                    + " migrations is the same for every database. Name the revision, as `autogen current` shows it.");
        }
        return new References(graph, Set.of());
    }

    /** What the new one depends on; what its parents stand on is there already. */
    private static List<String> dependencies(RevisionRequest request, RevisionGraph graph, List<String> parents) {
        Set<String> dependencies = new TreeSet<>();
        for (String reference : request.dependsOn()) {
            dependencies.addAll(named(graph, reference).resolve(reference));
        }
        Set<String> implied = graph.applied(parents);
        for (String dependency : dependencies) {
            Set<String> below = graph.applied(Set.of(dependency));
            below.remove(dependency);
            implied.addAll(below);
        }
        dependencies.removeAll(implied);
        return List.copyOf(dependencies);
    }

    /** Writes the migration; what the project lacks for it is found out before, so that a failure leaves no file. */
    WrittenMigration store(MigrationDraft draft) {
        Optional<String> missing = missingDependency();
        return written(migrationStore(draft).write(draft), missing);
    }

    /** What a command says of a file that was written. */
    WrittenMigration written(MigrationStore.Stored stored, Optional<String> missingDependency) {
        return new WrittenMigration(
                shown(stored.path()), stored.draft().revision().id(), stored.source(), missingDependency);
    }

    /** Where that migration is to be written. */
    MigrationStore migrationStore(MigrationDraft draft) {
        return new MigrationStore(
                place(draft.revision().parents()), workspace.settings().style());
    }

    /** With several places for migrations, a new one goes where its first parent is. */
    private MigrationSettings place(List<String> parents) {
        MigrationSettings places = workspace.settings().migrations();
        if (parents.isEmpty() || places.sourceRoots().size() * places.packages().size() == 1) {
            return places;
        }
        return project.folder().files().stream()
                .filter(file -> file.info().id().equals(parents.get(0)))
                .findFirst()
                .map(file -> places.beside(file.path()))
                .orElse(places);
    }

    Path shown(Path path) {
        Path directory = workspace.surroundings().workingDirectory();
        return path.startsWith(directory) ? directory.relativize(path) : path;
    }

    /** What to add to the build file, where the project cannot compile a migration yet. */
    Optional<String> missingDependency() {
        if (!workspace.settings().layout().hasBuildFile() || RuntimeDependency.isOn(project.classPath())) {
            return Optional.empty();
        }
        return Optional.of(RuntimeDependency.snippet(workspace.settings().layout(), Version.current()));
    }

    private static String requireFree(RevisionGraph graph, String id) {
        RevisionNames.objection(id).ifPresent(objection -> {
            throw new ConfigurationException(
                    "'" + id + "' cannot be a revision's identifier: it " + objection + ". Choose another --rev-id.");
        });
        graph.find(id).or(() -> graph.labelled(id)).ifPresent(taken -> {
            throw new RevisionException("There is a revision " + (taken.id().equals(id) ? "" : "labelled ") + id
                    + " already: " + taken.source() + ". Choose another --rev-id.");
        });
        return id;
    }

    private static void requireFreeLabel(RevisionGraph graph, String label) {
        RevisionNames.objection(label).ifPresent(objection -> {
            throw new ConfigurationException("'" + label + "' cannot be the label of a branch: it " + objection
                    + ". Choose another --branch-label.");
        });
        graph.find(label).or(() -> graph.labelled(label)).ifPresent(taken -> {
            throw new RevisionException("'" + label + "' names revision " + taken.id() + " already (" + taken.source()
                    + "). Choose another --branch-label.");
        });
    }
}
