package dev.autogen.commands.proof.rows;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import dev.autogen.commands.proof.rows.Snapshot.Content;
import dev.autogen.differ.hazard.VolatileFunctions;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What rows are in some tables, in whatever order, so that what two ways lead to can be compared. */
public final class RowPicture {
    private static final int SHOWN = 30;
    private static final Comparator<String> BY_TEXT = nullsFirst(naturalOrder());

    private final Map<QualifiedName, Content> contents;

    private RowPicture(Map<QualifiedName, Content> contents) {
        this.contents = contents;
    }

    /** Looks at tables, as far as they are there and hold no more rows than can be looked at. */
    public static RowPicture of(
            Connection connection, Catalog catalog, String defaultSchema, Collection<QualifiedName> tables)
            throws SQLException {
        return new RowPicture(
                Snapshot.of(connection, catalog, defaultSchema, tables).contents());
    }

    /** The columns whose values are not the same in another picture, with an example each. */
    public Map<ColumnRef, String> differing(RowPicture other) {
        Map<ColumnRef, String> found = new LinkedHashMap<>();
        both(other).forEach((table, content) -> {
            for (Column column : content.table().columns()) {
                List<String> here = values(content, column.name());
                List<String> there = values(other.contents.get(table), column.name());
                for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
                    if (!Objects.equals(here.get(i), there.get(i))) {
                        found.putIfAbsent(
                                new ColumnRef(table, column.name()),
                                shown(there.get(i)) + " instead of " + shown(here.get(i)));
                    }
                }
            }
        });
        return found;
    }

    /**
     * What is different in another picture, a line each.
     *
     * @param excused columns whose values may differ
     */
    public List<String> differences(RowPicture other, Set<ColumnRef> excused) {
        List<String> lines = new ArrayList<>();
        Set<QualifiedName> told = new HashSet<>();
        both(other).forEach((table, content) -> {
            int rows = other.contents.get(table).rows().size();
            if (rows != content.rows().size()) {
                lines.add(table + ": " + rows + " rows instead of "
                        + content.rows().size());
                told.add(table);
            }
        });
        differing(other).forEach((column, example) -> {
            if (!excused.contains(column) && told.add(column.table())) {
                lines.add(column.table() + "." + column.column() + ": " + example);
            }
        });
        both(other).forEach((table, content) -> {
            if (!told.contains(table) && !rows(content, excused).equals(rows(other.contents.get(table), excused))) {
                lines.add(table + ": the same values in other rows");
            }
        });
        return lines;
    }

    /**
     * The columns that the database itself gives values, another with each row: by a sequence or a function.
     *
     * @param volatileFunctions those that this database has besides PostgreSQL's own
     */
    public Set<ColumnRef> given(Set<String> volatileFunctions) {
        Set<ColumnRef> given = new HashSet<>();
        contents.forEach((table, content) -> content.table().columns().stream()
                .filter(column -> column.identity() != null
                        || (column.defaultValue() != null
                                && VolatileFunctions.areCalledBy(column.defaultValue(), volatileFunctions)))
                .forEach(column -> given.add(new ColumnRef(table, column.name()))));
        return given;
    }

    private Map<QualifiedName, Content> both(RowPicture other) {
        Map<QualifiedName, Content> both = new TreeMap<>(contents);
        both.keySet().retainAll(other.contents.keySet());
        return both;
    }

    private static List<String> values(Content content, String column) {
        return content.rows().stream()
                .map(row -> row.get(column))
                .sorted(BY_TEXT)
                .toList();
    }

    private static List<String> rows(Content content, Set<ColumnRef> excused) {
        return content.rows().stream()
                .map(row -> {
                    Map<String, String> kept = new TreeMap<>(row);
                    kept.keySet()
                            .removeIf(column -> excused.contains(
                                    new ColumnRef(content.table().name(), column)));
                    return kept.toString();
                })
                .sorted()
                .toList();
    }

    private static String shown(String value) {
        return value == null ? "null" : value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
    }
}
