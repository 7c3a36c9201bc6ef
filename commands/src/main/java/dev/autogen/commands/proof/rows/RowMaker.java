package dev.autogen.commands.proof.rows;

import static java.util.stream.Collectors.joining;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.ddl.PostgresDdl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Puts a few rows into tables, the same ones each time. What a table demands PostgreSQL says: a row that it refuses is
 * tried with other values.
 */
final class RowMaker {
    private static final int ROWS = 3;
    private static final int ATTEMPTS = 80;
    private static final String CHECK = "23514";
    private static final String UNIQUE = "23505";
    private static final String EXCLUDED = "23P01";
    /** A value that does not have the form of its type, or leads to one that does not fit. */
    private static final String DATA = "22";

    private final Connection connection;
    private final Catalog catalog;
    private final PostgresDdl ddl;
    private final SampleValues values;
    private final int firstRow;
    private final Map<QualifiedName, List<Map<String, String>>> made = new HashMap<>();
    private final Map<QualifiedName, String> without = new TreeMap<>();
    private final Set<QualifiedName> begun = new HashSet<>();

    /**
     * @param connection finds the names of the default schema
     * @param catalog what the database holds
     * @param firstRow the number of the first row, from 1, so that a second maker makes others
     */
    RowMaker(Connection connection, Catalog catalog, String defaultSchema, int firstRow) {
        this.connection = connection;
        this.catalog = catalog;
        this.ddl = PostgresDdl.inDefaultSchema(defaultSchema);
        this.values = new SampleValues(catalog);
        this.firstRow = firstRow;
    }

    /** Fills a table, and those it refers to before. */
    void fill(QualifiedName name) throws SQLException {
        Optional<Table> table = catalog.table(name);
        if (table.isEmpty() || !begun.add(name)) {
            return;
        }
        for (ForeignKey key : table.get().foreignKeys()) {
            fill(key.target());
        }
        made.put(name, new ArrayList<>());
        for (int row = firstRow; row < firstRow + ROWS; row++) {
            Optional<String> refusal = make(table.get(), row);
            if (refusal.isPresent()) {
                if (made.get(name).isEmpty()) {
                    without.put(name, refusal.get());
                }
                return;
            }
        }
    }

    /** The tables that were left without rows, and why. */
    Map<QualifiedName, String> without() {
        return without;
    }

    /** The tables that got rows. */
    Set<QualifiedName> filled() {
        Set<QualifiedName> filled = new HashSet<>(made.keySet());
        filled.removeIf(table -> made.get(table).isEmpty());
        return filled;
    }

    /** Answers why it does not go. */
    private Optional<String> make(Table table, int row) throws SQLException {
        Choice choice = new Choice();
        for (int place = 0; place < table.columns().size(); place++) {
            Column column = table.columns().get(place);
            if (column.identity() != null || column.generated() != null) {
                continue;
            }
            List<String> candidates =
                    new ArrayList<>(values.of(column, checks(table, column), isKey(table, column) ? 0 : place, row));
            if (isKey(table, column)
                    && SampleValues.NUMBERS.contains(column.type().name())) {
                // A key without extremes: others refer to it.
                candidates.add(0, String.valueOf(row));
            }
            if (column.nullable()) {
                candidates.add(null);
            }
            choice.add(column.name(), candidates);
        }
        for (ForeignKey key : table.foreignKeys()) {
            Optional<String> dangling = refer(table, key, choice, row);
            if (dangling.isPresent()) {
                return dangling;
            }
        }
        return insert(table, choice);
    }

    private static boolean isKey(Table table, Column column) {
        return table.primaryKey() != null && table.primaryKey().columns().contains(column.name());
    }

    private static List<CheckConstraint> checks(Table table, Column column) {
        return table.checks().stream()
                .filter(check -> mentions(check, column.name()))
                .toList();
    }

    private static boolean mentions(CheckConstraint check, String column) {
        return check.expression().text().contains(column);
    }

    /** Lets a key refer to a row that was made; answers why it cannot. */
    private Optional<String> refer(Table table, ForeignKey key, Choice choice, int row) {
        List<Map<String, String>> targets = made.getOrDefault(key.target(), List.of());
        if (!targets.isEmpty()) {
            Map<String, String> target = targets.get((row - firstRow) % targets.size());
            for (int i = 0; i < key.columns().size(); i++) {
                String value = target.get(key.targetColumns().get(i));
                if (value == null || !choice.columns().contains(key.columns().get(i))) {
                    return Optional.of("it refers to " + key.target() + " in a way that is not understood");
                }
                choice.add(key.columns().get(i), List.of(value));
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

    private Optional<String> insert(Table table, Choice choice) throws SQLException {
        String refusal = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                made.get(table.name()).add(inserted(table, choice));
                return Optional.empty();
            } catch (PSQLException e) {
                refusal = e.getServerErrorMessage() == null
                        ? e.getMessage()
                        : e.getServerErrorMessage().getMessage();
                if (!choice.next(culprits(table, choice, e))) {
                    break;
                }
            }
        }
        return Optional.of(refusal);
    }

    /** The columns whose values may be at fault; none where other values would not help. */
    private static List<String> culprits(Table table, Choice choice, PSQLException refusal) {
        String state = String.valueOf(refusal.getSQLState());
        ServerErrorMessage message = refusal.getServerErrorMessage();
        String constraint = message == null ? null : message.getConstraint();
        if (state.equals(CHECK) && (message == null || message.getDatatype() == null)) {
            return table.checks().stream()
                    .filter(check -> check.name() == null || check.name().equals(constraint))
                    .flatMap(check -> choice.columns().stream().filter(column -> mentions(check, column)))
                    .distinct()
                    .toList();
        }
        if (state.equals(CHECK)) {
            return table.columns().stream()
                    .filter(column -> column.type().name().equals(message.getDatatype()))
                    .map(Column::name)
                    .toList();
        }
        if (state.equals(UNIQUE)) {
            List<String> key = uniqueColumns(table, constraint);
            return key.isEmpty() ? List.copyOf(choice.columns()) : key;
        }
        return state.equals(EXCLUDED) || state.startsWith(DATA) ? List.copyOf(choice.columns()) : List.of();
    }

    private static List<String> uniqueColumns(Table table, String name) {
        return Stream.of(
                        table.primaryKey() != null
                                        && name != null
                                        && name.equals(table.primaryKey().name())
                                ? table.primaryKey().columns().stream()
                                : Stream.<String>empty(),
                        table.uniqueConstraints().stream()
                                .filter(unique -> name != null && name.equals(unique.name()))
                                .flatMap(unique -> unique.columns().stream()),
                        table.indexes().stream()
                                .filter(index -> name != null && name.equals(index.name()))
                                .flatMap(index -> index.keys().stream())
                                .map(IndexKey::column)
                                .filter(Objects::nonNull))
                .flatMap(columns -> columns)
                .toList();
    }

    private Map<String, String> inserted(Table table, Choice choice) throws SQLException {
        List<String> columns = List.copyOf(choice.columns());
        String all = table.columns().stream()
                .map(column -> Identifiers.quote(column.name()) + "::text")
                .collect(joining(", "));
        String sql = "INSERT INTO " + ddl.qualified(table.name())
                + (columns.isEmpty()
                        ? " DEFAULT VALUES"
                        : columns.stream().map(Identifiers::quote).collect(joining(", ", " (", ")"))
                                + columns.stream()
                                        .map(name -> "?::text::"
                                                + table.column(name)
                                                        .orElseThrow()
                                                        .type()
                                                        .toSql())
                                        .collect(joining(", ", " VALUES (", ")")))
                + " RETURNING " + (all.isEmpty() ? "1" : all);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                statement.setString(i + 1, choice.value(columns.get(i)));
            }
            try (ResultSet row = statement.executeQuery()) {
                Map<String, String> result = new LinkedHashMap<>();
                if (row.next()) {
                    for (int i = 0; i < table.columns().size(); i++) {
                        result.put(table.columns().get(i).name(), row.getString(i + 1));
                    }
                }
                return result;
            }
        }
    }
}
