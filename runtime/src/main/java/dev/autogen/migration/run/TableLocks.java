package dev.autogen.migration.run;

import static java.util.Locale.ROOT;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which locks a transaction comes to hold on the tables that were there before it. */
final class TableLocks {
    /** PostgreSQL, section 13.3.1, weakest first; those before the first one hinder nobody's reading and writing. */
    private static final List<String> MODES = List.of(
            "ShareUpdateExclusiveLock", "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock");

    private static final String TABLES = """
            select c.oid::bigint, case when n.nspname = ? then '' else quote_ident(n.nspname) || '.' end
                   || quote_ident(c.relname)
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'm', 'v', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
              and n.nspname !~ '^pg_(toast|temp)' and not (n.nspname = ? and c.relname = any (array[?, ?, ?]))
            """;
    private static final String HELD = """
            select relation::bigint, mode from pg_catalog.pg_locks
            where pid = pg_catalog.pg_backend_pid() and locktype = 'relation' and granted
              and database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
            """;

    private final Connection connection;
    private final Map<Long, String> tables;
    private final Map<String, Integer> told = new TreeMap<>();

    private TableLocks(Connection connection, Map<Long, String> tables) {
        this.connection = connection;
        this.tables = tables;
    }

    /** Remembers which tables there are, other than autogen's own. */
    static TableLocks of(Connection connection, RunOptions options) throws SQLException {
        Map<Long, String> tables = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setString(1, options.defaultSchema());
            statement.setString(2, options.versionSchema());
            statement.setString(3, options.versions().name());
            statement.setString(4, options.history().name());
            statement.setString(5, options.progress().name());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tables.put(rows.getLong(1), rows.getString(2));
                }
            }
        }
        return new TableLocks(connection, tables);
    }

    /** The strongest lock on each table, where it is stronger than it was when this was last asked. */
    List<String> taken() throws SQLException {
        Map<String, Integer> held = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HELD)) {
            while (rows.next()) {
                String table = tables.get(rows.getLong(1));
                if (table != null) {
                    held.merge(table, MODES.indexOf(rows.getString(2)), Math::max);
                }
            }
        }
        List<String> taken = new ArrayList<>();
        held.forEach((table, mode) -> {
            if (mode > told.getOrDefault(table, -1)) {
                taken.add(words(MODES.get(mode)) + " on " + table);
                told.put(table, mode);
            }
        });
        return taken;
    }

    /** {@code ShareRowExclusiveLock} as SQL has it. */
    private static String words(String mode) {
        return mode.replaceAll("Lock$", "").replaceAll("(?<=.)(?=[A-Z])", " ").toUpperCase(ROOT);
    }
}
