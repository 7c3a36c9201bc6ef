package dev.autogen.commands.proof.rows;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.ddl.PostgresDdl;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Puts a few rows into tables, the same ones each time. What a table demands PostgreSQL says: a row that it refuses is
 * tried with other values.
 */
final class RowMaker {
    private static final int ROWS = 3;
    private static final int ATTEMPTS = 80;

    private final Connection connection;
    private final Catalog catalog;
    private final PostgresDdl ddl;
    private final SampleValues values;
    private final Demands demands;
    private final Numbering numbering;
    private final MadeRows made;
    private final Map<QualifiedName, String> without = new TreeMap<>();

    /**
     * @param connection finds the names of the default schema
     * @param catalog what the database holds
     * @param demands what the rows will have to bear
     * @param made rows that are there already, and where new ones are noted
     */
    RowMaker(
            Connection connection,
            Catalog catalog,
            String defaultSchema,
            Demands demands,
            Numbering numbering,
            MadeRows made) {
        this.connection = connection;
        this.catalog = catalog;
        this.ddl = PostgresDdl.inDefaultSchema(defaultSchema);
        this.values = new SampleValues(catalog);
        this.demands = demands;
        this.numbering = numbering;
        this.made = made;
    }

    /** Fills a table, and those it refers to before; one more row is without all that it can be without. */
    void fill(QualifiedName name) throws SQLException {
        Optional<Table> found = catalog.table(name);
        if (found.isEmpty() || made.knows(name)) {
            return;
        }
        Table table = found.get();
        made.begin(table);
        List<ForeignKey> keys = keys(table);
        for (ForeignKey key : keys) {
            fill(key.target());
        }
        int last = numbering.firstRow() + ROWS;
        for (int row = numbering.firstRow(); row < last; row++) {
            Optional<String> refusal = make(table, keys, row, false);
            if (refusal.isPresent()) {
                if (made.of(name).isEmpty()) {
                    without.put(name, refusal.get());
                }
                return;
            }
        }
        if (table.columns().stream().anyMatch(column -> mayBeNull(table, column))) {
            make(table, keys, last, true);
        }
    }

    /** The keys that there are, and those to come. */
    private List<ForeignKey> keys(Table table) {
        return Stream.concat(
                        table.foreignKeys().stream(),
                        demands.references(table).stream()
                                .filter(key -> catalog.table(key.target()).isPresent()))
                .toList();
    }

    private boolean mayBeNull(Table table, Column column) {
        return column.nullable() && column.generated() == null && !demands.requires(table, column);
    }

    /** The tables that were left without rows, and why. */
    Map<QualifiedName, String> without() {
        return without;
    }

    /**
     * Makes a row; answers why it does not go.
     *
     * @param sparse whether it is to be without all that it can be without
     */
    private Optional<String> make(Table table, List<ForeignKey> keys, int row, boolean sparse) throws SQLException {
        List<CheckConstraint> checks = demands.checks(table);
        Choice choice = new Choice();
        for (int place = 0; place < table.columns().size(); place++) {
            Column column = table.columns().get(place);
            boolean numbered = column.identity() != null && !numbering.givesIdentities();
            if (!numbered && column.generated() == null) {
                boolean key = isKey(table, column);
                List<String> candidates = new ArrayList<>(
                        values.of(column, concerning(column, table.checks(), checks), key ? 0 : place, row));
                demands.labels(table, column)
                        .filter(labels -> candidates.stream().anyMatch(labels::contains))
                        .ifPresent(candidates::retainAll);
                if ((key || column.identity() != null)
                        && SampleValues.NUMBERS.contains(column.type().distinctName())) {
                    // A key without extremes: others refer to it.
                    candidates.add(0, numbering.key(column, row));
                }
                if (mayBeNull(table, column)) {
                    candidates.add(sparse ? 0 : candidates.size(), null);
                }
                choice.add(column.name(), candidates);
            }
        }
        for (ForeignKey key : keys) {
            Optional<String> dangling = refer(table, key, choice, row, sparse);
            if (dangling.isPresent()) {
                return dangling;
            }
        }
        return insert(table, choice, checks);
    }

    private static boolean isKey(Table table, Column column) {
        return table.primaryKey() != null && table.primaryKey().columns().contains(column.name());
    }

    private static List<CheckConstraint> concerning(
            Column column, List<CheckConstraint> now, List<CheckConstraint> then) {
        return Stream.concat(now.stream(), then.stream())
                .filter(check -> mentions(check, column.name()))
                .toList();
    }

    private static boolean mentions(CheckConstraint check, String column) {
        return check.expression().text().contains(column);
    }

    /** Lets a key refer to a row that was made; answers why it cannot. */
    private Optional<String> refer(Table table, ForeignKey key, Choice choice, int row, boolean sparse) {
        List<MadeRows.Row> targets = made.of(key.target());
        if (!targets.isEmpty()) {
            Map<String, String> target =
                    targets.get((row - numbering.firstRow()) % targets.size()).values();
            for (int i = 0; i < key.columns().size(); i++) {
                String column = key.columns().get(i);
                String value = target.get(key.targetColumns().get(i));
                if (value == null || !choice.columns().contains(column)) {
                    return Optional.of("it refers to " + key.target() + " in a way that is not understood");
                }
                boolean without = sparse
                        && table.column(column)
                                .filter(known -> mayBeNull(table, known))
                                .isPresent();
                choice.add(column, without ? Arrays.asList(null, value) : List.of(value));
            }
            return Optional.empty();
        }
        List<Column> nullable = key.columns().stream()
                .flatMap(name -> table.column(name).stream())
                .filter(Column::nullable)
                .toList();
        if (nullable.isEmpty()) {
            return Optional.of("it needs a row of " + key.target() + ", which has none");
        }
        nullable.forEach(column -> choice.add(column.name(), Arrays.asList((String) null)));
        return Optional.empty();
    }

    private Optional<String> insert(Table table, Choice choice, List<CheckConstraint> checks) throws SQLException {
        RowInsert insert = new RowInsert(connection, table, ddl, checks);
        String refusal = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<String> culprits;
            try {
                RowInsert.Inserted inserted = insert.insert(choice);
                if (inserted == null) {
                    return Optional.of("a rule or trigger of it keeps rows away");
                }
                culprits = culprits(insert, choice, inserted);
                if (culprits.isEmpty()) {
                    made.add(table.name(), inserted.row());
                    return Optional.empty();
                }
                insert.undo(inserted.row());
                refusal = "nothing keeps to what the migration is about to demand of " + String.join(", ", culprits);
            } catch (SQLException e) {
                Refusal found = Refusal.of(e);
                if (found.isOfTheStatement() && !insert.checks().isEmpty()) {
                    // The checks to come speak of what is only to be made.
                    return insert(table, choice, List.of());
                }
                refusal = found.reason();
                culprits = found.culprits(table, choice);
            }
            if (!choice.next(culprits)) {
                break;
            }
        }
        return Optional.of(refusal);
    }

    /** The columns whose values will not be borne. */
    private List<String> culprits(RowInsert insert, Choice choice, RowInsert.Inserted inserted) throws SQLException {
        Set<String> culprits = new LinkedHashSet<>();
        for (CheckConstraint check : inserted.violated()) {
            choice.columns().stream().filter(column -> mentions(check, column)).forEach(culprits::add);
        }
        for (List<String> key : demands.keys(insert.table())) {
            if (insert.isRepeated(inserted.row(), key)) {
                culprits.addAll(key);
            }
        }
        return List.copyOf(culprits);
    }
}
