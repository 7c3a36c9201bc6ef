package dev.autogen.migration.run;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.Locale.ROOT;

import dev.autogen.migration.revision.Direction;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.ddl.PostgresDdl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** autogen's own tables. Reading never creates them. */
final class VersionStore {
    private final Connection connection;
    private final RunOptions options;
    private final PostgresDdl names;

    VersionStore(Connection connection, RunOptions options) {
        this.connection = connection;
        this.options = options;
        this.names = PostgresDdl.inDefaultSchema(options.defaultSchema());
    }

    /** Where the database is: no revisions also when autogen has never been here. */
    Set<String> current() throws SQLException {
        Set<String> current = new TreeSet<>();
        if (exists(options.versions())) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select revision from " + table(options.versions()))) {
                while (rows.next()) {
                    current.add(rows.getString(1));
                }
            }
        }
        return current;
    }

    List<HistoryEntry> history() throws SQLException {
        List<HistoryEntry> history = new ArrayList<>();
        if (exists(options.history())) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select revision, action, finished_at, took_ms, run_by,"
                            + " checksum, tool_version from " + table(options.history()) + " order by id")) {
                while (rows.next()) {
                    history.add(new HistoryEntry(
                            rows.getString(1),
                            HistoryEntry.Action.valueOf(rows.getString(2).toUpperCase(ROOT)),
                            rows.getObject(3, OffsetDateTime.class).toInstant(),
                            Duration.ofMillis(rows.getLong(4)),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7)));
                }
            }
        }
        return history;
    }

    /** Creates what is missing: the two schemas and the three tables. */
    void prepare() throws SQLException {
        createSchema(options.defaultSchema());
        createSchema(options.versionSchema());
        if (!exists(options.versions())) {
            execute("create table " + table(options.versions()) + " (revision text primary key)");
        }
        if (!exists(options.history())) {
            execute("create table " + table(options.history()) + """
                     (
                      id bigint generated always as identity primary key,
                      revision text not null,
                      action text not null,
                      finished_at timestamptz not null default clock_timestamp(),
                      took_ms bigint not null,
                      run_by text not null default session_user,
                      run_from text default inet_client_addr()::text,
                      checksum text,
                      tool_version text not null
                    )""");
        }
        if (!exists(options.progress())) {
            execute("create table " + table(options.progress()) + """
                     (
                      revision text not null,
                      direction text not null,
                      segment integer not null,
                      checksum text not null,
                      finished_at timestamptz not null default clock_timestamp(),
                      primary key (revision, direction, segment)
                    )""");
        }
    }

    /** Moves the version rows; fails if they are not what they were when the run was planned. */
    void move(Set<String> before, Set<String> after) throws SQLException {
        for (String revision : before) {
            if (!after.contains(revision)) {
                int rows = update("delete from " + table(options.versions()) + " where revision = ?", revision);
                if (rows != 1) {
                    throw new IllegalStateException("version " + revision + " was changed by somebody else meanwhile");
                }
            }
        }
        for (String revision : after) {
            if (!before.contains(revision)) {
                update("insert into " + table(options.versions()) + " (revision) values (?)", revision);
            }
        }
    }

    void log(String revision, HistoryEntry.Action action, Duration took, String checksum) throws SQLException {
        update(
                "insert into " + table(options.history())
                        + " (revision, action, took_ms, checksum, tool_version) values (?, ?, ?, ?, ?)",
                revision,
                action.name().toLowerCase(ROOT),
                took.toMillis(),
                checksum,
                options.toolVersion());
    }

    /** Checksums of the segments that were finished before a run was interrupted, by segment. */
    Map<Integer, String> finishedSegments(String revision, Direction direction) throws SQLException {
        Map<Integer, String> finished = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement("select segment, checksum from "
                + table(options.progress()) + " where revision = ? and direction = ?")) {
            statement.setString(1, revision);
            statement.setString(2, direction.name());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    finished.put(rows.getInt(1), rows.getString(2));
                }
            }
        }
        return finished;
    }

    /** Revisions that a run left half done. */
    Set<String> partial() throws SQLException {
        Set<String> partial = new TreeSet<>();
        if (exists(options.progress())) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("select distinct revision from " + table(options.progress()))) {
                while (rows.next()) {
                    partial.add(rows.getString(1));
                }
            }
        }
        return partial;
    }

    void finishSegment(String revision, Direction direction, int segment, String checksum) throws SQLException {
        update(
                "insert into " + table(options.progress())
                        + " (revision, direction, segment, checksum) values (?, ?, ?, ?)",
                revision,
                direction.name(),
                segment,
                checksum);
    }

    void forgetSegments(String revision) throws SQLException {
        update("delete from " + table(options.progress()) + " where revision = ?", revision);
    }

    private void createSchema(String schema) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from pg_catalog.pg_namespace where nspname = ?")) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    return;
                }
            }
        }
        execute("create schema " + quote(schema));
    }

    private boolean exists(QualifiedName table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select 1 from pg_catalog.pg_class c join"
                + " pg_catalog.pg_namespace n on n.oid = c.relnamespace where n.nspname = ? and c.relname = ?")) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    private String table(QualifiedName name) {
        return names.qualified(name);
    }
}
