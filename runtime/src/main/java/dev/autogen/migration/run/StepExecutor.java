package dev.autogen.migration.run;

import dev.autogen.migration.Step;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.operation.CreateIndex;
import java.sql.Connection;
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
        if (!StatementExecution.hasRow(connection, InvalidIndex.exists(create, options.defaultSchema()))) {
            return;
        }
        for (SqlStatement drop : ddl.statements(InvalidIndex.drop(create))) {
            at = "removing what an interrupted build left, statement: " + drop.sql();
            StatementExecution.execute(connection, drop);
        }
    }
}
