package dev.autogen.differ;

import static java.util.stream.Collectors.toCollection;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.SetTableComment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares a table on both sides: its columns, then its constraints and indexes, then what hangs on changed columns. */
final class TableComparison {
    private static final String NO_LONGER_GENERATED =
            "a column of it is no longer generated, which takes it along on the way back";

    private final TableDelta delta;
    private final Retention retention;
    private final DrawnSequences.Both sequences;

    private TableComparison(TableDelta delta, Retention retention, DrawnSequences.Both sequences) {
        this.delta = delta;
        this.sequences = sequences;
        this.retention = retention;
    }

    /**
     * Compares.
     *
     * @param types enum types that are made anew
     * @param sequences from which columns draw on both sides
     */
    static TableDelta compare(
            Table desired, Table live, Retention retention, RebuiltTypes types, DrawnSequences.Both sequences) {
        TableComparison comparison = new TableComparison(TableDelta.between(desired, live), retention, sequences);
        comparison.comment();
        comparison.unmodelled();
        comparison.columns();
        types.mark(comparison.delta);
        comparison.generatedColumns();
        TableParts.compare(comparison.delta, retention);
        comparison.partsOfChangedColumns();
        types.dropWhatSpeaksOfLostLabels(comparison.delta);
        return comparison.delta;
    }

    /** A table that stays, whatever it is. */
    static TableDelta untouched(Table live, Retention retention, RebuiltTypes types, DrawnSequences.Both sequences) {
        TableComparison comparison = new TableComparison(TableDelta.untouched(live), retention, sequences);
        types.mark(comparison.delta);
        comparison.generatedColumns();
        comparison.partsOfChangedColumns();
        types.dropWhatSpeaksOfLostLabels(comparison.delta);
        return comparison.delta;
    }

    private void comment() {
        QualifiedName table = delta.live().name();
        String wanted = delta.desired().comment();
        String found = delta.live().comment();
        ObjectRef ref = ObjectRef.tableComment(table);
        if (!Objects.equals(wanted, found)
                && (wanted != null || retention.removes(ref, "the comment of table " + table))) {
            delta.alterations().add(new TableDelta.Alteration(new SetTableComment(table, wanted, found), List.of()));
        }
    }

    /** What no operation can change: two databases differ in it, a model says nothing of it. */
    private void unmodelled() {
        QualifiedName table = delta.live().name();
        ObjectRef ref = ObjectRef.table(table);
        List<String> wanted = delta.desired().unmodelled();
        List<String> found = delta.live().unmodelled();
        if (!retention.complete()) {
            found.forEach(phrase -> retention.keepUnmodelled(
                    ref, "table " + table + " " + phrase + ", which is kept: autogen has no words for it"));
            return;
        }
        found.stream()
                .filter(phrase -> !wanted.contains(phrase))
                .forEach(phrase -> unsupported(ref, "table " + table + " " + phrase + ", and should not"));
        wanted.stream()
                .filter(phrase -> !found.contains(phrase))
                .forEach(phrase -> unsupported(ref, "table " + table + " should, but does not yet: " + phrase));
    }

    private void unsupported(ObjectRef ref, String difference) {
        retention.note(Notice.Kind.UNSUPPORTED, ref, difference + "; change that by hand");
    }

    private void columns() {
        Map<String, Column> existing = new HashMap<>();
        delta.live().columns().forEach(column -> existing.put(column.name(), column));
        for (Column wanted : delta.desired().columns()) {
            Column found = existing.remove(wanted.name());
            if (found == null) {
                delta.addedColumns().put(wanted, null);
            } else {
                ColumnComparison.compare(delta, wanted, found, retention, sequences);
            }
        }
        delta.live().columns().stream()
                .filter(column -> existing.containsKey(column.name()))
                .forEach(this::unknown);
    }

    private void unknown(Column column) {
        QualifiedName table = delta.live().name();
        ObjectRef ref = ObjectRef.column(table, column.name());
        boolean blocksInserts = !column.nullable()
                && column.defaultValue() == null
                && column.identity() == null
                && column.generated() == null;
        String description = "column " + column.name() + " of " + table
                + (blocksInserts ? " (not null without a default, so inserts that lack it fail)" : "");
        if (retention.drops(ref, description)) {
            delta.droppedColumns().put(column, null);
        }
    }

    /** A generated column has to be made anew when what it is computed from changes its type, and goes when that goes. */
    private void generatedColumns() {
        Set<String> gone = delta.goneColumns();
        gone.removeAll(delta.returningColumns());
        Set<String> changed = new HashSet<>(delta.goneColumns());
        changed.addAll(delta.retyped());
        for (Column column : delta.live().columns()) {
            if (column.generated() != null
                    && !delta.droppedColumns().containsKey(column)
                    && !delta.plain().contains(column.name())
                    && Mentions.any(changed, column.generated().expression())) {
                if (Mentions.any(gone, column.generated().expression()) && isWantedPlain(column)) {
                    delta.stopComputing(column, "it is computed from a column that is dropped");
                    nullability(column);
                    continue;
                }
                delta.droppedColumns().put(column, "it is computed from a column that changes");
                if (!Mentions.any(gone, column.generated().expression())) {
                    delta.addedColumns().put(column, "it is computed from a column that changes");
                }
            }
        }
    }

    /** A model that does not say how a stored column is computed asks for the column alone, which keeps its values. */
    private boolean isWantedPlain(Column live) {
        return live.generated().stored()
                && delta.desired()
                        .column(live.name())
                        .filter(wanted -> wanted.generated() == null)
                        .isPresent();
    }

    /** What a model says of NOT NULL counts once the column is no longer generated. */
    private void nullability(Column live) {
        Column wanted = delta.desired().column(live.name()).orElseThrow();
        if (!retention.complete() && wanted.nullable() && !live.nullable()) {
            delta.alterations()
                    .add(new TableDelta.Alteration(
                            new AlterColumn(
                                    delta.live().name(), live.name(), List.of(new ColumnChange.Nullability(true))),
                            List.of("null is allowed")));
        }
    }

    private void partsOfChangedColumns() {
        Set<String> gone = delta.goneColumns();
        Set<String> lost = delta.goneColumns();
        lost.removeAll(delta.returningColumns());
        Set<String> unindexable = virtualColumns();
        unindexable.addAll(lost);
        delta.recreateConstraints(
                constraint -> Mentions.any(gone, constraint),
                constraint -> !Mentions.any(constraint instanceof CheckConstraint ? lost : unindexable, constraint),
                "a column of it is dropped");
        delta.recreateIndexes(
                index -> Mentions.any(gone, index),
                index -> !Mentions.any(unindexable, index),
                "a column of it is dropped");
        delta.recreateConstraints(
                constraint -> Mentions.any(delta.plain(), constraint), constraint -> true, NO_LONGER_GENERATED);
        delta.recreateIndexes(index -> Mentions.any(delta.plain(), index), index -> true, NO_LONGER_GENERATED);
        Set<String> converted = delta.converted();
        delta.recreateConstraints(
                constraint -> (constraint instanceof CheckConstraint || constraint instanceof ExclusionConstraint)
                        && Mentions.any(converted, constraint),
                constraint -> true,
                "a column of it changes its type");
        delta.recreateIndexes(
                index -> Mentions.anyInExpressions(converted, index), index -> true, "a column of it changes its type");
        // PostgreSQL would make them anew with the column's new collation where the key names the old one.
        Set<String> recollated = delta.recollated();
        delta.recreateConstraints(
                constraint -> constraint instanceof ExclusionConstraint && Mentions.any(recollated, constraint),
                constraint -> true,
                "a column of it changes its collation");
        delta.recreateIndexes(
                index -> Mentions.anyInExpressions(recollated, index),
                index -> true,
                "a column of it changes its collation");
    }

    /** PostgreSQL has neither keys nor indexes on virtual columns (section 5.4). */
    private Set<String> virtualColumns() {
        return delta.addedColumns().keySet().stream()
                .filter(column ->
                        column.generated() != null && !column.generated().stored())
                .map(Column::name)
                .collect(toCollection(HashSet::new));
    }
}
