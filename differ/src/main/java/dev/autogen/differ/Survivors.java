package dev.autogen.differ;

import static java.util.stream.Collectors.joining;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.Trial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Finds what stays, or goes only to come back, over columns that get another type or collation. */
final class Survivors {
    private final Map<QualifiedName, TableDelta> deltas;
    private final Map<QualifiedName, Map<String, Column>> changed = new HashMap<>();
    private final List<Survivor> found = new ArrayList<>();

    private Survivors(Map<QualifiedName, TableDelta> deltas) {
        this.deltas = deltas;
        deltas.forEach((name, delta) -> {
            Map<String, Column> columns = changedColumns(delta);
            if (!columns.isEmpty()) {
                changed.put(name, columns);
            }
        });
    }

    /** All of them, table by table. */
    static List<Survivor> of(Map<QualifiedName, TableDelta> deltas) {
        Survivors survivors = new Survivors(deltas);
        if (!survivors.changed.isEmpty()) {
            deltas.values().forEach(survivors::collect);
        }
        return List.copyOf(survivors.found);
    }

    /** Columns that get another type or collation, by name, as they will be. */
    private static Map<String, Column> changedColumns(TableDelta delta) {
        Map<String, Column> changed = new HashMap<>();
        if (delta.retyped().isEmpty() && delta.addedColumns().isEmpty()) {
            return changed;
        }
        for (Column live : delta.live().columns()) {
            Column becomes = becomes(delta, live);
            if (becomes != null
                    && !(becomes.type().equals(live.type()) && Objects.equals(becomes.collation(), live.collation()))) {
                changed.put(live.name(), becomes);
            }
        }
        return changed;
    }

    /** What becomes of a column; null when it goes for good. */
    private static Column becomes(TableDelta delta, Column live) {
        if (delta.droppedColumns().containsKey(live)) {
            return delta.addedColumns().keySet().stream()
                    .filter(column -> column.name().equals(live.name()))
                    .findFirst()
                    .orElse(null);
        }
        return delta.retyped().contains(live.name())
                ? delta.desired().column(live.name()).orElse(live)
                : live;
    }

    private void collect(TableDelta delta) {
        delta.constraints().stream()
                .filter(fate -> survives(fate, Constraint::withName, Constraint::name))
                .forEach(fate -> constraint(delta, fate.live()));
        delta.indexes().stream()
                .filter(fate -> survives(fate, Index::withName, Index::name))
                .forEach(fate -> index(delta, fate.live()));
        delta.live().columns().stream()
                .filter(column ->
                        column.generated() != null && delta.droppedColumns().containsKey(column))
                .filter(column -> delta.addedColumns().containsKey(column))
                .forEach(column -> computed(delta, column));
    }

    /** Whether it is there in the end as it is now, but for its name. */
    private static <T> boolean survives(Fate<T> fate, BiFunction<T, String, T> named, Function<T, String> name) {
        return switch (fate.kind()) {
            case STAYS, RENAMED, VALIDATED -> true;
            case REPLACED ->
                named.apply(fate.desired(), name.apply(fate.live())).equals(fate.live());
            case ADDED, DROPPED -> false;
        };
    }

    private void constraint(TableDelta delta, Constraint constraint) {
        String description = Descriptions.of(constraint) + " named " + constraint.name();
        if (constraint instanceof ForeignKey key) {
            foreignKey(delta, key, description);
            return;
        }
        Set<String> names = Mentions.names(constraint);
        add(
                description,
                delta,
                names,
                trial(time -> List.of(new CreateTable(time.part(delta, names).withConstraints(List.of(constraint))))));
    }

    private void index(TableDelta delta, Index index) {
        Set<String> names = Mentions.names(index);
        String description = Descriptions.of(index) + " named " + index.name();
        add(
                description,
                delta,
                names,
                trial(time -> List.of(
                        new CreateTable(time.part(delta, names)),
                        new CreateIndex(delta.live().name(), index, false))));
    }

    private void computed(TableDelta delta, Column column) {
        Set<String> names = Mentions.names(column.generated().expression());
        Column computed = bare(column).withGenerated(column.generated());
        add("generated column " + column.name(), delta, names, trial(time -> {
            Table table = time.part(delta, names);
            List<Column> columns = new ArrayList<>(table.columns());
            columns.add(computed);
            return List.of(new CreateTable(table.withColumns(columns)));
        }));
    }

    /** It needs a table to point at, with a key there, which is the same table for one that points at its own. */
    private void foreignKey(TableDelta delta, ForeignKey key, String description) {
        TableDelta target = deltas.get(key.target());
        if (target == null) {
            return;
        }
        Constraint targetKey = new UniqueConstraint(
                null, key.targetColumns(), List.of(), false, Deferrability.NOT_DEFERRABLE, key.period());
        Trial trial;
        if (key.target().equals(delta.live().name())) {
            Set<String> names = new HashSet<>(key.columns());
            names.addAll(key.targetColumns());
            trial = trial(
                    time -> List.of(new CreateTable(time.part(delta, names).withConstraints(List.of(targetKey, key)))));
        } else {
            trial = trial(time -> List.of(
                    new CreateTable(time.part(target, key.targetColumns()).withConstraints(List.of(targetKey))),
                    new CreateTable(time.part(delta, key.columns()).withConstraints(List.of(key)))));
        }
        if (!add(description, delta, key.columns(), trial)) {
            add(description + " of " + delta.live().name(), target, key.targetColumns(), trial);
        }
    }

    /** Whether one of the columns gets another type. */
    private boolean add(String description, TableDelta delta, Collection<String> columns, Trial trial) {
        QualifiedName table = delta.live().name();
        String changes = changed.getOrDefault(table, Map.of()).values().stream()
                .filter(column -> columns.contains(column.name()))
                .map(column -> Descriptions.ofChange(
                        table, delta.live().column(column.name()).orElseThrow(), column))
                .sorted()
                .collect(joining(", and "));
        if (!changes.isEmpty()) {
            found.add(new Survivor(description, List.of(), changes, trial));
        }
        return !changes.isEmpty();
    }

    private static Trial trial(Function<Time, List<Operation>> operations) {
        return new Trial(operations.apply(Time.BEFORE), operations.apply(Time.AFTER));
    }

    /** When a table is looked at. */
    private enum Time {
        BEFORE,
        AFTER;

        /** The table with those of its columns, and nothing else. */
        Table part(TableDelta delta, Collection<String> names) {
            List<Column> columns = new ArrayList<>();
            for (Column live : delta.live().columns()) {
                Column column = this == BEFORE ? live : becomes(delta, live);
                if (column != null && names.contains(live.name())) {
                    columns.add(bare(column));
                }
            }
            return Table.of(delta.live().name(), columns);
        }
    }

    private static Column bare(Column column) {
        return Column.of(column.name(), column.type()).withCollation(column.collation());
    }
}
