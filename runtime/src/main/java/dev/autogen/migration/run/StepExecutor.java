package dev.autogen.migration.run;

import dev.autogen.migration.Step;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropIndex;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Carries out steps one by one and remembers at which one it is, for the message when it fails. */
final class StepExecutor {
    private final Connection connection;
    private final RunOptions options;
    private final PostgresDdl ddl;
    private String at = "";

    StepExecutor(Connection connection, RunOptions options) {
        this.connection = connection;
        this.options = options;
        this.ddl = PostgresDdl.inDefaultSchema(options.defaultSchema());
    }

    /** What it is doing, or was doing when it failed. */
    String at() {
        return at;
    }

    void execute(List<Step> steps) throws SQLException {
        for (int i = 0; i < steps.size(); i++) {
            String place = "step " + (i + 1) + " of " + steps.size();
            Step step = steps.get(i);
            if (step instanceof Step.Run run) {
                dropLeftover(run);
                for (SqlStatement statement : ddl.statements(run.operation())) {
                    at = place + ", statement: " + statement.sql();
                    StatementExecution.execute(connection, statement);
                }
            } else if (step instanceof Step.Callback callback) {
                at = place + ", its own Java code";
                callback.work().run(GuardedConnection.of(connection));
            }
        }
    }

    /** A concurrent build that was interrupted leaves an invalid index under the name of the one to be built. */
    private void dropLeftover(Step.Run run) throws SQLException {
        if (!(run.operation() instanceof CreateIndex create) || !create.concurrently()) {
            return;
        }
        String schema = create.table().schema() == null
                ? options.defaultSchema()
                : create.table().schema();
        try (PreparedStatement statement = connection.prepareStatement("""
                select 1 from pg_catalog.pg_index i
                  join pg_catalog.pg_class c on c.oid = i.indexrelid
                  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where n.nspname = ? and c.relname = ? and not i.indisvalid
                """)) {
            statement.setString(1, schema);
            statement.setString(2, create.index().name());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return;
                }
            }
        }
        for (SqlStatement drop :
                ddl.statements(new DropIndex(create.table(), create.index().name(), null, true))) {
            at = "removing what an interrupted build left, statement: " + drop.sql();
            StatementExecution.execute(connection, drop);
        }
    }
}
