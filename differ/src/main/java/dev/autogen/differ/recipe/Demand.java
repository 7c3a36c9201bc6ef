package dev.autogen.differ.recipe;

import dev.autogen.differ.Mentions;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a version that knows nothing of a constraint writes rows that hold it all the same: it leaves null, which most
 * constraints let pass, in columns that it does not know; and it holds what was demanded before.
 */
final class Demand implements Constraint.Visitor<Boolean> {
    private static final Pattern NULL_FUNCTIONS =
            Pattern.compile("\\b(coalesce|num_nulls|num_nonnulls)\\s*\\(", Pattern.CASE_INSENSITIVE);

    private final Prospect prospect;
    private final QualifiedName table;

    Demand(Prospect prospect, QualifiedName table) {
        this.prospect = prospect;
        this.table = table;
    }

    boolean isMetUnawares(Constraint constraint) {
        return prospect.isNew(table) || isBack(constraint) || constraint.accept(this);
    }

    /** Whether it goes only for as long as something is changed. */
    private boolean isBack(Constraint constraint) {
        return dropped().anyMatch(constraint::equals);
    }

    boolean isMetUnawares(Index index) {
        if (!index.unique() || prospect.isNew(table)) {
            return true;
        }
        List<String> columns = columns(index);
        return isLetPass(columns, index.nullsNotDistinct()) || wasUnique(columns, index.nullsNotDistinct());
    }

    @Override
    public Boolean visit(PrimaryKey key) {
        return key.columns().stream()
                        .allMatch(column -> prospect.added(new ColumnRef(table, column))
                                .filter(added -> added.identity() != null)
                                .isPresent())
                || (droppedKeys().anyMatch(columns -> columns.equals(Set.copyOf(key.columns())))
                        && key.columns().stream().allMatch(column -> prospect.tookNoNull(table, column)));
    }

    @Override
    public Boolean visit(UniqueConstraint unique) {
        return isLetPass(unique.columns(), unique.nullsNotDistinct())
                || wasUnique(unique.columns(), unique.nullsNotDistinct());
    }

    @Override
    public Boolean visit(ForeignKey key) {
        boolean passes = key.matchFull()
                ? key.columns().stream().allMatch(column -> prospect.isLeftNull(table, column))
                : isLetPass(key.columns(), false);
        return !key.enforced() || passes || dropped().anyMatch(dropped -> demands(dropped, key));
    }

    /** Null passes a check, but for one that speaks of null. */
    @Override
    public Boolean visit(CheckConstraint check) {
        Set<String> names = Mentions.names(check);
        boolean ofNull = names.contains("null")
                || names.contains("distinct")
                || NULL_FUNCTIONS.matcher(check.expression().canonical()).find();
        return !check.enforced() || (!ofNull && !prospect.isWritten(table, names));
    }

    @Override
    public Boolean visit(ExclusionConstraint exclusion) {
        return isLetPass(
                exclusion.elements().stream()
                        .map(element -> element.key().column())
                        .filter(Objects::nonNull)
                        .toList(),
                false);
    }

    private boolean isLetPass(List<String> columns, boolean nullsAreAlike) {
        return !nullsAreAlike && columns.stream().anyMatch(column -> prospect.isLeftNull(table, column));
    }

    /** Whether some of the columns were unique by themselves until now. */
    private boolean wasUnique(List<String> columns, boolean nullsAreAlike) {
        return !nullsAreAlike && droppedKeys().anyMatch(columns::containsAll);
    }

    private static boolean demands(Constraint dropped, ForeignKey key) {
        return dropped instanceof ForeignKey before
                && before.enforced()
                && before.columns().equals(key.columns())
                && before.target().equals(key.target())
                && before.targetColumns().equals(key.targetColumns())
                && before.period() == key.period()
                && (before.matchFull() || !key.matchFull());
    }

    private Stream<Constraint> dropped() {
        return prospect.dropped(table).stream()
                .filter(operation -> operation instanceof DropConstraint drop && drop.definition() != null)
                .map(operation -> ((DropConstraint) operation).definition());
    }

    private Stream<Set<String>> droppedKeys() {
        return prospect.dropped(table).stream().flatMap(Demand::key);
    }

    private static Stream<Set<String>> key(Operation operation) {
        if (operation instanceof DropConstraint drop
                && (drop.definition() instanceof PrimaryKey || drop.definition() instanceof UniqueConstraint)) {
            return Stream.of(new HashSet<>(drop.definition().columns()));
        }
        return operation instanceof DropIndex drop
                        && drop.definition() != null
                        && drop.definition().unique()
                        && drop.definition().predicate() == null
                        && columns(drop.definition()).size()
                                == drop.definition().keys().size()
                ? Stream.of(new HashSet<>(columns(drop.definition())))
                : Stream.empty();
    }

    private static List<String> columns(Index index) {
        return index.keys().stream()
                .map(IndexKey::column)
                .filter(Objects::nonNull)
                .toList();
    }
}
