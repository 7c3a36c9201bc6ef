package dev.autogen.differ;

import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The order in which tables can be created: what a foreign key points at comes first, else by name. In a cycle some keys
 * point at a later table; those have to be added afterwards. A depth-first search, linear but for the sorting.
 */
final class TableOrder {
    private final Map<QualifiedName, Table> tables = new TreeMap<>();
    private final Map<QualifiedName, Integer> positions = new HashMap<>();
    private final List<Table> sorted = new ArrayList<>();
    private final Set<QualifiedName> seen = new HashSet<>();

    private record Visit(Table table, Iterator<QualifiedName> targets) {}

    TableOrder(Collection<Table> unsorted) {
        unsorted.forEach(table -> tables.put(table.name(), table));
        tables.values().forEach(this::visit);
    }

    /** The tables, the first to be created first. */
    List<Table> tables() {
        return List.copyOf(sorted);
    }

    /** Whether the key points at one of the tables that comes later than its own. */
    boolean pointsForward(QualifiedName table, ForeignKey key) {
        Integer target = positions.get(key.target());
        return target != null && target > positions.get(table);
    }

    private void visit(Table start) {
        Deque<Visit> path = new ArrayDeque<>();
        enter(start, path);
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (visit.targets.hasNext()) {
                Table target = tables.get(visit.targets.next());
                if (target != null) {
                    enter(target, path);
                }
            } else {
                path.pop();
                positions.put(visit.table.name(), sorted.size());
                sorted.add(visit.table);
            }
        }
    }

    private void enter(Table table, Deque<Visit> path) {
        if (seen.add(table.name())) {
            Iterator<QualifiedName> targets = table.foreignKeys().stream()
                    .map(ForeignKey::target)
                    .distinct()
                    .sorted()
                    .iterator();
            path.push(new Visit(table, targets));
        }
    }
}
