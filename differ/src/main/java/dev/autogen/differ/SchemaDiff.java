package dev.autogen.differ;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.dependent.Dependent;
import dev.autogen.schema.dependent.Touched;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What differs between two catalogs, and what has to be done about it.
 *
 * @param changes what differs, in the order in which it has to be changed
 * @param notices what else there is to know
 * @param strict whether what was kept counts as drift
 * @param dependents what hangs on what is changed and has to make way meanwhile, see {@link #carrying}
 * @param survivors what is to be there as it is over columns that get another type, see {@link #refusing}
 */
public record SchemaDiff(
        List<Change> changes,
        List<Notice> notices,
        boolean strict,
        List<Dependent> dependents,
        List<Survivor> survivors) {

    public SchemaDiff {
        changes = List.copyOf(changes);
        notices = List.copyOf(notices);
        dependents = List.copyOf(dependents);
        survivors = List.copyOf(survivors);
    }

    /** A difference on which nothing hangs, as far as is known. */
    public SchemaDiff(List<Change> changes, List<Notice> notices, boolean strict) {
        this(changes, notices, strict, List.of(), List.of());
    }

    /** The changes, with what makes way for them before and comes back after. */
    public List<Change> steps() {
        CarriedOver carried = there(dependents);
        List<Change> steps = new ArrayList<>(changes);
        steps.addAll(carried.place(), carried.drops());
        steps.addAll(carried.creations());
        return List.copyOf(steps);
    }

    /** The operations that make the live catalog the desired one. */
    public List<Operation> upgrade() {
        return steps().stream().map(Change::operation).toList();
    }

    /** The operations that bring the live catalog back. An index goes with the table that came with it. */
    public List<Operation> downgrade() {
        List<Operation> operations = new ArrayList<>(reversed());
        CarriedOver carried = back(dependents);
        if (carried.obstacles().isEmpty()) {
            List<Operation> drops =
                    carried.drops().stream().map(Change::operation).toList();
            operations.addAll(carried.place(), drops);
            carried.creations().forEach(creation -> operations.add(creation.operation()));
        }
        operations.addAll(there(dependents).lost());
        return List.copyOf(operations);
    }

    private CarriedOver there(List<Dependent> found) {
        return new CarriedOver(operations(), names(), Touches.there(operations(), names()), found);
    }

    private CarriedOver back(List<Dependent> found) {
        return new CarriedOver(reversed(), names(), Touches.back(reversed(), names()), found);
    }

    private List<Operation> operations() {
        return changes.stream().map(Change::operation).toList();
    }

    private LiveNames names() {
        return new LiveNames(operations());
    }

    private List<Operation> reversed() {
        Set<QualifiedName> created = new HashSet<>();
        for (Change change : changes) {
            if (change.operation() instanceof CreateTable create) {
                created.add(create.table().name());
            }
        }
        List<Operation> operations = new ArrayList<>();
        for (int i = changes.size() - 1; i >= 0; i--) {
            Operation operation = changes.get(i).operation();
            if (!(operation instanceof CreateIndex index && created.contains(index.table()))) {
                operations.addAll(operation.reverse());
            }
        }
        return List.copyOf(operations);
    }

    /**
     * What PostgreSQL would not let be changed, there or back, while a view, a policy or the like hangs on it: what
     * hangs on it is to be looked up and given to {@link #carrying}. Empty where there is nothing to look up.
     */
    public List<Touched> touched() {
        Set<Touched> touched = new TreeSet<>(Comparator.comparing(Touched::kind)
                .thenComparing(Touched::object)
                .thenComparing(Touched::part, nullsFirst(naturalOrder())));
        touched.addAll(Touches.there(operations(), names()).all().keySet());
        Touches.back(reversed(), names()).all().forEach((each, effect) -> {
            // What the way back drops for good came with the way there.
            if (effect != Touches.Effect.GONE) {
                touched.add(each);
            }
        });
        return List.copyOf(touched);
    }

    /** The same, and the columns that are renamed, which views and the like follow unless the columns are made anew. */
    public List<Touched> touchedOrRenamed() {
        Stream<Touched> renamed = changes.stream()
                .map(Change::operation)
                .filter(RenameColumn.class::isInstance)
                .map(operation ->
                        Touched.column(((RenameColumn) operation).table(), ((RenameColumn) operation).from()));
        return Stream.concat(touched().stream(), renamed).distinct().toList();
    }

    /**
     * The same difference with what hangs on it: it goes before what changes and comes back as it was. Where some of it
     * cannot, none does, and a notice each says what stands in the way.
     *
     * @param found what hangs on {@link #touched}, each behind what it hangs on itself
     */
    public SchemaDiff carrying(List<Dependent> found) {
        List<Notice> more = new ArrayList<>(notices);
        List<String> obstacles = there(found).obstacles();
        if (!obstacles.isEmpty()) {
            obstacles.forEach(obstacle -> more.add(new Notice(Notice.Kind.BLOCKED, null, obstacle)));
            return new SchemaDiff(changes, more, strict, List.of(), survivors);
        }
        back(found)
                .obstacles()
                .forEach(obstacle ->
                        more.add(new Notice(Notice.Kind.ONE_WAY, null, "the downgrade will fail while " + obstacle)));
        return new SchemaDiff(changes, more, strict, found, survivors);
    }

    /**
     * The same difference where what of the {@link #dependents} comes back is among the {@link #survivors()}.
     *
     * @param live the catalog that is changed
     */
    public SchemaDiff askingForDependents(Catalog live) {
        if (dependents.isEmpty()) {
            return this;
        }
        List<Survivor> all = new ArrayList<>(survivors);
        all.addAll(new DependentSurvivors(
                        dependents, there(dependents).standing(), new SeenTables(live, operations(), names()))
                .all());
        return new SchemaDiff(changes, notices, strict, dependents, all);
    }

    /** What to ask PostgreSQL about the {@link #survivors()} before {@link #refusing}. */
    public List<Trial> trials() {
        return survivors.stream().map(Survivor::trial).toList();
    }

    /**
     * The same difference where PostgreSQL would refuse some of the {@link #survivors()}, with a notice each that says so;
     * then nothing makes way.
     *
     * @param refused PostgreSQL's reasons, by the trials that it would not carry out
     */
    public SchemaDiff refusing(Map<Trial, String> refused) {
        List<Notice> more = new ArrayList<>(notices);
        Set<String> named = new HashSet<>();
        for (Survivor survivor : survivors) {
            String reason = refused.get(survivor.trial());
            if (reason == null) {
                continue;
            }
            // What rests on another that is refused is refused with it, and says nothing new.
            if (Collections.disjoint(survivor.over(), named)) {
                more.add(new Notice(Notice.Kind.BLOCKED, null, survivor.refusal(reason)));
            }
            named.add(survivor.description());
        }
        return named.isEmpty() ? this : new SchemaDiff(changes, more, strict, List.of(), survivors);
    }

    /** The same difference with other notices. */
    public SchemaDiff withNotices(List<Notice> newNotices) {
        return new SchemaDiff(changes, newNotices, strict, dependents, survivors);
    }

    /** What stands in the way of the changes, a sentence each; empty where nothing does. */
    public List<String> obstacles() {
        return notices.stream()
                .filter(notice -> notice.kind() == Notice.Kind.BLOCKED)
                .map(Notice::message)
                .toList();
    }

    /**
     * Refuses what PostgreSQL would refuse.
     *
     * @throws DifferException if something stands in the way of the changes, with a list of it
     */
    public void requireFeasible() {
        List<String> obstacles = obstacles();
        if (!obstacles.isEmpty()) {
            throw new DifferException("The database cannot be changed so while other objects hang on it:\n  "
                    + String.join("\n  ", obstacles)
                    + "\nNothing was written, and nothing is ever dropped with CASCADE. Change or drop "
                    + (obstacles.size() == 1 ? "it" : "them")
                    + " first, in a migration of its own (`autogen revision`, with op.dropView, op.dropIndex and the"
                    + " like, or op.execute), apply that, and run this again.");
        }
    }

    /** The same difference without regard to what hangs on it. */
    public SchemaDiff withoutDependents() {
        return new SchemaDiff(changes, notices, strict, List.of(), survivors);
    }

    /** Whether there is nothing to do; notices there may be. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Whether database and model have drifted apart. */
    public boolean drift() {
        return !changes.isEmpty() || notices.stream().anyMatch(this::isDrift);
    }

    private boolean isDrift(Notice notice) {
        return switch (notice.kind()) {
            case UNSUPPORTED -> true;
            case KEPT -> strict;
            case POSSIBLE_RENAME, BLOCKED, ONE_WAY -> false;
        };
    }
}
