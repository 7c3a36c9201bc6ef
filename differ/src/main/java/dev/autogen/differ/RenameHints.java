package dev.autogen.differ;

import static java.util.stream.Collectors.joining;

import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Points out what goes, or is left over, while something alike comes: autogen never guesses that it is a rename. */
final class RenameHints {
    private final Retention retention;

    RenameHints(Retention retention) {
        this.retention = retention;
    }

    /** Columns of one table, by type. */
    void columns(TableDelta delta) {
        Set<String> known = new TreeSet<>();
        delta.desired().columns().forEach(column -> known.add(column.name()));
        Map<DataType, List<String>> leftOver = new LinkedHashMap<>();
        for (Column column : delta.live().columns()) {
            if (!known.contains(column.name())) {
                leftOver.computeIfAbsent(column.type(), type -> new ArrayList<>())
                        .add(column.name());
            }
        }
        Map<DataType, List<String>> added = new LinkedHashMap<>();
        Set<String> returning = delta.returningColumns();
        for (Column column : delta.addedColumns().keySet()) {
            if (!returning.contains(column.name())) {
                added.computeIfAbsent(column.type(), type -> new ArrayList<>()).add(column.name());
            }
        }
        QualifiedName table = delta.live().name();
        added.forEach((type, names) -> {
            List<String> old = leftOver.getOrDefault(type, List.of());
            if (!old.isEmpty()) {
                retention.note(
                        Notice.Kind.POSSIBLE_RENAME,
                        ObjectRef.column(table, names.get(0)),
                        sentence(table + " has " + String.join(", ", old), String.join(", ", names), type.toString())
                                + table + "." + old.get(0) + "=" + names.get(0));
            }
        });
    }

    /** Tables whose columns are called alike. */
    void tables(Collection<Table> unknown, Collection<Table> created) {
        Map<Set<String>, List<Table>> byColumns = new LinkedHashMap<>();
        for (Table table : unknown) {
            byColumns.computeIfAbsent(names(table), key -> new ArrayList<>()).add(table);
        }
        for (Table table : created) {
            List<Table> alike = byColumns.getOrDefault(names(table), List.of()).stream()
                    .filter(old -> sameSchema(old, table))
                    .toList();
            if (!alike.isEmpty()) {
                retention.note(
                        Notice.Kind.POSSIBLE_RENAME,
                        ObjectRef.table(table.name()),
                        sentence(
                                        "the database has table "
                                                + alike.stream()
                                                        .map(old -> old.name().toString())
                                                        .collect(joining(", ")),
                                        table.name().toString(),
                                        "the same columns")
                                + alike.get(0).name() + "=" + table.name());
            }
        }
    }

    private static boolean sameSchema(Table one, Table other) {
        return one.name().withName("").equals(other.name().withName(""));
    }

    private static Set<String> names(Table table) {
        Set<String> names = new TreeSet<>();
        table.columns().forEach(column -> names.add(column.name()));
        return names;
    }

    private static String sentence(String old, String added, String common) {
        return old + " and the model " + added + " (" + common + "); if that is a rename, say --rename ";
    }
}
