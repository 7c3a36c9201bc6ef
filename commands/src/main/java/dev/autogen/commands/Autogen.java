package dev.autogen.commands;

import dev.autogen.commands.config.ConnectionTarget;
import dev.autogen.commands.config.Option;
import dev.autogen.commands.preflight.PreflightResult;
import dev.autogen.commands.proof.Proof;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.References;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.DryRunListener;
import dev.autogen.migration.run.EditedMigration;
import dev.autogen.migration.run.MigrationScript;
import dev.autogen.migration.run.ScriptOptions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Every command as a method: what the command line, build plugins and tests call. What goes wrong is thrown;
 * {@link Failure} says what that means to users.
 *
 * <p>Immutable; opens and closes the database anew with each call.
 */
public final class Autogen {
    private final Workspace workspace;

    public Autogen(Workspace workspace) {
        this.workspace = workspace;
    }

    /** {@code autogen -m}: writes the difference between entities and database as a migration. */
    public GenerateResult generate(RevisionRequest request) throws SQLException {
        PostWrite postWrite = new PostWrite(workspace);
        GenerateResult result = new Generating(workspace).generate(request);
        // What is not right yet is left as it is: nobody wants it formatted and added.
        return result.proof().outcome() == Proof.Outcome.FAILED
                ? result
                : result.withWritten(
                        result.written().stream().map(postWrite::on).toList());
    }

    /** {@code autogen revision -m}: writes an empty migration. */
    public WrittenMigration revision(RevisionRequest request) {
        PostWrite postWrite = new PostWrite(workspace);
        return postWrite.on(new Drafting(workspace).revision(request));
    }

    /** {@code autogen merge}: writes an empty migration that stands on several heads, which have to commute. */
    public MergeResult merge(List<String> references, String message) {
        PostWrite postWrite = new PostWrite(workspace);
        MergeResult result = new Merging(workspace).merge(references, message);
        return result.withWritten(postWrite.on(result.written()));
    }

    /** {@code autogen squash}: one migration for a line of them, {@code A:B}, both of them included. */
    public SquashResult squash(String range, String message) throws SQLException {
        PostWrite postWrite = new PostWrite(workspace);
        SquashResult result = new Squashing(workspace).squash(range, message);
        return result.withWritten(postWrite.on(result.written()));
    }

    /** {@code autogen rebase}: puts a branch that is not applied on top of another head. */
    public RebaseResult rebase(RebaseRequest request) throws SQLException {
        PostWrite postWrite = new PostWrite(workspace);
        RebaseResult result = new Rebasing(workspace).rebase(request);
        Path directory = workspace.surroundings().workingDirectory();
        return result.withPostWriteFailure(postWrite.on(result.moved().stream()
                .map(moved -> directory.resolve(moved.to()))
                .toList()));
    }

    /**
     * Runs what is to run after a migration was written, for one that someone edited.
     *
     * @param file its file
     * @return what went wrong; empty where nothing did
     */
    public Optional<String> afterEdit(Path file) {
        return new PostWrite(workspace).on(List.of(file));
    }

    /**
     * {@code autogen diff}: the database with the entities, or what {@code --from} and {@code --to} name in their places.
     */
    public Comparison diff() throws SQLException {
        Optional<ConnectionTarget> from = workspace.settings().reference(Option.FROM);
        Optional<ConnectionTarget> to = workspace.settings().reference(Option.TO);
        if (to.isPresent()) {
            return new ComparingDatabases(workspace).compare(from, to.get());
        }
        return from.isPresent() ? new Comparing(workspace).compare(from.get()) : new Comparing(workspace).compare();
    }

    /** {@code autogen check}: the database with the entities, or with what {@code --against} names in their place. */
    public Comparison check() throws SQLException {
        Optional<ConnectionTarget> against = workspace.settings().reference(Option.AGAINST);
        return against.isPresent()
                ? new ComparingDatabases(workspace).compare(Optional.empty(), against.get())
                : new Comparing(workspace).compare();
    }

    /** {@code autogen verify}: every migration of a range, up, down and up again on a scratch database. */
    public VerifyResult verify(VerifyRequest request) {
        return new Verifying(workspace).verify(request);
    }

    /**
     * {@code autogen lint}: what can go wrong with migrations, which are recorded and not run.
     *
     * @param references revisions and ranges; none for what the database has not applied, or for all where there is none
     */
    public LintResult lint(List<String> references) throws SQLException {
        return new Linting(workspace).lint(references);
    }

    /** {@code autogen upgrade}. */
    public RunResult upgrade(String reference) throws SQLException {
        return run(reference, Direction.UPGRADE, false);
    }

    /** {@code autogen downgrade}. */
    public RunResult downgrade(String reference) throws SQLException {
        return run(reference, Direction.DOWNGRADE, false);
    }

    /**
     * {@code autogen upgrade} and {@code downgrade}.
     *
     * @param singleTransaction whether all migrations run in one transaction, instead of each in its own
     */
    public RunResult run(String reference, Direction direction, boolean singleTransaction) throws SQLException {
        return new Running(workspace).run(reference, direction, singleTransaction);
    }

    /**
     * {@code autogen upgrade --dry-run} and {@code downgrade --dry-run}: everything runs in a transaction that is rolled
     * back.
     *
     * @param withoutJava whether to leave out Java code of migrations
     * @param told hears what is tried, as it is tried
     * @return what was tried, and where the database still is
     */
    public RunResult dryRun(String reference, Direction direction, boolean withoutJava, DryRunListener told)
            throws SQLException {
        return new Running(workspace).dryRun(reference, direction, withoutJava, told);
    }

    /**
     * {@code autogen upgrade --preflight} and {@code downgrade --preflight}: whether the rows that are there would make
     * the migrations fail. Nothing is run and nothing changes.
     */
    public PreflightResult preflight(String reference, Direction direction) throws SQLException {
        return new Preflighting(workspace).look(reference, direction);
    }

    /** {@code autogen stamp}. */
    public RunResult stamp(List<String> references, boolean purge) throws SQLException {
        return new Running(workspace).stamp(references, purge);
    }

    /**
     * {@code upgrade}, {@code downgrade}, {@code stamp} and {@code current} over several databases or schemas; empty where
     * none are named, so that these commands work on the one database.
     */
    public Optional<FleetCommands> fleet() {
        return workspace.settings().fleet().map(settings -> new FleetCommands(workspace, settings));
    }

    /**
     * {@code autogen upgrade --sql} and {@code downgrade --sql}: what would be run, as a script for psql.
     *
     * @param range {@code A:B}, which needs no database, or a reference that is reached from where the database is
     */
    public MigrationScript script(String range, Direction direction, ScriptOptions options) throws SQLException {
        return new Scripting(workspace).script(range, direction, options);
    }

    /** {@code autogen show --format sql}: what the upgrade to one revision runs, as a script for psql; no database is asked. */
    public MigrationScript script(RevisionInfo revision) throws SQLException {
        return new Scripting(workspace).script(revision);
    }

    /** {@code autogen show --format markdown}: what these migrations of a history do; no database is asked. */
    public List<MigrationPicture> pictures(HistoryResult history, List<RevisionEntry> entries) {
        Showing showing = new Showing(workspace, history);
        return entries.stream().map(showing::picture).toList();
    }

    /** {@code autogen stamp --sql}. */
    public MigrationScript stampScript(List<String> references, boolean purge) throws SQLException {
        return new Scripting(workspace).stamp(references, purge);
    }

    /** {@code autogen history}, {@code heads}, {@code branches} and {@code show}: what the files say, without a database. */
    public HistoryResult history() {
        return new Looking(workspace).history();
    }

    /** {@code autogen current}: what the files say, and where the database is. */
    public HistoryResult historyAndStatus() throws SQLException {
        return new Looking(workspace).historyAndStatus();
    }

    /**
     * {@code autogen current -v}: the applied migrations that say something else now than what was run. They are compiled
     * for it, where any was run.
     */
    public List<EditedMigration> edited() throws SQLException {
        return new Looking(workspace).edited();
    }

    /** What the files say, and where the database is if there is one. */
    public HistoryResult historyAndStatusIfAny() throws SQLException {
        return new Looking(workspace).historyAndStatusIfAny();
    }

    /** What is needed to resolve references or ranges: the database is asked only for those that start from where it is. */
    public HistoryResult historyFor(List<String> references) throws SQLException {
        return references.stream().anyMatch(References::asksDatabase) ? historyAndStatus() : history();
    }

    /** {@code autogen init}. */
    public InitResult init() throws SQLException {
        PostWrite postWrite = new PostWrite(workspace);
        InitResult result = new Initializing(workspace).init();
        return result.withBaseline(result.baseline().map(postWrite::on));
    }
}
