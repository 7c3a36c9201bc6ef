package dev.autogen.introspector;

import dev.autogen.introspector.LiveCatalog.LeftOut;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.PartitionKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The tables being put together, by oid. */
final class Relations {
    private final Scope scope;
    private final Map<Long, Draft> drafts = new LinkedHashMap<>();
    private final Map<QualifiedName, LeftOut> leftOut = new TreeMap<>();

    Relations(Scope scope) {
        this.scope = scope;
    }

    /** A table and what has been read of it. */
    static final class Draft {
        private final QualifiedName name;
        private final String comment;
        private final PartitionKey partitionKey;
        final List<Column> columns = new ArrayList<>();
        final List<Constraint> constraints = new ArrayList<>();
        final List<Index> indexes = new ArrayList<>();
        final Unmodelled unmodelled = new Unmodelled();

        private Draft(QualifiedName name, String comment, PartitionKey partitionKey) {
            this.name = name;
            this.comment = comment;
            this.partitionKey = partitionKey;
        }

        QualifiedName name() {
            return name;
        }

        private Table table() {
            return Table.of(name, columns)
                    .withConstraints(constraints)
                    .withIndexes(indexes)
                    .withComment(comment)
                    .withPartitionKey(partitionKey)
                    .withUnmodelled(unmodelled.phrases());
        }
    }

    void relation(ResultSet row) throws SQLException {
        long oid = row.getLong("oid");
        QualifiedName name = scope.name(row.getString("schema"), row.getString("name"));
        Optional<LeftOut> reason = reason(row, name);
        if (reason.isPresent()) {
            leftOut.put(name, reason.get());
        } else {
            Draft draft = new Draft(name, row.getString("comment"), partitionKey(row));
            draft.unmodelled.ofTable(row);
            drafts.put(oid, draft);
        }
    }

    private static PartitionKey partitionKey(ResultSet row) throws SQLException {
        if (!row.getString("relkind").equals("p")) {
            return null;
        }
        String expressions = row.getString("partition_expressions");
        return new PartitionKey(
                List.of((String[]) row.getArray("partition_columns").getArray()),
                expressions == null ? null : new SqlExpression(expressions, expressions));
    }

    /** The table of that oid; empty for what is left out. */
    Optional<Draft> table(long oid) {
        return Optional.ofNullable(drafts.get(oid));
    }

    Set<Long> oids() {
        return drafts.keySet();
    }

    void leaveOut(QualifiedName name, LeftOut reason) {
        leftOut.put(name, reason);
    }

    Map<QualifiedName, LeftOut> leftOut() {
        return leftOut;
    }

    List<Table> tables() {
        return drafts.values().stream().map(Draft::table).toList();
    }

    private Optional<LeftOut> reason(ResultSet row, QualifiedName name) throws SQLException {
        if (row.getBoolean("member")) {
            return Optional.of(LeftOut.EXTENSION_MEMBER);
        }
        if (scope.ignoredTables().contains(name.name())) {
            return Optional.of(LeftOut.IGNORED);
        }
        if (row.getBoolean("relispartition")) {
            return Optional.of(LeftOut.PARTITION);
        }
        return switch (row.getString("relkind")) {
            case "v" -> Optional.of(LeftOut.VIEW);
            case "m" -> Optional.of(LeftOut.MATERIALIZED_VIEW);
            case "f" -> Optional.of(LeftOut.FOREIGN_TABLE);
            default -> row.getBoolean("inherits") ? Optional.of(LeftOut.INHERITING_TABLE) : Optional.empty();
        };
    }
}
