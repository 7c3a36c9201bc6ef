package dev.autogen.commands.lint;

import dev.autogen.commands.history.MigrationFile;
import dev.autogen.differ.hazard.Hazard;
import dev.autogen.differ.hazard.Hazards;
import dev.autogen.differ.hazard.JudgedStep;
import dev.autogen.differ.hazard.Severity;
import dev.autogen.migration.InvalidMigrationException;
import dev.autogen.migration.IrreversibleMigrationException;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Recorder;
import dev.autogen.migration.Step;
import dev.autogen.migration.StepOrigin;
import dev.autogen.migration.revision.Direction;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.OperationSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One migration, recorded in both directions and ready to be judged. */
public final class MigrationLint {
    private final MigrationFile file;
    private final SourceLines lines;
    private final List<Acceptance> acceptances;
    private final List<Finding> broken = new ArrayList<>();
    private final Optional<RecordedDirection> upgrade;
    private final Optional<RecordedDirection> downgrade;

    /**
     * Records a migration.
     *
     * @param sources every source of the migrations' packages
     */
    public MigrationLint(MigrationFile file, Migration migration, List<Path> sources) {
        this.file = file;
        this.lines = new SourceLines(file, sources);
        this.acceptances = Acceptances.of(file, migration.getClass());
        this.upgrade = record(migration, Direction.UPGRADE);
        this.downgrade = record(migration, Direction.DOWNGRADE);
    }

    /**
     * Refuses to judge migrations that accept what makes no sense.
     *
     * @throws dev.autogen.commands.config.ConfigurationException with a line for each such annotation
     */
    public static void requireSense(List<MigrationLint> migrations) {
        Acceptances.require(
                migrations.stream()
                        .flatMap(migration -> migration.acceptances.stream())
                        .toList(),
                LintRule.acceptable());
    }

    /** What a migration asks for is its author's code, which may fail in any way. */
    private Optional<RecordedDirection> record(Migration migration, Direction direction) {
        try {
            return Optional.of(new RecordedDirection(Recorder.trace(migration, direction)));
        } catch (IrreversibleMigrationException e) {
            return Optional.empty();
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            broken.add(new Finding(
                    LintRule.BROKEN,
                    Level.ERROR,
                    "cannot say what it does: " + (e instanceof InvalidMigrationException ? e.getMessage() : e),
                    lines.of(List.of(e.getStackTrace())),
                    direction,
                    null));
            return Optional.empty();
        }
    }

    /** What its upgrade does; nothing where it cannot say. */
    public List<JudgedStep> steps() {
        return upgrade.map(RecordedDirection::judged).orElse(List.of());
    }

    /** The tables that its upgrade makes. */
    public List<QualifiedName> newTables() {
        return upgrade.map(RecordedDirection::newTables).orElse(List.of());
    }

    /** Whether its upgrade certainly puts no rows into a table that it, or a migration before it, has made. */
    public boolean leavesNewTablesEmpty() {
        return broken.isEmpty() && upgrade.stream().noneMatch(RecordedDirection::mayInsert);
    }

    /**
     * Judges both directions.
     *
     * @param known hazards at the place in the history where it runs, with all that is known of the database
     * @param unknown the same where nothing is known of the database: what is accepted may be no hazard on this one, and be
     *     one on another
     */
    public LintedMigration judge(Hazards known, Hazards unknown) {
        List<Finding> findings = new ArrayList<>(broken);
        Set<Acceptance> used = new HashSet<>();
        upgrade.ifPresent(direction -> findings.addAll(judge(direction, Direction.UPGRADE, known, used)));
        downgrade.ifPresent(
                direction -> findings.addAll(judge(direction, Direction.DOWNGRADE, known.after(steps()), used)));
        if (broken.isEmpty() && used.size() < acceptances.size()) {
            upgrade.ifPresent(direction -> judge(direction, Direction.UPGRADE, unknown, used));
            downgrade.ifPresent(direction -> judge(direction, Direction.DOWNGRADE, unknown.after(steps()), used));
            acceptances.stream()
                    .filter(acceptance -> !used.contains(acceptance))
                    .forEach(acceptance -> findings.add(unused(acceptance)));
        }
        return new LintedMigration(file.info(), file.path(), findings);
    }

    /**
     * What its upgrade does, with what there is to say of each step; nothing where it cannot say what it does.
     *
     * @param hazards at the place in the history where it runs
     */
    public List<ToldStep> toldUpgrade(Hazards hazards) {
        return upgrade.map(direction -> told(direction, Direction.UPGRADE, hazards))
                .orElse(List.of());
    }

    /**
     * What its downgrade does, as {@link #toldUpgrade}; nothing where it has none.
     *
     * @param hazards before its upgrade
     */
    public List<ToldStep> toldDowngrade(Hazards hazards) {
        return downgrade
                .map(direction -> told(direction, Direction.DOWNGRADE, hazards.after(steps())))
                .orElse(List.of());
    }

    private List<ToldStep> told(RecordedDirection recorded, Direction direction, Hazards hazards) {
        // By identity: two equal steps may come from two lines.
        IdentityHashMap<Step, List<Finding>> findings = new IdentityHashMap<>();
        found(recorded, direction, hazards, new HashSet<>())
                .forEach(found -> findings.computeIfAbsent(found.step(), step -> new ArrayList<>())
                        .add(found.finding()));
        return recorded.told(step -> findings.getOrDefault(step, List.of()));
    }

    private List<Finding> judge(
            RecordedDirection recorded, Direction direction, Hazards hazards, Set<Acceptance> used) {
        return found(recorded, direction, hazards, used).stream()
                .map(Found::finding)
                .sorted(Comparator.comparing(finding -> finding.place().line().orElse(0)))
                .toList();
    }

    private record Found(Step step, Finding finding) {}

    private List<Found> found(RecordedDirection recorded, Direction direction, Hazards hazards, Set<Acceptance> used) {
        List<Found> all = new ArrayList<>();
        List<List<Hazard>> judged = hazards.of(recorded.judged());
        for (int i = 0; i < judged.size(); i++) {
            Step step = recorded.asked(i);
            StepOrigin origin = recorded.origin(step);
            for (Hazard hazard : judged.get(i)) {
                Level level = level(hazard, recorded.judged().get(i), direction);
                Finding finding = new Finding(
                        LintRule.of(hazard.kind()),
                        level,
                        hazard.message(),
                        lines.of(origin.frames()),
                        direction,
                        null);
                all.add(new Found(step, heeding(names(hazard.object(), hazard.column()), origin, finding, used)));
            }
        }
        for (RecordedDirection.Remark remark : recorded.remarks()) {
            StepOrigin origin = recorded.origin(remark.step());
            Finding finding = new Finding(
                    remark.rule(), remark.level(), remark.message(), lines.of(origin.frames()), direction, null);
            all.add(new Found(remark.step(), heeding(names(remark.table(), remark.column()), origin, finding, used)));
        }
        return all;
    }

    /**
     * That the way back undoes what the way there did is its nature: it narrows what was widened and forbids what was
     * allowed. It is another thing where it drops what the way there has not made.
     */
    private static Level level(Hazard hazard, JudgedStep step, Direction direction) {
        if (direction == Direction.DOWNGRADE && !(hazard.severity() == Severity.ERROR && drops(step))) {
            return Level.INFO;
        }
        return hazard.severity() == Severity.ERROR ? Level.ERROR : Level.WARNING;
    }

    private static boolean drops(JudgedStep step) {
        return step instanceof JudgedStep.Run run
                && OperationSummary.of(run.operation()).sign() == OperationSummary.Sign.REMOVED;
    }

    /** What acceptances may call that which a finding is about. */
    private static Set<String> names(QualifiedName object, String column) {
        if (object == null) {
            return Set.of();
        }
        return column == null ? Set.of(object.toString()) : Set.of(object.toString(), object + "." + column);
    }

    /** The finding, accepted where somebody does. */
    private Finding heeding(Set<String> names, StepOrigin origin, Finding finding, Set<Acceptance> used) {
        Optional<Acceptance> acceptance = acceptances.stream()
                .filter(each -> each.covers(finding.rule().id(), names, origin))
                .findFirst();
        acceptance.ifPresent(used::add);
        return acceptance.map(each -> finding.acceptedBecause(each.because())).orElse(finding);
    }

    private static Finding unused(Acceptance acceptance) {
        return new Finding(
                LintRule.UNUSED_ACCEPT,
                Level.WARNING,
                "@Accept(\"" + acceptance.hazard() + "\") accepts what does not occur"
                        + (acceptance.on().isEmpty() ? "" : " on " + acceptance.on())
                        + (acceptance.method() == null ? "" : " in " + acceptance.method() + "()") + "; take it away",
                acceptance.place(),
                null,
                null);
    }
}
