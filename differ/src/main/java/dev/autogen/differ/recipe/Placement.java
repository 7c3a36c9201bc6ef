package dev.autogen.differ.recipe;

import dev.autogen.differ.Change;
import dev.autogen.differ.EnumUses;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
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
    private final Prospect prospect;
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
        this.prospect = prospect;
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
        return inTurn().subList(0, expand.size());
    }

    List<Change> contract() {
        return inTurn().subList(expand.size(), expand.size() + contract.size());
    }

    /** Both lists; a type that is made anew in the second one converts what the first one makes of its columns. */
    private List<Change> inTurn() {
        List<Change> all = new ArrayList<>(expand);
        all.addAll(contract);
        return EnumUses.known(all, prospect.live());
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
            if (!waits && division.expand().stream().map(Link::of).anyMatch(part -> isBehindAny(before, part))) {
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
                before.add(linked(operation, link));
            });
        }
    }

    /** Columns of an enum type that come with the difference do not wait for it; what says something of their values does. */
    private Link linked(Operation part, Link whole) {
        return part instanceof RebuildEnum rebuild
                ? Link.of(prospect.convertingAll(rebuild)).with(whole.footprint())
                : Link.of(part);
    }

    private static boolean isBehindAny(List<Link> before, Link link) {
        return before.stream().anyMatch(each -> each.comesBefore(link));
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
        Map<ColumnRef, Integer> droppedDefaults = new HashMap<>();
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
            } else if (operation instanceof AlterColumn alter && isOfDefault(alter)) {
                ColumnRef column = new ColumnRef(alter.table(), alter.column());
                if (alter.changes().stream().noneMatch(Prospect::setsDefault)) {
                    droppedDefaults.put(column, i);
                } else if (droppedDefaults.containsKey(column)) {
                    pairs.put(droppedDefaults.get(column), i);
                }
            } else {
                Optional<Integer> partner = comesBack(operation, dropped, droppedKeys);
                int place = i;
                partner.ifPresent(drop -> pairs.put(drop, place));
            }
        }
        return pairs;
    }

    private static boolean isOfDefault(AlterColumn alter) {
        return alter.changes().stream().anyMatch(ColumnChange.Default.class::isInstance);
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
