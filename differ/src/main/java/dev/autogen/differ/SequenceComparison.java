package dev.autogen.differ;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AlterSequence;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.DropSequence;
import dev.autogen.schema.operation.SequenceChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Compares sequences that stand by themselves. */
final class SequenceComparison {
    private final Retention retention;
    private final Steps steps;
    private final DrawnSequences.Both drawn;
    private final Set<QualifiedName> taken;
    private final Set<QualifiedName> early;

    /**
     * A comparison.
     *
     * @param drawn from which columns draw on both sides
     * @param taken names that something new takes over
     * @param early tables that are dropped before something new takes over their names
     */
    SequenceComparison(
            Retention retention,
            Steps steps,
            DrawnSequences.Both drawn,
            Set<QualifiedName> taken,
            Set<QualifiedName> early) {
        this.early = early;
        this.drawn = drawn;
        this.retention = retention;
        this.steps = steps;
        this.taken = taken;
    }

    /**
     * Compares all sequences.
     *
     * @param isGone whether the column that owns a sequence goes, and the sequence with it
     * @param losesDefault whether a column that stays no longer has the default that it has
     * @param owned is told which owned sequences come and go
     */
    void compare(
            Catalog desired,
            Catalog live,
            Predicate<ColumnRef> isGone,
            Predicate<ColumnRef> losesDefault,
            OwnedSequences owned) {
        Map<QualifiedName, Sequence> existing = new LinkedHashMap<>();
        live.sequences().forEach(sequence -> existing.put(sequence.name(), sequence));
        Set<QualifiedName> sharedThere = shared(desired, drawn.desired());
        Set<QualifiedName> sharedHere = shared(live, drawn.live());
        for (Sequence wanted : desired.sequences()) {
            Sequence found = existing.remove(wanted.name());
            if (found == null && sharedThere.contains(wanted.name())) {
                steps.add(Phase.CREATE_SEQUENCE, new CreateSequence(withoutOwner(wanted)), List.of());
                owner(wanted.name(), wanted.ownedBy(), null, isGone);
            } else if (found == null) {
                owned.creates(wanted);
                steps.add(
                        wanted.ownedBy() == null ? Phase.CREATE_SEQUENCE : Phase.CREATE_OWNED_SEQUENCE,
                        new CreateSequence(wanted),
                        List.of());
            } else {
                compare(wanted, found, isGone);
            }
        }
        Map<QualifiedName, ColumnRef> feeds = existing.isEmpty() ? Map.of() : feeds(live, isGone.or(losesDefault));
        for (Sequence spare : existing.values()) {
            ObjectRef ref = ObjectRef.sequence(spare.name());
            if (spare.ownedBy() != null && isGone.test(spare.ownedBy())) {
                if (sharedHere.contains(spare.name()) && !taken.contains(spare.name())) {
                    owner(spare.name(), null, spare.ownedBy(), isGone);
                    steps.add(
                            Phase.DROP_SEQUENCE,
                            new DropSequence(spare.name(), withoutOwner(spare)),
                            "it belongs to " + spare.ownedBy());
                    continue;
                }
                boolean makesWay = taken.contains(spare.name())
                        || early.contains(spare.ownedBy().table());
                Phase phase = makesWay ? Phase.DROP_TABLE_EARLY : Phase.DROP_OWNED_SEQUENCE;
                owned.drops(spare, phase);
                steps.add(phase, new DropSequence(spare.name(), spare), "it belongs to " + spare.ownedBy());
            } else if (!retention.complete() && feeds.containsKey(spare.name())) {
                retention.keep(
                        ref, "sequence " + spare.name() + " is kept: " + feeds.get(spare.name()) + " draws from it");
            } else if (retention.drops(ref, "sequence " + spare.name())) {
                steps.add(
                        taken.contains(spare.name()) ? Phase.DROP_SEQUENCE_EARLY : Phase.DROP_SEQUENCE,
                        new DropSequence(spare.name(), spare),
                        List.of());
            }
        }
    }

    /**
     * Sequences that one column owns and another draws from: they are there before the one that draws comes, and until it
     * is gone, and belong to their owner in between.
     */
    private static Set<QualifiedName> shared(Catalog catalog, DrawnSequences drawn) {
        Set<QualifiedName> shared = new HashSet<>();
        for (Table table : catalog.tables()) {
            for (Column column : table.columns()) {
                ColumnRef ref = new ColumnRef(table.name(), column.name());
                drawn.of(column.defaultValue())
                        .filter(sequence -> sequence.ownedBy() != null
                                && !sequence.ownedBy().equals(ref))
                        .ifPresent(sequence -> shared.add(sequence.name()));
            }
        }
        return shared;
    }

    private static Sequence withoutOwner(Sequence sequence) {
        return new Sequence(sequence.name(), sequence.type(), sequence.options(), null, sequence.comment());
    }

    /** Sequences by which a column that stays with its default is filled. */
    private Map<QualifiedName, ColumnRef> feeds(Catalog live, Predicate<ColumnRef> isDrawnNoMore) {
        Map<QualifiedName, ColumnRef> feeds = new HashMap<>();
        for (Table table : live.tables()) {
            for (Column column : table.columns()) {
                ColumnRef ref = new ColumnRef(table.name(), column.name());
                drawn.live().within(column.defaultValue()).stream()
                        .filter(sequence -> !isDrawnNoMore.test(ref))
                        .forEach(sequence -> feeds.putIfAbsent(sequence.name(), ref));
            }
        }
        return feeds;
    }

    private void compare(Sequence wanted, Sequence found, Predicate<ColumnRef> isGone) {
        SequenceOptionsComparison options = retention.complete()
                ? SequenceOptionsComparison.complete(wanted.options(), found.options(), wanted.type(), found.type())
                : SequenceOptionsComparison.said(
                        SequenceOptions.of(null, increment(wanted)), found.options(), found.type());
        List<SequenceChange> changes = new ArrayList<>();
        if (retention.complete() && !TypeComparison.same(wanted.type(), found.type())) {
            changes.add(new SequenceChange.Type(wanted.type(), found.type()));
        }
        if (options.differ()) {
            changes.add(new SequenceChange.Options(options.to(), options.from()));
        }
        if (retention.complete() && !Objects.equals(wanted.comment(), found.comment())) {
            changes.add(new SequenceChange.Comment(wanted.comment(), found.comment()));
        }
        if (!changes.isEmpty()) {
            steps.add(
                    Phase.ALTER_SEQUENCE,
                    new AlterSequence(found.name(), changes),
                    options.differ() ? List.of(reason(options)) : List.of());
        }
        boolean unsaid = !retention.complete() && (found.ownedBy() == null || !isGone.test(found.ownedBy()));
        if (!unsaid && !Objects.equals(wanted.ownedBy(), found.ownedBy())) {
            owner(found.name(), wanted.ownedBy(), found.ownedBy(), isGone);
        }
    }

    /** A sequence leaves an owner that goes before it goes, and waits for one that comes. */
    private void owner(QualifiedName sequence, ColumnRef to, ColumnRef from, Predicate<ColumnRef> isGone) {
        boolean leaves = from != null && (to == null || isGone.test(from));
        if (leaves) {
            steps.add(Phase.RELEASE_SEQUENCE, alterOwner(sequence, null, from), List.of());
        }
        if (to != null) {
            steps.add(Phase.CREATE_OWNED_SEQUENCE, alterOwner(sequence, to, leaves ? null : from), List.of());
        }
    }

    private static AlterSequence alterOwner(QualifiedName sequence, ColumnRef to, ColumnRef from) {
        return new AlterSequence(sequence, List.of(new SequenceChange.Owner(to, from)));
    }

    /** A model always says the increment, JPA's {@code allocationSize}; it leaves away what is PostgreSQL's default. */
    private static long increment(Sequence wanted) {
        return wanted.options().increment() == null ? 1 : wanted.options().increment();
    }

    private static String reason(SequenceOptionsComparison options) {
        return options.to().increment() == null
                ? "options change"
                : "increment " + options.from().increment() + " becomes "
                        + options.to().increment();
    }
}
