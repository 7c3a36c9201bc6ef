package dev.autogen.commands;

import static dev.autogen.schema.Identifiers.quote;

import dev.autogen.commands.config.ServerTarget;
import dev.autogen.commands.database.Database;
import dev.autogen.migration.run.RunOptions;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The {@code GRANT}s a role is without. The server's refusal names neither the role nor, in all languages, the right, so
 * it is asked anew (PostgreSQL, table 9.72, access privilege inquiry functions).
 */
final class MissingRights {
    private static final String SCHEMAS = """
            select format('GRANT %s ON SCHEMA %I TO %I', ?, n.nspname, session_user)
            from unnest(?::text[]) with ordinality wanted(name, place)
              join pg_catalog.pg_namespace n on n.nspname = wanted.name
            where not pg_catalog.has_schema_privilege(n.oid, ?)
            order by wanted.place
            """;

    private static final String TABLES = """
            select format('GRANT %s ON %I.%I TO %I', ?, n.nspname, c.relname, session_user)
            from unnest(?::text[], ?::text[]) with ordinality wanted(schema, name, place)
              join pg_catalog.pg_namespace n on n.nspname = wanted.schema
              join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = wanted.name
            where not pg_catalog.has_table_privilege(c.oid, ?)
            order by wanted.place
            """;

    private static final String NEW_SCHEMAS = """
            select format('GRANT CREATE ON DATABASE %I TO %I', current_database(), session_user)
            where exists (select 1 from unnest(?::text[]) wanted(name)
                          where not exists (select 1 from pg_catalog.pg_namespace n where n.nspname = wanted.name))
              and not pg_catalog.has_database_privilege(current_database(), 'CREATE')
            """;

    private final Connection connection;
    private final String[] schemas;
    private final List<QualifiedName> tables;
    /** The one of them whose rows change: those of the others only come and go. */
    private final QualifiedName progress;

    private MissingRights(Connection connection, Database database) {
        this.connection = connection;
        RunOptions options = database.runOptions();
        this.progress = options.progress();
        this.tables = List.of(options.versions(), options.history(), progress);
        Set<String> all = new LinkedHashSet<>(database.schemas());
        tables.forEach(table -> all.add(table.schema()));
        this.schemas = all.toArray(String[]::new);
    }

    /** What would let the role go on: rights to read where these are missing, else those to change; perhaps none. */
    static List<String> of(Workspace workspace, ServerTarget server) {
        try (Database database = Database.again(workspace);
                Connection connection = database.connect()) {
            MissingRights rights = new MissingRights(connection, database);
            List<String> reading = rights.toRead();
            return reading.isEmpty() ? rights.toChange() : reading;
        } catch (SQLException e) {
            return List.of("GRANT CONNECT ON DATABASE " + quote(server.database()) + " TO " + quote(server.user()));
        }
    }

    private List<String> toRead() throws SQLException {
        List<String> grants = new ArrayList<>(schemas("USAGE"));
        grants.addAll(tables("SELECT", tables));
        return grants;
    }

    private List<String> toChange() throws SQLException {
        List<String> grants = new ArrayList<>(schemas("CREATE"));
        grants.addAll(query(NEW_SCHEMAS, (Object) schemas));
        grants.addAll(tables("INSERT", tables));
        grants.addAll(tables("UPDATE", List.of(progress)));
        grants.addAll(tables("DELETE", tables));
        return grants;
    }

    private List<String> schemas(String right) throws SQLException {
        return query(SCHEMAS, right, schemas, right);
    }

    private List<String> tables(String right, List<QualifiedName> which) throws SQLException {
        return query(
                TABLES,
                right,
                which.stream().map(QualifiedName::schema).toArray(String[]::new),
                which.stream().map(QualifiedName::name).toArray(String[]::new),
                right);
    }

    private List<String> query(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> grants = new ArrayList<>();
                while (rows.next()) {
                    grants.add(rows.getString(1));
                }
                return grants;
            }
        }
    }
}
