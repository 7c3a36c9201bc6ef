package dev.autogen.differ.recipe;

import dev.autogen.differ.Change;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.OperationSummary;
import dev.autogen.schema.operation.RebuildEnum;
import dev.autogen.schema.operation.SetTableComment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The changes of a difference in two lists that keep their order. What cannot come before something of the second list is
 * put there as well, and so is what only makes way for it.
 */
final class Placement {
    private final List<Change> changes;
    private final List<Division> divisions;
    private final List<Link> whole;

    private final List<Change> expand = new ArrayList<>();
    private final List<Change> contract = new ArrayList<>();
    private final List<Operation> dragged = new ArrayList<>();
    /** The places of the changes that are in the second list with all that they do. */
    private final Set<Integer> second = new TreeSet<>();

    private Placement(List<Twins.Placed> placed, Prospect prospect) {
        Coexistence coexistence = new Coexistence(prospect);
        this.changes = placed.stream().map(Twins.Placed::change).toList();
        this.divisions =
                placed.stream().map(each -> division(each, coexistence)).toList();
        this.whole = changes.stream().map(change -> Link.of(change.operation())).toList();
    }

    private static Division division(Twins.Placed placed, Coexistence coexistence) {
        Operation operation = placed.change().operation();
        return placed.stage()
                .map(stage -> stage == Stage.Kind.EXPAND ? Division.expand(operation) : Division.contract(operation))
                .orElseGet(() -> operation.accept(coexistence));
    }

    static Placement of(List<Twins.Placed> changes, Prospect prospect) {
        Placement placement = new Placement(changes, prospect);
        Map<Integer, Integer> makeWay = placement.makeWay();
        Set<Integer> held = new TreeSet<>();
        boolean more = true;
        while (more) {
            placement.place(held);
            more = false;
            for (Map.Entry<Integer, Integer> pair : makeWay.entrySet()) {
                more |= placement.second.contains(pair.getValue()) && held.add(pair.getKey());
            }
        }
        return placement;
    }

    List<Change> expand() {
        return List.copyOf(expand);
    }

    List<Change> contract() {
        return List.copyOf(contract);
    }

    /** Why neither version can live with both lists in between, a line for each operation that is so. */
    List<String> obstacles() {
        List<String> obstacles = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            OperationSummary summary = OperationSummary.of(changes.get(i).operation());
            divisions.get(i).obstacle().ifPresent(reason -> obstacles.add(summary + ": " + reason));
        }
        dragged.forEach(operation -> obstacles.add(
                OperationSummary.of(operation) + ": it needs what the contract migration does before it"));
        return List.copyOf(obstacles);
    }

    private void place(Set<Integer> held) {
        expand.clear();
        contract.clear();
        dragged.clear();
        second.clear();
        List<Link> before = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            Division division = divisions.get(i);
            Link link = whole.get(i);
            boolean waits = held.contains(i);
            if (!waits && !division.expand().isEmpty() && before.stream().anyMatch(each -> each.comesBefore(link))) {
                waits = true;
                if (isMissed(change.operation())) {
                    dragged.add(change.operation());
                }
            }
            List<Operation> later = waits ? List.of(change.operation()) : division.contract();
            if (!waits) {
                division.expand().forEach(operation -> expand.add(new Change(operation, change.reasons())));
            }
            if (waits || division.expand().isEmpty()) {
                second.add(i);
            }
            later.forEach(operation -> {
                contract.add(new Change(operation, change.reasons()));
                // Columns of the type that come with the difference are converted with it, and do not wait for it.
                before.add(operation instanceof RebuildEnum ? link : Link.of(operation));
            });
        }
    }

    /** Whether the new version may fail for want of it. */
    private static boolean isMissed(Operation operation) {
        return !(operation instanceof CreateIndex)
                && !(operation instanceof AddConstraint)
                && !(operation instanceof DropConstraint)
                && !(operation instanceof SetTableComment);
    }

    /** What goes only for as long as something is changed, with what it comes back as: places of the changes. */
    private Map<Integer, Integer> makeWay() {
        Map<QualifiedName, Integer> dropped = new HashMap<>();
        Map<QualifiedName, Integer> droppedKeys = new HashMap<>();
        Map<Integer, Integer> pairs = new HashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            Operation operation = changes.get(i).operation();
            if (operation instanceof DropConstraint drop) {
                dropped.put(drop.table().withName(drop.name()), i);
                if (drop.definition() instanceof PrimaryKey) {
                    droppedKeys.put(drop.table(), i);
                }
            } else if (operation instanceof DropIndex drop) {
                dropped.put(drop.table().withName(drop.name()), i);
            } else {
                Optional<Integer> partner = comesBack(operation, dropped, droppedKeys);
                int place = i;
                partner.ifPresent(drop -> pairs.put(drop, place));
            }
        }
        return pairs;
    }

    private Optional<Integer> comesBack(
            Operation operation, Map<QualifiedName, Integer> dropped, Map<QualifiedName, Integer> droppedKeys) {
        if (operation instanceof AddConstraint add) {
            Integer key = add.constraint() instanceof PrimaryKey ? droppedKeys.get(add.table()) : null;
            Integer same = dropped.get(add.table().withName(add.constraint().name()));
            boolean isSame = same != null
                    && changes.get(same).operation() instanceof DropConstraint drop
                    && add.constraint().equals(drop.definition());
            return isSame ? Optional.of(same) : Optional.ofNullable(key);
        }
        if (operation instanceof CreateIndex create) {
            Integer same = dropped.get(create.table().withName(create.index().name()));
            boolean isSame = same != null
                    && changes.get(same).operation() instanceof DropIndex drop
                    && Objects.equals(create.index(), drop.definition());
            return isSame ? Optional.of(same) : Optional.empty();
        }
        return Optional.empty();
    }
}
