package dev.autogen.introspector;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SequenceOptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of {@link CatalogQueries#SEQUENCES}. */
final class SequenceReader {
    private final Relations relations;
    private final Set<Long> partOfColumns;
    private final Scope scope;
    private final List<Sequence> sequences = new ArrayList<>();

    SequenceReader(Relations relations, Set<Long> partOfColumns, Scope scope) {
        this.relations = relations;
        this.partOfColumns = partOfColumns;
        this.scope = scope;
    }

    List<Sequence> sequences() {
        return sequences;
    }

    void read(ResultSet row) throws SQLException {
        long owner = row.getLong("owner");
        boolean owned = !row.wasNull();
        Optional<Relations.Draft> table = relations.table(owner);
        boolean ofLeftOutTable = owned && table.isEmpty();
        if (partOfColumns.contains(row.getLong("oid")) || ofLeftOutTable) {
            return;
        }
        String column = row.getString("owner_column");
        sequences.add(new Sequence(
                scope.name(row.getString("schema"), row.getString("name")),
                DataType.parse(row.getString("seqtype")),
                options(row),
                table.map(draft -> new ColumnRef(draft.name(), column)).orElse(null),
                row.getString("comment")));
    }

    /** The options that differ from what {@code CREATE SEQUENCE} takes by itself for the sequence's type. */
    static SequenceOptions options(ResultSet row) throws SQLException {
        long increment = row.getLong("seqincrement");
        boolean ascending = increment > 0;
        long min = row.getLong("seqmin");
        long max = row.getLong("seqmax");
        String type = row.getString("seqtype");
        return new SequenceOptions(
                unless(ascending ? min : max, row.getLong("seqstart")),
                unless(1, increment),
                unless(ascending ? 1 : lowest(type), min),
                unless(ascending ? highest(type) : -1, max),
                unless(1, row.getLong("seqcache")),
                row.getBoolean("seqcycle") ? true : null);
    }

    private static Long unless(long defaultValue, long value) {
        return value == defaultValue ? null : value;
    }

    private static long highest(String type) {
        return switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }

    private static long lowest(String type) {
        return switch (type) {
            case "smallint" -> Short.MIN_VALUE;
            case "integer" -> Integer.MIN_VALUE;
            default -> Long.MIN_VALUE;
        };
    }
}
