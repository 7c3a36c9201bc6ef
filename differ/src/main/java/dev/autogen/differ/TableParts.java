package dev.autogen.differ;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares the constraints and indexes of one table on both sides. */
final class TableParts {
    private final Table desired;
    private final Table live;
    private final Retention retention;
    private final ConstraintComparison constraints;
    private final IndexComparison indexes;
    private final List<Fate<Constraint>> constraintFates = new ArrayList<>();
    private final List<Fate<Index>> indexFates = new ArrayList<>();

    private TableParts(Table desired, Table live, Retention retention) {
        this.desired = desired;
        this.live = live;
        this.retention = retention;
        this.constraints = new ConstraintComparison(retention);
        this.indexes = new IndexComparison(retention);
    }

    /** Fills the two lists of the delta. */
    static void compare(TableDelta delta, Retention retention) {
        TableParts parts = new TableParts(delta.desired(), delta.live(), retention);
        parts.primaryKey();
        parts.uniqueConstraintsAndIndexes();
        parts.foreignKeys();
        parts.checks();
        parts.exclusions();
        delta.constraints().addAll(parts.constraintFates);
        delta.indexes().addAll(parts.indexFates);
    }

    private void primaryKey() {
        decide(match(asList(desired.primaryKey()), asList(live.primaryKey())).pairing((wanted, found) -> true));
    }

    private static List<Constraint> asList(PrimaryKey key) {
        return key == null ? List.of() : List.of(key);
    }

    private void foreignKeys() {
        decide(match(desired.foreignKeys(), live.foreignKeys())
                .pairing((wanted, found) -> columns(wanted).equals(columns(found))));
    }

    private static Set<String> columns(Constraint foreignKey) {
        return new TreeSet<>(((ForeignKey) foreignKey).columns());
    }

    /** A check that PostgreSQL named after its column is the one that the model now says otherwise. */
    private void checks() {
        decide(match(desired.checks(), live.checks())
                .pairing((wanted, found) -> wanted.name() == null
                        && DefaultName.of(desired, wanted).isWornBy(found.name())
                        && DefaultName.of(live, found).equals(DefaultName.of(desired, wanted))));
    }

    private void exclusions() {
        decide(match(desired.exclusions(), live.exclusions()));
    }

    /** In an entity model, unique constraint and unique index are two ways to ask for the same. */
    private void uniqueConstraintsAndIndexes() {
        Matching<Constraint> uniques = match(desired.uniqueConstraints(), live.uniqueConstraints());
        Matching<Index> others = Matching.of(
                sorted(desired.indexes(), Index::name),
                sorted(live.indexes(), Index::name),
                Index::name,
                index -> index.withName(null),
                indexes::structure);
        if (!retention.complete()) {
            Set<Constraint> spareUniques = new LinkedHashSet<>(uniques.surplus());
            Set<Index> spareIndexes = new LinkedHashSet<>(others.surplus());
            List<Constraint> missingUniques = new ArrayList<>(uniques.missing());
            List<Index> missingIndexes = new ArrayList<>(others.missing());
            satisfy(missingUniques, TableParts::uniqueColumns, spareIndexes, TableParts::uniqueColumns, indexFates);
            satisfy(
                    missingIndexes,
                    TableParts::uniqueColumns,
                    spareUniques,
                    TableParts::uniqueColumns,
                    constraintFates);
            uniques = new Matching<>(uniques.pairs(), missingUniques, retained(uniques.surplus(), spareUniques));
            others = new Matching<>(others.pairs(), missingIndexes, retained(others.surplus(), spareIndexes));
        }
        decide(uniques);
        decideIndexes(others);
        if (!retention.complete()) {
            Set<Set<String>> existing = stayingKeys();
            constraintFates.removeIf(fate -> fate.kind() == Fate.Kind.ADDED
                    && fate.desired().name() == null
                    && existing.contains(TableDelta.key(fate.desired())));
        }
    }

    private static <T> List<T> retained(List<T> all, Set<T> some) {
        return all.stream().filter(some::contains).toList();
    }

    /** Takes from the missing what a spare thing of the other kind already ensures; that one stays. */
    private static <M, S> void satisfy(
            List<M> missing,
            Function<M, Set<String>> columnsOfMissing,
            Set<S> spare,
            Function<S, Set<String>> columnsOfSpare,
            List<Fate<S>> fates) {
        Map<Set<String>, S> byColumns = new HashMap<>();
        for (S candidate : spare) {
            if (!columnsOfSpare.apply(candidate).isEmpty()) {
                byColumns.putIfAbsent(columnsOfSpare.apply(candidate), candidate);
            }
        }
        missing.removeIf(wanted -> {
            S found = byColumns.get(columnsOfMissing.apply(wanted));
            if (found == null) {
                return false;
            }
            if (spare.remove(found)) {
                fates.add(Fate.stays(found));
            }
            return true;
        });
    }

    /** What is unique already and stays so need not be made unique once more. */
    private Set<Set<String>> stayingKeys() {
        Set<Set<String>> keys = new HashSet<>();
        constraintFates.stream()
                .filter(fate -> !fate.goes() && !fate.comes())
                .forEach(fate -> keys.add(TableDelta.key(fate.live())));
        indexFates.stream()
                .filter(fate -> !fate.goes() && !fate.comes())
                .forEach(fate -> keys.add(uniqueColumns(fate.live())));
        keys.remove(Set.<String>of());
        return keys;
    }

    private static Set<String> uniqueColumns(Constraint unique) {
        return new TreeSet<>(((UniqueConstraint) unique).columns());
    }

    /** The columns that a plain unique index keeps unique, empty for any other index. */
    static Set<String> uniqueColumns(Index index) {
        boolean plain = index.unique()
                && index.valid()
                && index.predicate() == null
                && index.keys().stream().allMatch(key -> key.column() != null);
        return plain ? new TreeSet<>(index.keys().stream().map(IndexKey::column).toList()) : Set.of();
    }

    private Matching<Constraint> match(
            Collection<? extends Constraint> wanted, Collection<? extends Constraint> found) {
        return Matching.of(
                sorted(wanted, Constraint::name),
                sorted(found, Constraint::name),
                Constraint::name,
                constraint -> constraint.withName(null),
                constraints::structure);
    }

    /** Named ones by name, then the others by content, so that the order of the input does not matter. */
    static <T> List<T> sorted(Collection<? extends T> parts, Function<T, String> name) {
        List<T> sorted = new ArrayList<>(parts);
        sorted.sort(comparing(name, nullsLast(naturalOrder())).thenComparing(Object::toString));
        return sorted;
    }

    private void decide(Matching<Constraint> matching) {
        QualifiedName table = live.name();
        matching.pairs().forEach(pair -> constraintFates.add(constraints.compare(table, pair.desired(), pair.live())));
        matching.missing().forEach(wanted -> constraintFates.add(Fate.added(wanted)));
        for (Constraint spare : matching.surplus()) {
            ObjectRef ref = ObjectRef.constraint(table, spare.name());
            String description = Descriptions.of(spare) + " named " + spare.name() + " of " + table;
            boolean expressible = !(spare instanceof ExclusionConstraint);
            boolean drops = drops(expressible, ref, description);
            constraintFates.add(drops ? Fate.dropped(spare, null) : Fate.stays(spare));
        }
    }

    private void decideIndexes(Matching<Index> matching) {
        QualifiedName table = live.name();
        matching.pairs().forEach(pair -> indexFates.add(indexes.compare(table, pair.desired(), pair.live())));
        matching.missing().forEach(wanted -> indexFates.add(Fate.added(wanted)));
        for (Index spare : matching.surplus()) {
            ObjectRef ref = ObjectRef.index(table, spare.name());
            String description = Descriptions.of(spare) + " named " + spare.name() + " of " + table;
            boolean drops = drops(isExpressible(spare), ref, description);
            indexFates.add(drops ? Fate.dropped(spare, null) : Fate.stays(spare));
        }
    }

    private boolean drops(boolean expressible, ObjectRef ref, String description) {
        if (expressible || retention.complete()) {
            return retention.drops(ref, description);
        }
        retention.keep(ref, description + " is kept: JPA has no words for it");
        return false;
    }

    private static boolean isExpressible(Index index) {
        return index.method().equals(Index.BTREE)
                && index.include().isEmpty()
                && index.predicate() == null
                && index.options().isEmpty()
                && index.keys().stream().allMatch(key -> key.column() != null && key.operatorClass() == null);
    }
}
