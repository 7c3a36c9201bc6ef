package dev.autogen.commands.proof;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.autogen.commands.database.ScratchDatabase;
import dev.autogen.commands.database.ScratchServer;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.MigrationFailedException;
import dev.autogen.migration.run.RunOptions;
import dev.autogen.schema.Catalog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whether branches of a history come to the same whichever is applied first: the same schema, but for where new columns
 * stand, and the same made-up rows.
 */
public final class Commutation {
    private static final int SHOWN = 5;

    private final RevisionGraph graph;
    private final List<LoadedMigration> migrations;
    private final List<String> heads;
    private final Set<String> shared;

    /**
     * @param graph the history
     * @param migrations its migrations, compiled
     * @param heads the last revision of each branch, at least two
     */
    public Commutation(RevisionGraph graph, List<LoadedMigration> migrations, List<String> heads) {
        this.graph = graph;
        this.migrations = List.copyOf(migrations);
        this.heads = List.copyOf(heads);
        this.shared = new HashSet<>(ancestors(heads.get(0)));
        heads.forEach(head -> shared.retainAll(ancestors(head)));
    }

    private Set<String> ancestors(String revision) {
        return graph.ancestors(List.of(revision)).stream().map(RevisionInfo::id).collect(toSet());
    }

    /** What two branches certainly cannot do in either order; found without a database. */
    private Optional<String> clash() {
        for (int left = 0; left < heads.size(); left++) {
            for (int right = left + 1; right < heads.size(); right++) {
                Set<String> both = ancestors(heads.get(left));
                both.retainAll(ancestors(heads.get(right)));
                Optional<Clash> clash = Clash.between(branch(heads.get(left), both), branch(heads.get(right), both));
                if (clash.isPresent()) {
                    return clash.map(found -> found.one() + " clashes with " + found.other());
                }
            }
        }
        return Optional.empty();
    }

    private List<LoadedMigration> branch(String head, Set<String> without) {
        Set<String> wanted = ancestors(head);
        wanted.removeAll(without);
        return migrations.stream()
                .filter(migration -> wanted.contains(migration.info().id()))
                .toList();
    }

    /**
     * Applies the branches in one order and in the reverse one, each to a scratch database that holds what they share, and
     * compares the two.
     *
     * @param servers opens the server for the databases; called only where there is no {@link #clash()}
     * @param options how migrations are run; asked for with the server, which may be what is missing
     */
    public Proof prove(Supplier<ScratchServer> servers, Supplier<RunOptions> options) {
        Optional<String> clash = clash();
        if (clash.isPresent()) {
            return failed(clash.get());
        }
        return Proof.tried(() -> {
            try (ScratchServer server = servers.get()) {
                return prove(new Trial(server, options.get()));
            }
        });
    }

    private Proof prove(Trial trial) throws SQLException {
        List<String> reverse = new ArrayList<>(heads);
        Collections.reverse(reverse);
        try (ScratchDatabase there = trial.server().create()) {
            try {
                trial.upgrade(there, migrations, headsOf(shared));
            } catch (MigrationFailedException e) {
                return notRunning(e);
            }
            Catalog shared = trial.picture(there).catalog();
            try (ScratchDatabase back = trial.server().copyOf(there);
                    ScratchDatabase start = trial.server().copyOf(there)) {
                Proof proof = prove(trial, there, back, reverse);
                return proof.outcome() == Proof.Outcome.PROVED
                        ? withRows(trial, start, shared, trial.picture(there).catalog(), reverse)
                        : proof;
            }
        }
    }

    private Proof prove(Trial trial, ScratchDatabase there, ScratchDatabase back, List<String> reverse)
            throws SQLException {
        try {
            trial.upgrade(there, migrations, heads.subList(0, 1));
            trial.upgrade(back, migrations, reverse.subList(0, 1));
        } catch (MigrationFailedException e) {
            return notRunning(e);
        }
        String order = join(heads);
        try {
            trial.upgrade(there, migrations, heads);
            order = join(reverse);
            trial.upgrade(back, migrations, reverse);
        } catch (MigrationFailedException e) {
            return failed("applied as " + order + ", " + e.getMessage());
        }
        List<String> differences = trial.differences(trial.picture(there), trial.picture(back), there);
        if (differences.isEmpty()) {
            return proved(trial.majorVersion(there), "");
        }
        return failed("applied as " + order + " instead of " + join(heads) + ", the schema differs by"
                + differences.stream().limit(SHOWN).map(line -> "\n  " + line).collect(joining())
                + (differences.size() > SHOWN ? "\n  and " + (differences.size() - SHOWN) + " more" : ""));
    }

    /** The schema is the same; whether rows are, is to be seen. */
    private Proof withRows(Trial trial, ScratchDatabase start, Catalog shared, Catalog end, List<String> reverse)
            throws SQLException {
        RowEquivalence.Verdict verdict = new RowEquivalence(trial, start, shared, end, steps())
                .compare(
                        database -> trial.upgrade(database, migrations, heads),
                        "applied as " + join(heads) + ", it",
                        database -> trial.upgrade(database, migrations, reverse),
                        "applied as " + join(reverse) + ", it");
        if (verdict.difference().isPresent()) {
            return failed(verdict.difference().get());
        }
        return proved(trial.majorVersion(start), verdict.said());
    }

    /** What the branches do, those that they do not share. */
    private List<Step> steps() {
        return heads.stream()
                .flatMap(head -> branch(head, shared).stream())
                .distinct()
                .flatMap(migration -> RecordedMigration.of(migration.migration()).upgrade().stream())
                .toList();
    }

    private List<String> headsOf(Set<String> revisions) {
        return revisions.stream()
                .filter(id -> graph.dependents(id).stream().noneMatch(revisions::contains))
                .sorted()
                .toList();
    }

    private Proof proved(int version, String ofRows) {
        return new Proof(
                Proof.Outcome.PROVED,
                "Proved on scratch databases (PostgreSQL " + version + "): whichever of " + join(heads)
                        + " comes first, the schema is the same." + ofRows
                        + (steps().stream().anyMatch(Step.Callback.class::isInstance)
                                ? " What their Java code does to rows of tables that no operation names was not compared."
                                : ""));
    }

    private static Proof failed(String why) {
        return new Proof(Proof.Outcome.FAILED, why);
    }

    private static Proof notRunning(MigrationFailedException e) {
        // What failed, and the server's word on it; that the scratch database was rolled back is nobody's concern.
        String reason = e.getMessage().lines().limit(2).collect(joining(": "));
        return Proof.notProved("the scratch server cannot run the history: " + reason);
    }

    private static String join(List<String> revisions) {
        return String.join(", ", revisions);
    }
}
