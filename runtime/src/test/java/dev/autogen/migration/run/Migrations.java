package dev.autogen.migration.run;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.revision.RevisionInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.function.Consumer;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultHandlerBase;

/** Migrations that tests make up. */
final class Migrations {
    private Migrations() {}

    /** One that nothing undoes. */
    static LoadedMigration migration(RevisionInfo info, Consumer<Operations> up) {
        return migration(info, up, op -> {});
    }

    static LoadedMigration migration(RevisionInfo info, Consumer<Operations> up, Consumer<Operations> down) {
        return new LoadedMigration(info, new Migration() {
            @Override
            public void upgrade(Operations op) {
                up.accept(op);
            }

            @Override
            public void downgrade(Operations op) {
                down.accept(op);
            }
        });
    }

    /** Ends the transaction by the one way that the runner does not guard: the driver's own. */
    static void commitThroughTheDriver(Connection connection) throws SQLException {
        QueryExecutor driver = connection.unwrap(BaseConnection.class).getQueryExecutor();
        driver.execute(
                driver.createSimpleQuery("commit"),
                null,
                new ResultHandlerBase() {
                    @Override
                    public void handleWarning(SQLWarning warning) {
                        throw new AssertionError(warning);
                    }
                },
                0,
                0,
                QueryExecutor.QUERY_NO_RESULTS | QueryExecutor.QUERY_SUPPRESS_BEGIN);
    }
}
