package dev.autogen.migration;

import java.sql.Connection;
import java.sql.SQLException;

/** What a migration does with the database by itself, see {@link Operations#withConnection}. */
@FunctionalInterface
public interface ConnectionWork {

    /**
     * Works on the data.
     *
     * @param connection the connection and transaction of the migration; it refuses to be committed or closed
     * @throws SQLException if the database refuses something; the migration fails with it
     */
    void run(Connection connection) throws SQLException;
}
