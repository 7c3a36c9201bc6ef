package dev.autogen.differ.hazard;

import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges what a migration does to a database with data, step by step, as it will run: the difference of two catalogs as well
 * as what was recorded from a class that someone wrote. Pure, and the same answer for the same input.
 *
 * <p>What is harmless is not shown: a table that the same run makes has no rows, an empty one cannot fail, and on one that
 * is known to be small a lock is over at once. Where nothing is known of a table's size, it counts as large.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Hazards {
    /** In the order in which they are shown. */
    static final List<HazardRule> RULES = List.of(
            new DataLoss(),
            new Narrowing(),
            new SessionTimeZone(),
            new NotRestored(),
            new RequiredColumn(),
            new IncompatibleType(),
            new MayFail(),
            new TableRewrite(),
            new LongLock(),
            new BlocksWrites(),
            new LockQueue(),
            new MixedTransaction(),
            new RenamedTable(),
            new RenamedColumn(),
            new RenamedEnumValue(),
            new RemovedEnumValue(),
            new UnindexedForeignKey(),
            new SequenceIncrement(),
            new SequenceStart(),
            new SerialColumn(),
            new SurprisingName());

    private final HazardContext context;
    private final Tables start;

    private Hazards(HazardContext context, Tables start) {
        this.context = context;
        this.start = start;
    }

    /** Judges steps that begin with the database as the context knows it. */
    public static Hazards in(HazardContext context) {
        return new Hazards(context, Tables.in(context));
    }

    /** Every kind of hazard, in the order in which those of one step are shown. */
    public static List<HazardKind> kinds() {
        return RULES.stream().map(HazardRule::kind).toList();
    }

    /**
     * What can go wrong with each of the steps.
     *
     * @param steps all that one direction of a migration does, in order
     * @return as many lists as there are steps, in their order; empty where nothing can
     */
    public List<List<Hazard>> of(List<JudgedStep> steps) {
        Tables now = start.copy();
        Plan plan = Plan.of(steps, start);
        List<List<Hazard>> hazards = new ArrayList<>();
        for (JudgedStep step : steps) {
            hazards.add(of(step, plan, now));
            now.take(step);
        }
        return List.copyOf(hazards);
    }

    /** What can go wrong with each of the operations, where all run in one transaction. */
    public List<List<Hazard>> ofTransaction(List<? extends Operation> operations) {
        return of(operations.stream()
                .map(operation -> JudgedStep.inTransaction(1, operation))
                .toList());
    }

    /**
     * Judges steps that follow on others, such as the way back: what those make is known, and it is no loss when it goes
     * again.
     */
    public Hazards after(List<JudgedStep> steps) {
        return following(steps, Origin.EARLIER_RUN);
    }

    /**
     * Judges steps that follow on others which may have run long before: what those make is known, and may hold data by
     * now. The sizes of the context are those of that time.
     */
    public Hazards later(List<JudgedStep> steps) {
        return following(steps, Origin.BEFORE);
    }

    private Hazards following(List<JudgedStep> steps, Origin madeByThem) {
        Tables then = start.copy();
        steps.forEach(then::take);
        return new Hazards(context, then.settled(madeByThem));
    }

    private List<Hazard> of(JudgedStep step, Plan plan, Tables now) {
        if (step instanceof JudgedStep.Run run) {
            Moment moment = new Moment(run, plan, now, context);
            return RULES.stream().flatMap(rule -> rule.of(moment).stream()).toList();
        }
        return step instanceof JudgedStep.LockTimeout limit
                ? RULES.stream().flatMap(rule -> rule.of(limit, plan).stream()).toList()
                : List.of();
    }
}
