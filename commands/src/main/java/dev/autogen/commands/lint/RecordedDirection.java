package dev.autogen.commands.lint;

import dev.autogen.differ.hazard.JudgedStep;
import dev.autogen.migration.BatchedChange;
import dev.autogen.migration.Step;
import dev.autogen.migration.StepOrigin;
import dev.autogen.migration.TracedSteps;
import dev.autogen.migration.run.Segment;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.ExecuteSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One direction of a migration as it will run: what there is to judge, and the steps that nobody can. */
final class RecordedDirection {
    /** Methods of {@link dev.autogen.migration.Operations} that take SQL or Java which only their author understands. */
    private static final Set<String> UNJUDGED = Set.of("execute", "sqlFile", "batch", "withConnection");

    private final TracedSteps traced;
    private final List<JudgedStep> judged = new ArrayList<>();
    /** What each of the judged stands for. */
    private final List<Step> asked = new ArrayList<>();

    RecordedDirection(TracedSteps traced) {
        this.traced = traced;
        for (Step step : traced.steps()) {
            if (step instanceof Step.Limit limit && limit.timeouts().lock() != null) {
                add(step, new JudgedStep.LockTimeout(limit.timeouts().lock()));
            }
        }
        int transaction = 0;
        for (Segment segment : Segment.of(traced.steps())) {
            transaction++;
            for (Step step : segment.steps()) {
                if (step instanceof Step.Run run) {
                    add(
                            step,
                            segment.kind() == Segment.Kind.AUTOCOMMIT
                                    ? JudgedStep.outside(run.operation())
                                    : JudgedStep.inTransaction(transaction, run.operation()));
                    if (run.operation() instanceof ExecuteSql written) {
                        FillingUpdate.column(written.sql()).ifPresent(column -> add(step, new JudgedStep.Fill(column)));
                    }
                } else if (step instanceof Step.Batch batch) {
                    fills(batch.change()).forEach(fill -> add(step, fill));
                } else if (step instanceof Step.Unfilled open) {
                    // It refuses to go on where a row lacks the value.
                    add(step, new JudgedStep.Fill(new ColumnRef(open.table(), open.column())));
                }
            }
        }
    }

    private void add(Step step, JudgedStep asJudged) {
        judged.add(asJudged);
        asked.add(step);
    }

    /** The columns that have no null left, as {@code op.backfill} asks for. */
    private static List<JudgedStep.Fill> fills(BatchedChange change) {
        return change.untilNoneLeft()
                ? change.assignments().stream()
                        .map(assignment -> new JudgedStep.Fill(new ColumnRef(change.table(), assignment.column())))
                        .toList()
                : List.of();
    }

    List<JudgedStep> judged() {
        return judged;
    }

    /** The step that one of the judged stands for. */
    Step asked(int judgedStep) {
        return asked.get(judgedStep);
    }

    StepOrigin origin(Step step) {
        return traced.origin(step);
    }

    /**
     * All that was asked for, in order.
     *
     * @param findings what there is to say of a step
     */
    List<ToldStep> told(Function<Step, List<Finding>> findings) {
        return traced.steps().stream()
                .flatMap(step ->
                        each(step).map(one -> new ToldStep(one, step instanceof Step.Autocommit, findings.apply(one))))
                .toList();
    }

    /** The tables that it makes. */
    List<QualifiedName> newTables() {
        return Step.operations(traced.steps()).stream()
                .filter(CreateTable.class::isInstance)
                .map(operation -> ((CreateTable) operation).table().name())
                .toList();
    }

    /** Whether it may put rows into a table. */
    boolean mayInsert() {
        return steps().anyMatch(step -> UNJUDGED.contains(traced.origin(step).method()))
                || Step.operations(traced.steps()).stream().anyMatch(ExecuteSql.class::isInstance);
    }

    /**
     * What is to be said of a step beside its hazards.
     *
     * @param table the table that it is about; null where that is not known
     * @param column the column of that table; null where there is no table
     * @param step the step
     */
    record Remark(LintRule rule, Level level, String message, QualifiedName table, String column, Step step) {}

    /** What is to be said beside the hazards, in the order of the steps. */
    List<Remark> remarks() {
        return steps().flatMap(step -> remark(step).stream()).toList();
    }

    private Optional<Remark> remark(Step step) {
        if (step instanceof Step.Unfilled open) {
            String message =
                    open.table() + "." + open.column() + " is not filled where there are rows: " + open.question();
            return Optional.of(
                    new Remark(LintRule.OPEN_BACKFILL, Level.WARNING, message, open.table(), open.column(), step));
        }
        StepOrigin origin = traced.origin(step);
        if (!UNJUDGED.contains(origin.method())) {
            return Optional.empty();
        }
        String what = origin.method().equals("withConnection") ? "Java code in " : "raw SQL in ";
        String message = what + origin.call().replaceAll("\\s+", " ");
        return Optional.of(new Remark(LintRule.UNJUDGED, Level.INFO, message, null, null, step));
    }

    private Stream<Step> steps() {
        return traced.steps().stream().flatMap(RecordedDirection::each);
    }

    private static Stream<Step> each(Step step) {
        return step instanceof Step.Autocommit block ? block.steps().stream() : Stream.of(step);
    }
}
