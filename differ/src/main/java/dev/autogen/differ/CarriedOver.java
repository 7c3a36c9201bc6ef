package dev.autogen.differ;

import dev.autogen.schema.Index;
import dev.autogen.schema.dependent.Dependent;
import dev.autogen.schema.dependent.DependentObject;
import dev.autogen.schema.dependent.ExtendedStatistics;
import dev.autogen.schema.dependent.Touched;
import dev.autogen.schema.operation.CreateDependent;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropDependent;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What of the dependents has to make way for a run of operations. It goes before the first operation that touches what
 * it hangs on, and comes back as it was after the last operation of all.
 */
final class CarriedOver {
    private final List<Operation> operations;
    private final Touches touches;
    private final Map<Touched, Touches.Effect> effects;
    private final LiveNames names;
    /** In the order in which they were found: each behind what it hangs on. */
    private final List<Dependent> affected = new ArrayList<>();
    /** Statistics that need not make way: they follow columns that get another type. */
    private final List<Dependent> following = new ArrayList<>();

    /**
     * @param operations the operations
     * @param touches what they touch
     * @param dependents what hangs on that
     */
    CarriedOver(List<Operation> operations, LiveNames names, Touches touches, List<Dependent> dependents) {
        this.operations = operations;
        this.names = names;
        this.touches = touches;
        this.effects = touches.all();
        boolean[] makesWay = new boolean[dependents.size()];
        for (int i = 0; i < dependents.size(); i++) {
            Dependent dependent = dependents.get(i);
            makesWay[i] = isTouched(dependent) || dependent.needs().stream().anyMatch(need -> makesWay[need]);
            if (makesWay[i]) {
                affected.add(dependent);
            } else if (dependent.on().stream().anyMatch(effects::containsKey)) {
                following.add(dependent);
            }
        }
    }

    /** Statistics follow a column that gets another type. */
    private boolean isTouched(Dependent dependent) {
        boolean follows = dependent.object() instanceof ExtendedStatistics;
        return dependent.on().stream()
                .map(effects::get)
                .anyMatch(effect -> effect != null && (!follows || effect != Touches.Effect.RETYPED));
    }

    /** What cannot make way, a sentence each that ends with what to do. */
    List<String> obstacles() {
        return affected.stream()
                .flatMap(dependent -> obstacle(dependent)
                        .map(obstacle -> dependent.description() + " hangs on " + causes(dependent) + ": " + obstacle)
                        .stream())
                .toList();
    }

    private Optional<String> obstacle(Dependent dependent) {
        if (isLost(dependent)) {
            return Optional.empty();
        }
        Optional<Touched> gone = dependent.on().stream()
                .filter(touched -> effects.get(touched) == Touches.Effect.GONE)
                .min(Comparator.comparing(Touched::toString));
        if (gone.isPresent()) {
            return Optional.of(gone.get() + " goes, so it could not come back as it is");
        }
        if (dependent.obstacle() != null) {
            return Optional.of(dependent.obstacle());
        }
        return dependent.mentions().stream()
                .filter(names.renamed()::contains)
                .min(Comparator.comparing(Touched::toString))
                .map(renamed -> renamed + " gets another name in the same migration, so it could not come back as it"
                        + " is; rename in a migration of its own first");
    }

    private String causes(Dependent dependent) {
        TreeSet<String> causes = new TreeSet<>();
        dependent.on().stream().filter(effects::containsKey).forEach(touched -> causes.add(touched.toString()));
        return causes.isEmpty() ? "what has to make way" : String.join(", ", causes);
    }

    /** Statistics go with a column of theirs, as indexes do. */
    private boolean isLost(Dependent dependent) {
        return dependent.object() instanceof ExtendedStatistics
                && dependent.on().stream().anyMatch(touched -> effects.get(touched) == Touches.Effect.GONE);
    }

    /** Where the first operation stands that needs something to make way; behind the last one where none does. */
    int place() {
        for (int i = 0; i < operations.size(); i++) {
            Map<Touched, Touches.Effect> touched = touches.of(operations.get(i));
            if (affected.stream().flatMap(dependent -> dependent.on().stream()).anyMatch(touched::containsKey)) {
                return i;
            }
        }
        return operations.size();
    }

    /** The operations before the change, what hangs on others first; with the reasons. */
    List<Change> drops() {
        List<Change> drops = new ArrayList<>();
        for (int i = affected.size() - 1; i >= 0; i--) {
            Dependent dependent = affected.get(i);
            List<String> reasons = List.of("hangs on " + causes(dependent));
            drop(dependent).forEach(operation -> drops.add(new Change(operation, reasons)));
        }
        return drops;
    }

    /** The operations after the last change. */
    List<Change> creations() {
        return affected.stream()
                .filter(dependent -> !isLost(dependent))
                .flatMap(CarriedOver::creation)
                .toList();
    }

    /** All that hangs in the end, as it was, on what has changed. */
    Set<Dependent> standing() {
        Set<Dependent> standing = new HashSet<>(following);
        affected.stream().filter(dependent -> !isLost(dependent)).forEach(standing::add);
        return standing;
    }

    /** What is made again only when everything is undone. */
    List<Operation> lost() {
        return affected.stream()
                .filter(this::isLost)
                .<Operation>map(dependent -> new CreateDependent(dependent.object()))
                .toList();
    }

    private static Stream<Operation> drop(Dependent dependent) {
        DependentObject object = dependent.object();
        return Stream.concat(
                dependent.indexes().stream()
                        .map(index -> new DropIndex(object.id().relation(), index.name(), index, false)),
                Stream.of(new DropDependent(object.id(), object)));
    }

    private static Stream<Change> creation(Dependent dependent) {
        DependentObject object = dependent.object();
        List<String> reasons = List.of("comes back as it was");
        return Stream.concat(
                Stream.of(new Change(new CreateDependent(object), reasons)),
                dependent.indexes().stream()
                        .map(index ->
                                new Change(new CreateIndex(object.id().relation(), valid(index), false), reasons)));
    }

    static Index valid(Index index) {
        return index.valid()
                ? index
                : new Index(
                        index.name(),
                        index.method(),
                        index.keys(),
                        index.include(),
                        index.unique(),
                        index.nullsNotDistinct(),
                        index.predicate(),
                        index.options(),
                        true);
    }
}
