package dev.autogen.differ;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.DropExpression;
import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * All that becomes of one table that is and stays there. Filled by the comparisons one after the other.
 *
 * @param desired the table as it is wanted; the live one itself where the desired side does not know it
 * @param live the table as it is, after the renames that were asked for
 * @param constraints what becomes of its constraints
 * @param indexes what becomes of its indexes
 * @param droppedColumns live columns that go, with the reason; null where that is plain
 * @param addedColumns columns that come, in the desired order, with the reason; null where that is plain
 * @param alterations what changes of columns and of the comment, in the order in which it has to run
 * @param retyped live columns that change their type or collation
 * @param recollated live columns that change their collation
 * @param converted live columns whose values PostgreSQL cannot carry over by itself
 * @param plain generated columns that become ordinary ones in place; the way back makes them anew
 */
record TableDelta(
        Table desired,
        Table live,
        List<Fate<Constraint>> constraints,
        List<Fate<Index>> indexes,
        Map<Column, String> droppedColumns,
        Map<Column, String> addedColumns,
        List<Alteration> alterations,
        Set<String> retyped,
        Set<String> recollated,
        Set<String> converted,
        Set<String> plain) {

    /** One change, and why. */
    record Alteration(Operation operation, List<String> reasons) {}

    static TableDelta between(Table desired, Table live) {
        return new TableDelta(
                desired,
                live,
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>());
    }

    /** A table that stays as it is. */
    static TableDelta untouched(Table live) {
        TableDelta delta = between(live, live);
        live.constraints().forEach(constraint -> delta.constraints.add(Fate.stays(constraint)));
        live.indexes().forEach(index -> delta.indexes.add(Fate.stays(index)));
        return delta;
    }

    /** Lets a generated column become an ordinary one in place. */
    void stopComputing(Column column, String reason) {
        alterations.add(new Alteration(new DropExpression(live.name(), column.name(), column), List.of(reason)));
        plain.add(column.name());
    }

    /** Whether a column in the end has not the default that it has now. */
    boolean losesDefault(String column) {
        SqlExpression before = live.column(column).map(Column::defaultValue).orElse(null);
        List<SqlExpression> after = new ArrayList<>();
        for (Alteration alteration : alterations) {
            if (alteration.operation() instanceof AlterColumn alter
                    && alter.column().equals(column)) {
                alter.changes().stream()
                        .filter(ColumnChange.Default.class::isInstance)
                        .map(ColumnChange.Default.class::cast)
                        .forEach(change -> after.add(change.to()));
            }
        }
        return !after.isEmpty() && !Objects.equals(after.get(after.size() - 1), before);
    }

    Set<String> goneColumns() {
        Set<String> names = new HashSet<>();
        droppedColumns.keySet().forEach(column -> names.add(column.name()));
        return names;
    }

    /** Columns that come back under their name. */
    Set<String> returningColumns() {
        Set<String> names = new HashSet<>();
        addedColumns.keySet().forEach(column -> names.add(column.name()));
        names.retainAll(goneColumns());
        return names;
    }

    /** Constraints that hang on columns in the first set go, and come back unless they hang on one in the second. */
    void recreateConstraints(Predicate<Constraint> which, Predicate<Constraint> comesBack, String reason) {
        constraints.replaceAll(fate -> fate.live() == null || fate.goes() || !which.test(fate.live())
                ? fate
                : comesBack.test(fate.live()) ? fate.recreated(reason) : Fate.dropped(fate.live(), reason));
    }

    /** As {@link #recreateConstraints}, for indexes. */
    void recreateIndexes(Predicate<Index> which, Predicate<Index> comesBack, String reason) {
        indexes.replaceAll(fate -> fate.live() == null || fate.goes() || !which.test(fate.live())
                ? fate
                : comesBack.test(fate.live()) ? fate.recreated(reason) : Fate.dropped(fate.live(), reason));
    }

    /** Sets of columns that were a key for foreign keys to point at and go, if only for a while. */
    Set<Set<String>> lostKeys() {
        Set<Set<String>> lost = new HashSet<>();
        constraints.stream().filter(Fate::goes).forEach(fate -> lost.add(referable(fate.live())));
        indexes.stream().filter(Fate::goes).forEach(fate -> lost.add(TableParts.uniqueColumns(fate.live())));
        return lost;
    }

    /** Sets of columns that are a key all the while. */
    Set<Set<String>> stayingKeys() {
        Set<Set<String>> keys = new HashSet<>();
        constraints.stream()
                .filter(fate -> !fate.goes() && !fate.comes())
                .forEach(fate -> keys.add(referable(fate.live())));
        indexes.stream()
                .filter(fate -> !fate.goes() && !fate.comes())
                .forEach(fate -> keys.add(TableParts.uniqueColumns(fate.live())));
        keys.remove(Set.<String>of());
        return keys;
    }

    /** Sets of columns that are a key in the end. */
    Set<Set<String>> lastingKeys() {
        Set<Set<String>> keys = stayingKeys();
        constraints.stream().filter(Fate::comes).forEach(fate -> keys.add(referable(fate.desired())));
        indexes.stream().filter(Fate::comes).forEach(fate -> keys.add(TableParts.uniqueColumns(fate.desired())));
        return keys;
    }

    static Set<String> key(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return new TreeSet<>(key.columns());
        }
        return constraint instanceof UniqueConstraint unique ? new TreeSet<>(unique.columns()) : Set.of();
    }

    /** The same where foreign keys may point at it, which must be checked at each statement; else empty. */
    static Set<String> referable(Constraint constraint) {
        boolean deferrable = constraint instanceof PrimaryKey key
                ? key.deferrability() != Deferrability.NOT_DEFERRABLE
                : constraint instanceof UniqueConstraint unique
                        && unique.deferrability() != Deferrability.NOT_DEFERRABLE;
        return deferrable ? Set.of() : key(constraint);
    }

    /** The columns that the foreign key points at. */
    static Set<String> target(ForeignKey key) {
        return new TreeSet<>(key.targetColumns());
    }
}
