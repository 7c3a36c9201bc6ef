package dev.autogen.differ;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.dependent.Dependent;
import dev.autogen.schema.dependent.DependentName;
import dev.autogen.schema.dependent.DependentObject;
import dev.autogen.schema.dependent.ExtendedStatistics;
import dev.autogen.schema.dependent.Touched;
import dev.autogen.schema.operation.CreateDependent;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.Trial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what of the dependents is to be there afterwards as it was: views and their like that make way and come back, and
 * statistics that follow their columns. Each is tried with the tables that it names and the others that it rests on.
 */
final class DependentSurvivors {
    private final List<Dependent> dependents;
    private final Set<Dependent> standing;
    private final SeenTables tables;

    /**
     * @param dependents in the order in which they were found: each behind what it hangs on
     * @param standing those that hang in the end on what has changed
     */
    DependentSurvivors(List<Dependent> dependents, Set<Dependent> standing, SeenTables tables) {
        this.dependents = dependents;
        this.standing = standing;
        this.tables = tables;
    }

    List<Survivor> all() {
        List<Survivor> survivors = new ArrayList<>();
        for (int i = 0; i < dependents.size(); i++) {
            if (standing.contains(dependents.get(i))) {
                survivor(i).ifPresent(survivors::add);
            }
        }
        return survivors;
    }

    private Optional<Survivor> survivor(int place) {
        Dependent dependent = dependents.get(place);
        Set<Integer> places = new TreeSet<>();
        collect(place, places);
        List<Dependent> made = places.stream().map(dependents::get).toList();
        Set<Touched> mentioned = new HashSet<>();
        made.forEach(each -> mentioned.addAll(each.mentions()));
        Set<QualifiedName> names = new TreeSet<>();
        mentioned.forEach(each -> names.add(each.object()));
        if (!stands(dependent.object(), made)) {
            return Optional.empty();
        }
        List<Operation> creations = new ArrayList<>();
        made.forEach(each -> creations.addAll(creation(each)));
        String changes = tables.changes(mentioned);
        return Optional.of(new Survivor(
                dependent.description(),
                made.stream()
                        .filter(each -> !each.equals(dependent))
                        .map(Dependent::description)
                        .toList(),
                changes.isEmpty() ? "what is made anew" : changes,
                new Trial(joined(tables.before(names), creations), joined(tables.after(names), creations))));
    }

    private void collect(int place, Set<Integer> places) {
        if (standing.contains(dependents.get(place)) && places.add(place)) {
            dependents.get(place).needs().forEach(need -> collect(need, places));
        }
    }

    /** What is part of a relation is tried on a likeness of it, and never on what is there. */
    private boolean stands(DependentObject object, List<Dependent> made) {
        DependentName id = object.id();
        if (!id.kind().isPart() && !(object instanceof ExtendedStatistics)) {
            return true;
        }
        QualifiedName owner = object instanceof ExtendedStatistics statistics ? statistics.table() : id.relation();
        return tables.isKnown(owner)
                || made.stream()
                        .map(each -> each.object().id())
                        .anyMatch(
                                each -> !each.kind().isPart() && each.relation().equals(owner));
    }

    private static List<Operation> creation(Dependent dependent) {
        List<Operation> operations = new ArrayList<>();
        operations.add(new CreateDependent(dependent.object()));
        dependent.indexes().stream()
                .map(CarriedOver::valid)
                .forEach(index ->
                        operations.add(new CreateIndex(dependent.object().id().relation(), index, false)));
        return operations;
    }

    private static List<Operation> joined(List<Operation> tables, List<Operation> creations) {
        List<Operation> joined = new ArrayList<>(tables);
        joined.addAll(creations);
        return joined;
    }
}
