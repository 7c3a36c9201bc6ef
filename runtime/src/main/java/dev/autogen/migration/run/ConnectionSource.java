package dev.autogen.migration.run;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the database that is to be migrated. */
@FunctionalInterface
public interface ConnectionSource {

    /** A new connection, which the caller closes. */
    Connection open() throws SQLException;
}
