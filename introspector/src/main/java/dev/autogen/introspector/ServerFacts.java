package dev.autogen.introspector;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What the server is and what the role may do there.
 *
 * @param majorVersion such as 17
 * @param version such as {@code 17.11}
 * @param database name of the database
 * @param role name of the role in whose name statements run
 * @param searchPath the role's own {@code search_path}, as SQL text
 * @param mayCreateTemporary whether the role may create temporary tables in this database
 * @param readOnly whether the server is a standby, where nothing can be created at all
 */
public record ServerFacts(
        int majorVersion,
        String version,
        String database,
        String role,
        String searchPath,
        boolean mayCreateTemporary,
        boolean readOnly) {

    /** Reads the facts before the session's settings are touched. */
    static final String QUERY = """
            SELECT pg_catalog.current_setting('server_version_num')::int AS version_number,
                   pg_catalog.split_part(pg_catalog.current_setting('server_version'), ' ', 1) AS version,
                   pg_catalog.current_database()::text AS database,
                   current_user::text AS role,
                   pg_catalog.current_setting('search_path') AS search_path,
                   pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMP') AS temporary,
                   pg_catalog.pg_is_in_recovery() AS recovery""";

    static ServerFacts of(ResultSet row) throws SQLException {
        return new ServerFacts(
                row.getInt("version_number") / 10_000,
                row.getString("version"),
                row.getString("database"),
                row.getString("role"),
                row.getString("search_path"),
                row.getBoolean("temporary"),
                row.getBoolean("recovery"));
    }
}
