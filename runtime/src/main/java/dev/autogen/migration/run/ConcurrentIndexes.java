package dev.autogen.migration.run;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.Operation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What became of indexes that were being built or dropped outside of a transaction when a run was interrupted. A build
 * leaves an index that is invalid; so does a drop (PostgreSQL, CREATE INDEX, "Building Indexes Concurrently").
 */
final class ConcurrentIndexes {
    private static final String IS_VALID = """
            select i.indisvalid from pg_catalog.pg_index i
              join pg_catalog.pg_class c on c.oid = i.indexrelid
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              join pg_catalog.pg_class t on t.oid = i.indrelid
            where n.nspname = ? and c.relname = ? and t.relname = ?
            """;

    private final Connection connection;
    private final String defaultSchema;

    ConcurrentIndexes(Connection connection, String defaultSchema) {
        this.connection = connection;
        this.defaultSchema = defaultSchema;
    }

    /** Whether what the operation is to do is there already. */
    boolean isDone(Operation operation) throws SQLException {
        if (operation instanceof CreateIndex create) {
            return isValid(create.table(), create.index().name()).orElse(false);
        }
        return operation instanceof DropIndex drop
                && isValid(drop.table(), drop.name()).isEmpty();
    }

    /** What drops the invalid index that is in the way of a build. */
    List<SqlStatement> leftovers(Operation operation) throws SQLException {
        if (!(operation instanceof CreateIndex create)
                || !create.concurrently()
                || !StatementExecution.hasRow(connection, InvalidIndex.exists(create, defaultSchema))) {
            return List.of();
        }
        return PostgresDdl.inDefaultSchema(defaultSchema).statements(InvalidIndex.drop(create));
    }

    /** Whether the index is valid; empty where there is none of this name on the table. */
    private Optional<Boolean> isValid(QualifiedName table, String index) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IS_VALID)) {
            statement.setString(1, table.schema() == null ? defaultSchema : table.schema());
            statement.setString(2, index);
            statement.setString(3, table.name());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBoolean(1)) : Optional.empty();
            }
        }
    }
}
