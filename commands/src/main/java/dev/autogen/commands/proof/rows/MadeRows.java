package dev.autogen.commands.proof.rows;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.ddl.PostgresDdl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows that were made up and are still there, by the table that they were made for. */
final class MadeRows {
    private final Map<QualifiedName, Entry> entries = new LinkedHashMap<>();

    /**
     * A row.
     *
     * @param place where it lies, as {@link Snapshot} says it
     * @param values its values as text by column, null for none
     */
    record Row(String place, Map<String, String> values) {
        Row {
            requireNonNull(place, "place is null");
        }
    }

    /** The rows of a table, which may be called otherwise by now. */
    private static final class Entry {
        private final Set<QualifiedName> targets;
        private QualifiedName now;
        private final List<Row> rows = new ArrayList<>();

        Entry(Table table) {
            this.now = table.name();
            this.targets = table.foreignKeys().stream().map(ForeignKey::target).collect(toSet());
        }
    }

    /** Whether a table has had its turn, with or without success. */
    boolean knows(QualifiedName table) {
        return entries.containsKey(table);
    }

    List<Row> of(QualifiedName table) {
        Entry entry = entries.get(table);
        return entry == null ? List.of() : entry.rows;
    }

    void begin(Table table) {
        entries.put(table.name(), new Entry(table));
    }

    void add(QualifiedName table, Row row) {
        entries.get(table).rows.add(row);
    }

    /** The rows of a table lie elsewhere now; those that are gone are not among the places. */
    void moved(QualifiedName table, QualifiedName now, List<String> places) {
        Entry entry = entries.get(table);
        entry.now = now;
        entry.rows.clear();
        places.forEach(place -> entry.rows.add(new Row(place, Map.of())));
    }

    /**
     * Takes the rows of a table away, those before that refer to them. What a migration made refer to them keeps them
     * there, and they are then rows like those that migrations make.
     */
    void remove(QualifiedName table, Connection connection, PostgresDdl ddl) throws SQLException {
        Entry entry = entries.remove(table);
        if (entry == null) {
            return;
        }
        List<QualifiedName> referring = entries.entrySet().stream()
                .filter(other -> other.getValue().targets.contains(table))
                .map(Map.Entry::getKey)
                .toList();
        for (QualifiedName other : referring) {
            remove(other, connection, ddl);
        }
        if (entry.rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "DELETE FROM " + ddl.qualified(entry.now) + " WHERE " + Snapshot.PLACE + " = ANY (?)")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", entry.rows.stream().map(Row::place).toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            Refusal.of(e);
        }
    }

    /** Those that have rows. */
    Set<QualifiedName> tables() {
        return entries.entrySet().stream()
                .filter(entry -> !entry.getValue().rows.isEmpty())
                .map(Map.Entry::getKey)
                .collect(toSet());
    }
}
