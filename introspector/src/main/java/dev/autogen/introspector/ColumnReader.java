package dev.autogen.introspector;

import dev.autogen.introspector.LiveTexts.Owner;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.Identity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of {@link CatalogQueries#COLUMNS}. */
final class ColumnReader {
    private final Relations relations;
    private final CatalogNames names;
    private final LiveTexts texts;
    private final Set<Long> serialSequences = new HashSet<>();

    ColumnReader(Relations relations, CatalogNames names, LiveTexts texts) {
        this.relations = relations;
        this.names = names;
        this.texts = texts;
    }

    /** Sequences that are part of a serial column. */
    Set<Long> serialSequences() {
        return serialSequences;
    }

    void read(ResultSet row) throws SQLException {
        Optional<Relations.Draft> table = relations.table(row.getLong("relation"));
        if (table.isEmpty()) {
            return;
        }
        String name = row.getString("name");
        DataType type = names.type(row.getString("type"));
        Identity identity = identity(row, table.get().name().name(), name);
        String expression = row.getBoolean("has_expression")
                ? ChangedMeanwhileException.present(row.getString("expression"), "the default of a column")
                : null;
        String generated = row.getString("attgenerated");
        boolean computed = !generated.isEmpty();
        boolean hasDefault =
                expression != null && !computed && identity == null && !ProvenTexts.isNull(type, expression);
        table.get().unmodelled.ofColumn(row, name);
        long relation = row.getLong("relation");
        int number = row.getInt("number");
        table.get()
                .columns
                .add(new Column(
                        name,
                        type,
                        !row.getBoolean("attnotnull"),
                        hasDefault ? texts.defaultValue(Owner.COLUMN, relation, number, expression) : null,
                        identity,
                        computed
                                ? new Generated(
                                        texts.of(Owner.COLUMN, relation, number, expression), generated.equals("s"))
                                : null,
                        names.sql(row.getString("collation_schema"), row.getString("collation")),
                        row.getString("comment")));
    }

    private Identity identity(ResultSet row, String table, String column) throws SQLException {
        return switch (row.getString("attidentity")) {
            case "a" -> new Identity(Identity.Kind.ALWAYS, SequenceReader.options(row));
            case "d" -> new Identity(Identity.Kind.BY_DEFAULT, SequenceReader.options(row));
            default -> serial(row, table, column);
        };
    }

    private Identity serial(ResultSet row, String table, String column) throws SQLException {
        if (!"a".equals(row.getString("deptype")) || !isSerialName(row.getString("sequence_name"), table, column)) {
            return null;
        }
        serialSequences.add(row.getLong("sequence"));
        return new Identity(Identity.Kind.SERIAL, SequenceReader.options(row));
    }

    private static boolean isSerialName(String sequence, String table, String column) {
        return sequence.equals(Identifiers.objectName(table, column, "seq"));
    }
}
