package dev.autogen.commands.proof.rows;

import dev.autogen.commands.proof.rows.Snapshot.Content;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.Operation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What becomes of rows when operations have run over them. */
final class Survival {
    private static final int SHOWN = 30;

    private final Snapshot before;
    private final Snapshot after;
    private final Moves moves;
    private final List<Operation> operations;
    private final Connection connection;
    private final List<Loss> losses = new ArrayList<>();
    /** For each table by the name that it had, the number of the row that became of each row; null where none did. */
    private final Map<QualifiedName, List<Integer>> partners = new HashMap<>();

    /** @param connection finds the names of the default schema; asked whether values are the same */
    Survival(Snapshot before, Snapshot after, Moves moves, List<Operation> operations, Connection connection) {
        this.before = before;
        this.after = after;
        this.moves = moves;
        this.operations = operations;
        this.connection = connection;
    }

    /** What does not survive, by table and column. */
    List<Loss> losses() throws SQLException {
        for (Map.Entry<QualifiedName, Content> entry : before.contents().entrySet()) {
            Content was = entry.getValue();
            if (!was.rows().isEmpty()) {
                Content is = after.contents().get(moves.table(entry.getKey()));
                if (is == null) {
                    losses.add(Loss.of(
                            entry.getKey().toString(),
                            "row",
                            was.rows().size(),
                            was.rows().size()));
                } else {
                    compare(was, is);
                }
            }
        }
        return losses;
    }

    /** Where rows lie that lay at these places; those that are gone are left out. */
    List<String> now(QualifiedName table, Set<String> places) {
        Content was = before.contents().get(table);
        Content is = after.contents().get(moves.table(table));
        if (was == null || is == null) {
            return List.of();
        }
        List<Integer> found = partners.computeIfAbsent(table, any -> numbers(was, is));
        return IntStream.range(0, found.size())
                .filter(i ->
                        found.get(i) != null && places.contains(was.places().get(i)))
                .mapToObj(i -> is.places().get(found.get(i)))
                .toList();
    }

    private void compare(Content was, Content is) throws SQLException {
        List<Map<String, String>> partners = partners(was, is);
        int gone = (int) partners.stream().filter(Objects::isNull).count();
        if (gone > 0) {
            losses.add(Loss.of(
                    was.table().name().toString(), "row", gone, was.rows().size()));
        }
        for (Column column : was.table().columns()) {
            if (column.generated() == null) {
                compare(was, partners, column, is);
            }
        }
    }

    private void compare(Content was, List<Map<String, String>> partners, Column column, Content is)
            throws SQLException {
        String now = moves.column(was.table().name(), column.name());
        boolean dropped =
                is.table().column(now).isEmpty() || isDropped(was.table().name(), column.name());
        int all = 0;
        int lost = 0;
        int changed = 0;
        String example = "";
        for (int i = 0; i < was.rows().size(); i++) {
            String old = was.rows().get(i).get(column.name());
            Map<String, String> partner = partners.get(i);
            if (old == null || partner == null) {
                continue;
            }
            all++;
            String value = dropped ? null : partner.get(now);
            if (value == null) {
                lost++;
            } else if (!isSame(old, value, column)) {
                changed++;
                example = example.isEmpty() ? cut(old) + " becomes " + cut(value) : example;
            }
        }
        String name = was.table().name() + "." + column.name();
        if (lost > 0) {
            losses.add(Loss.of(name, "value", lost, all));
        }
        if (changed > 0) {
            losses.add(Loss.changed(name, changed, all, example));
        }
    }

    /** Whether a column of that name afterwards is not this one but a new one. */
    private boolean isDropped(QualifiedName table, String column) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof DropColumn drop
                        && (drop.table().equals(table) || drop.table().equals(moves.table(table)))
                        && drop.name().equals(column)
                        && moves.column(table, column).equals(column));
    }

    /** What became of each row, null where it is gone. */
    private List<Map<String, String>> partners(Content was, Content is) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Integer number : partners.computeIfAbsent(was.table().name(), any -> numbers(was, is))) {
            rows.add(number == null ? null : is.rows().get(number));
        }
        return rows;
    }

    /** The row with the same key; without one the one that is the same, else the next one that nothing else became. */
    private List<Integer> numbers(Content was, Content is) {
        return byKey(was, is).orElseGet(() -> {
            Set<Integer> free = new TreeSet<>();
            IntStream.range(0, is.rows().size()).forEach(free::add);
            List<Integer> numbers = new ArrayList<>();
            for (Map<String, String> row : was.rows()) {
                Integer same = free.stream()
                        .filter(i -> isSame(was.table().name(), row, is.rows().get(i)))
                        .findFirst()
                        .orElse(null);
                if (same != null) {
                    free.remove(same);
                }
                numbers.add(same);
            }
            Iterator<Integer> left = free.iterator();
            numbers.replaceAll(number -> number == null && left.hasNext() ? left.next() : number);
            return numbers;
        });
    }

    /** Whether two rows agree in all columns that both have. */
    private boolean isSame(QualifiedName table, Map<String, String> was, Map<String, String> is) {
        return was.entrySet().stream()
                .allMatch(value -> Objects.equals(
                        value.getValue(), is.getOrDefault(moves.column(table, value.getKey()), value.getValue())));
    }

    private Optional<List<Integer>> byKey(Content was, Content is) {
        if (was.table().primaryKey() == null) {
            return Optional.empty();
        }
        List<String> key = was.table().primaryKey().columns();
        List<String> keyNow = key.stream()
                .map(column -> moves.column(was.table().name(), column))
                .toList();
        Map<List<String>, Integer> numbers = new HashMap<>();
        for (int i = 0; i < is.rows().size(); i++) {
            numbers.put(keyNow.stream().map(is.rows().get(i)::get).toList(), i);
        }
        List<Integer> partners = new ArrayList<>();
        was.rows()
                .forEach(row ->
                        partners.add(numbers.get(key.stream().map(row::get).toList())));
        boolean keyHolds = partners.stream().anyMatch(Objects::nonNull);
        return keyHolds ? Optional.of(partners) : Optional.empty();
    }

    /** Whether a value, taken back to the type that it had, is what it was. */
    private boolean isSame(String old, String value, Column column) throws SQLException {
        if (old.equals(value)) {
            return true;
        }
        String type = column.type().toSql();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT (?::text::" + type + ")::text = (?::text::" + type + ")::text")) {
            statement.setString(1, old);
            statement.setString(2, value);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            if (e.getSQLState() == null || e.getSQLState().startsWith("08")) {
                throw e;
            }
            // The type is gone, or the value has no place in it: then it is another one.
            return false;
        }
    }

    private static String cut(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
    }
}
