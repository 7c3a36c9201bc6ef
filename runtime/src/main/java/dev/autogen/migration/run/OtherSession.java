package dev.autogen.migration.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Sessions of others in words, as far as {@code pg_stat_activity} shows them to this role. */
final class OtherSession {
    private static final String WHO = """
            'process ' || b.pid || coalesce(' of user ' || a.usename, '')
            || coalesce(' from ' || host(a.client_addr), '')
            || coalesce(' (' || nullif(a.application_name, '') || ')', '')
            || coalesce(', connected since ' || to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ'), '')""";
    private static final String WHAT = """
            coalesce(', in a transaction since ' || to_char(a.xact_start, 'YYYY-MM-DD HH24:MI:SS TZ'), '')
            || coalesce(', ' || a.state, '')
            || coalesce(case a.state when 'active' then ', running: ' else ', last statement: ' end
                 || nullif(btrim(left(regexp_replace(a.query, '\\s+', ' ', 'g'), 120)), ''), '')""";
    private static final String ACTIVITY =
            " b(pid) left join pg_catalog.pg_stat_activity a on a.pid = b.pid order by b.pid";
    private static final String THAT_ONE = "select " + WHO + " from pg_catalog.unnest(array[?])" + ACTIVITY;
    private static final String BLOCKERS =
            "select case when b.pid = 0 then 'a prepared transaction (pg_prepared_xacts lists them)' else " + WHO
                    + " || " + WHAT + " end from pg_catalog.unnest(pg_catalog.pg_blocking_pids(?))" + ACTIVITY;

    private OtherSession() {}

    /** Who has this process id. */
    static String withPid(Connection connection, int pid) throws SQLException {
        return query(connection, THAT_ONE, pid).get(0);
    }

    /** Whom the session with this process id waits for, and what they do; empty when it waits for no lock. */
    static List<String> blockersOf(Connection connection, int pid) throws SQLException {
        return query(connection, BLOCKERS, pid);
    }

    private static List<String> query(Connection connection, String sql, int pid) throws SQLException {
        List<String> sessions = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, pid);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sessions.add(rows.getString(1));
                }
            }
        }
        return sessions;
    }
}
