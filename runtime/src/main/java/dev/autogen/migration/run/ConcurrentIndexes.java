package dev.autogen.migration.run;

import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Asks a database what became of an index, see {@link InvalidIndex}. */
final class ConcurrentIndexes {
    private final Connection connection;
    private final String defaultSchema;

    ConcurrentIndexes(Connection connection, String defaultSchema) {
        this.connection = connection;
        this.defaultSchema = defaultSchema;
    }

    /** Whether what the operation is to do is there already. */
    boolean isDone(Operation operation) throws SQLException {
        Optional<SqlStatement> done = InvalidIndex.done(operation, defaultSchema);
        return done.isPresent()
                && StatementExecution.hasRow(
                        connection,
                        new SqlStatement(
                                "select 1 where " + done.get().sql(), done.get().parameters()));
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
}
