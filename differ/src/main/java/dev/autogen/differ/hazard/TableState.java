package dev.autogen.differ.hazard;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table while a migration runs: what is known of it by now. */
final class TableState {
    private final QualifiedName before;
    private final Origin origin;
    /** What it was before the run; null where that is not known or it is new. */
    private final Table live;

    private final boolean known;
    private final Map<String, ColumnState> columns = new LinkedHashMap<>();
    private final Map<String, ConstraintState> constraints = new LinkedHashMap<>();
    private final Map<String, Index> indexes = new LinkedHashMap<>();
    /** Indexes and constraints that the run has dropped, as far as it says what they were. */
    private final Map<String, Object> dropped = new HashMap<>();

    private TableState(QualifiedName before, Origin origin, Table live, boolean known) {
        this.before = before;
        this.origin = origin;
        this.live = live;
        this.known = known;
    }

    /** A table of the database. */
    static TableState live(Table table) {
        TableState state = new TableState(table.name(), Origin.BEFORE, table, true);
        table.columns().forEach(column -> state.columns.put(column.name(), ColumnState.live(column)));
        state.constrain(table.constraints());
        table.indexes().forEach(index -> state.indexes.put(index.name(), index));
        return state;
    }

    /** A table of which nothing is known. */
    static TableState unknown(QualifiedName name) {
        return new TableState(name, Origin.BEFORE, null, false);
    }

    /** A table, or what is like one, that the run makes. */
    static TableState created(QualifiedName name, List<Column> columns, List<Constraint> constraints) {
        TableState state = new TableState(name, Origin.RUN, null, true);
        columns.forEach(column -> state.columns.put(column.name(), ColumnState.added(column)));
        state.constrain(constraints);
        return state;
    }

    private void constrain(List<Constraint> all) {
        all.stream()
                .filter(constraint -> constraint.name() != null)
                .forEach(constraint -> constraints.put(constraint.name(), ConstraintState.live(constraint)));
    }

    private TableState as(Origin newOrigin) {
        TableState copy = new TableState(before, newOrigin, live, known);
        copy.columns.putAll(columns);
        copy.constraints.putAll(constraints);
        copy.indexes.putAll(indexes);
        copy.dropped.putAll(dropped);
        return copy;
    }

    TableState copy() {
        return as(origin);
    }

    /** The same when another run begins. */
    TableState settled(Origin made) {
        TableState settled = as(origin.settled(made));
        settled.columns.replaceAll((name, column) -> column.settled(made));
        settled.constraints.replaceAll((name, constraint) -> constraint.settled());
        settled.dropped.clear();
        return settled;
    }

    /** Its name before the run. */
    QualifiedName before() {
        return before;
    }

    Origin origin() {
        return origin;
    }

    /** What it was before the run; empty where that is not known or it is new. */
    Optional<Table> live() {
        return Optional.ofNullable(live);
    }

    /** Whether a column that is not among {@link #column} is none. */
    boolean isKnown() {
        return known;
    }

    Optional<ColumnState> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    Map<String, ColumnState> columns() {
        return columns;
    }

    Map<String, ConstraintState> constraints() {
        return constraints;
    }

    Map<String, Index> indexes() {
        return indexes;
    }

    Map<String, Object> dropped() {
        return dropped;
    }
}
