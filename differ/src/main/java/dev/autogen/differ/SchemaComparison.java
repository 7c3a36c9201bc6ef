package dev.autogen.differ;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.CreateExtension;
import dev.autogen.schema.operation.CreateSchema;
import dev.autogen.schema.operation.DropExtension;
import dev.autogen.schema.operation.DropSchema;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.SetSchemaComment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** One comparison of two whole catalogs: matches, compares, and hands what it found to the steps. */
final class SchemaComparison {
    private final Catalog desired;
    private final Catalog live;
    private final Retention retention;
    private final Steps steps;
    private final DrawnSequences.Both sequences;

    private final Map<QualifiedName, TableDelta> deltas = new TreeMap<>();
    private final List<Table> created = new ArrayList<>();
    private final List<Table> dropped = new ArrayList<>();

    SchemaComparison(Catalog desired, Catalog live, Retention retention, Steps steps) {
        this.sequences = new DrawnSequences.Both(DrawnSequences.of(desired), DrawnSequences.of(live));
        this.desired = sequences.desired().serialWhereNumbered(desired, live);
        this.live = sequences.live().serialWhereNumbered(live, desired);
        this.retention = retention;
        this.steps = steps;
    }

    void compare() {
        schemasAndExtensions();
        EnumComparison enums = new EnumComparison(desired, live, retention, steps);
        enums.compare();
        RebuiltTypes types = enums.rebuilt();
        matchTables(types);
        enums.emitRebuilds(this::isGone);
        new DomainComparison(desired, live, retention, steps).compare();
        Set<QualifiedName> droppedNames = names(dropped);
        ForeignKeyDependents dependents = new ForeignKeyDependents(deltas, droppedNames);
        dependents.makeWay();
        OwnedSequences owned = new OwnedSequences(desired, live, steps);
        Set<QualifiedName> taken = takenNames();
        DroppedTables tables =
                new DroppedTables(dropped, steps, owned, types, dependents::losesTarget, this::goingSequences);
        Set<QualifiedName> early = tables.goEarly(taken) ? droppedNames : Set.of();
        new SequenceComparison(retention, steps, sequences, taken, early)
                .compare(desired, live, this::isGone, this::losesDefault, owned);
        Names names = reservedNames();
        createTables(names, dependents, owned);
        deltas.values().forEach(delta -> new TableChanges(delta, names, steps, owned).emit());
        tables.emit(taken);
    }

    /** What survives the change of a column's type, if PostgreSQL lets it; two databases have it on both sides. */
    List<Survivor> survivors() {
        return retention.complete() ? List.of() : Survivors.of(deltas);
    }

    private void schemasAndExtensions() {
        names(desired.schemaNames(), live.schemaNames(), CreateSchema::new, Phase.CREATE_SCHEMA);
        names(desired.extensions(), live.extensions(), CreateExtension::new, Phase.CREATE_EXTENSION);
        if (retention.complete()) {
            schemas();
            names(live.extensions(), desired.extensions(), DropExtension::new, Phase.DROP_EXTENSION);
        }
    }

    /** Comments of schemas, and schemas that go: a model says nothing of either. */
    private void schemas() {
        Map<String, Schema> existing = new LinkedHashMap<>();
        live.schemas().forEach(schema -> existing.put(schema.name(), schema));
        for (Schema schema : desired.schemas()) {
            Schema found = existing.remove(schema.name());
            String before = found == null ? null : found.comment();
            if (!Objects.equals(schema.comment(), before)) {
                steps.add(
                        Phase.CREATE_SCHEMA, new SetSchemaComment(schema.name(), schema.comment(), before), List.of());
            }
        }
        existing.values()
                .forEach(schema ->
                        steps.add(Phase.DROP_SCHEMA, new DropSchema(schema.name(), schema.comment()), List.of()));
    }

    private void names(List<String> wanted, List<String> found, Function<String, Operation> operation, Phase phase) {
        Set<String> existing = new HashSet<>(found);
        wanted.stream()
                .filter(name -> !existing.contains(name))
                .forEach(name -> steps.add(phase, operation.apply(name), List.of()));
    }

    private void matchTables(RebuiltTypes types) {
        Map<QualifiedName, Table> existing = new LinkedHashMap<>();
        live.tables().forEach(table -> existing.put(table.name(), table));
        List<Pair> pairs = new ArrayList<>();
        for (Table table : desired.tables()) {
            Table found = existing.remove(table.name());
            if (found == null) {
                created.add(table);
            } else {
                pairs.add(new Pair(table, found));
            }
        }
        // Tables are compared each for itself, so all processors may take part; what is noted keeps the tables' order.
        pairs.parallelStream().map(pair -> compared(pair, types)).toList().forEach(compared -> {
            deltas.put(compared.delta().live().name(), compared.delta());
            retention.noteAll(compared.notices());
        });
        for (Table table : existing.values()) {
            if (retention.drops(ObjectRef.table(table.name()), "table " + table.name())) {
                dropped.add(table);
            } else {
                deltas.put(table.name(), TableComparison.untouched(table, retention, types, sequences));
            }
        }
    }

    private Compared compared(Pair pair, RebuiltTypes types) {
        Retention own = retention.withoutNotices();
        TableDelta delta = TableComparison.compare(pair.desired(), pair.live(), own, types, sequences);
        return new Compared(delta, own.notices());
    }

    private record Pair(Table desired, Table live) {}

    private record Compared(TableDelta delta, List<Notice> notices) {}

    private boolean isGone(ColumnRef column) {
        TableDelta delta = deltas.get(column.table());
        return delta == null || delta.goneColumns().contains(column.column());
    }

    /** Sequences that go and that the column's default names. */
    private List<QualifiedName> goingSequences(Column column) {
        return sequences.live().within(column.defaultValue()).stream()
                .map(Sequence::name)
                .filter(name -> desired.sequences().stream()
                        .noneMatch(sequence -> sequence.name().equals(name)))
                .toList();
    }

    private boolean losesDefault(ColumnRef column) {
        TableDelta delta = deltas.get(column.table());
        return delta != null && delta.losesDefault(column.column());
    }

    private static Set<QualifiedName> names(List<Table> tables) {
        Set<QualifiedName> names = new HashSet<>();
        tables.forEach(table -> names.add(table.name()));
        return names;
    }

    /** The names that are taken when unnamed things are created, or that the model gives. */
    private Names reservedNames() {
        Names names = new Names();
        retention.unmanaged().forEach(names::reserveRelation);
        for (Catalog catalog : List.of(live, desired)) {
            catalog.sequences().stream().map(Sequence::name).forEach(names::reserveRelation);
            for (Table table : catalog.tables()) {
                names.reserveRelation(table.name());
                table.columns().stream()
                        .filter(column -> column.identity() != null)
                        .forEach(column -> names.reserveRelation(DefaultName.ofSequence(table.name(), column.name())
                                .first()));
            }
        }
        for (Table table : dropped) {
            reserve(names, table);
        }
        for (Table table : created) {
            reserve(names, table);
        }
        for (TableDelta delta : deltas.values()) {
            QualifiedName table = delta.live().name();
            delta.constraints().stream()
                    .filter(fate -> fate.desired() != null && fate.desired().name() != null)
                    .forEach(fate -> names.reserveConstraint(table, fate.desired()));
            delta.indexes().stream()
                    .filter(fate -> fate.desired() != null && fate.desired().name() != null)
                    .forEach(fate ->
                            names.reserveRelation(table.withName(fate.desired().name())));
        }
        return names;
    }

    private static void reserve(Names names, Table table) {
        table.constraints().stream()
                .filter(constraint -> constraint.name() != null)
                .forEach(constraint -> names.reserveConstraint(table.name(), constraint));
        table.indexes().stream()
                .filter(index -> index.name() != null)
                .forEach(index -> names.reserveRelation(table.name().withName(index.name())));
    }

    private void createTables(Names names, ForeignKeyDependents dependents, OwnedSequences owned) {
        TableOrder order = new TableOrder(created);
        order.tables()
                .forEach(table ->
                        new NewTable(table, names, steps).emit(owned, key -> isInline(order, table, key, dependents)));
    }

    private boolean isInline(TableOrder order, Table table, ForeignKey key, ForeignKeyDependents dependents) {
        if (key.target().equals(table.name())) {
            return table.constraints().stream()
                    .anyMatch(constraint -> TableDelta.referable(constraint).equals(TableDelta.target(key)));
        }
        return !order.pointsForward(table.name(), key) && dependents.canBeInline(key);
    }

    /** Names that something new takes: if a table to be dropped holds one of them, it has to go early. */
    private Set<QualifiedName> takenNames() {
        Set<QualifiedName> taken = new HashSet<>(names(created));
        desired.sequences().forEach(sequence -> taken.add(sequence.name()));
        desired.enumTypes().forEach(type -> taken.add(type.name()));
        for (Table table : created) {
            table.constraints().stream()
                    .filter(constraint -> constraint.name() != null)
                    .forEach(constraint -> taken.add(table.name().withName(constraint.name())));
            table.indexes().stream()
                    .filter(index -> index.name() != null)
                    .forEach(index -> taken.add(table.name().withName(index.name())));
        }
        for (TableDelta delta : deltas.values()) {
            for (Fate<Constraint> fate : delta.constraints()) {
                take(
                        taken,
                        delta,
                        fate,
                        fate.desired() == null ? null : fate.desired().name());
            }
            for (Fate<Index> fate : delta.indexes()) {
                take(
                        taken,
                        delta,
                        fate,
                        fate.desired() == null ? null : fate.desired().name());
            }
        }
        return taken;
    }

    private static void take(Set<QualifiedName> taken, TableDelta delta, Fate<?> fate, String name) {
        boolean newName = fate.kind() == Fate.Kind.RENAMED || fate.comes();
        if (newName && name != null) {
            taken.add(delta.live().name().withName(name));
        }
    }
}
