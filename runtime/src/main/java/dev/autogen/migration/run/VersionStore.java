package dev.autogen.migration.run;

import static java.util.Locale.ROOT;

import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.Plan;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.ddl.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** autogen's own tables. Reading never creates them. */
final class VersionStore {
    private final Connection connection;
    private final RunOptions options;
    private final VersionSql sql;

    VersionStore(Connection connection, RunOptions options) {
        this.connection = connection;
        this.options = options;
        this.sql = new VersionSql(options);
    }

    /** Where the database is: no revisions also when autogen has never been here. */
    Set<String> current() throws SQLException {
        return new TreeSet<>(rows());
    }

    /** The same, demanding that nobody has put a row into the table twice. */
    Set<String> currentOnce() throws SQLException {
        List<String> rows = rows();
        Set<String> current = new TreeSet<>();
        for (String row : rows) {
            if (!current.add(row)) {
                throw new RevisionException("The version table " + options.versions() + " holds revision " + row
                        + " more than once, which autogen never does: it has lost its primary key, and somebody wrote to"
                        + " it. Nothing was changed. Delete the row that is too many, or let `autogen stamp --purge REV`"
                        + " write the table anew.");
            }
        }
        return current;
    }

    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        if (exists(options.versions())) {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(select())) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
        }
        return rows;
    }

    List<HistoryEntry> history() throws SQLException {
        List<HistoryEntry> history = new ArrayList<>();
        if (exists(options.history())) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("""
                            select revision, action, finished_at, took_ms, run_by, to_jsonb(h) ->> 'client', split_part(run_from, '/', 1),
                                   to_jsonb(h) ->> 'application', checksum, tool_version
                            from %s h order by id""".formatted(table(options.history())))) {
                while (rows.next()) {
                    history.add(new HistoryEntry(
                            rows.getString(1),
                            HistoryEntry.Action.valueOf(rows.getString(2).toUpperCase(ROOT)),
                            rows.getObject(3, OffsetDateTime.class).toInstant(),
                            Duration.ofMillis(rows.getLong(4)),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getString(8),
                            rows.getString(9),
                            rows.getString(10)));
                }
            }
        }
        return history;
    }

    /** Creates what is missing: the two schemas, the three tables and what they lacked before. */
    void prepare() throws SQLException {
        for (VersionSql.Creation creation : sql.creations()) {
            if (!StatementExecution.hasRow(connection, creation.exists())) {
                StatementExecution.execute(connection, creation.create());
            }
        }
    }

    /**
     * Moves the version rows.
     *
     * @throws RevisionException if they are not what they were when the run was planned
     */
    void move(Set<String> before, Set<String> after) throws SQLException {
        requireRows(before);
        StatementExecution.executeTogether(connection, sql.moves(before, after));
    }

    /**
     * Writes that a migration is done: moves the version rows, adds a line to the ledger and forgets its parts.
     *
     * @throws RevisionException as {@link #move}
     */
    void finish(Plan.Step step, Direction direction, Duration took, String checksum) throws SQLException {
        requireRows(step.before());
        String revision = step.revision().id();
        List<SqlStatement> statements = new ArrayList<>(sql.moves(step.before(), step.after()));
        statements.add(line(revision, HistoryEntry.Action.valueOf(direction.name()), took, checksum));
        statements.add(sql.forgetSegments(revision));
        StatementExecution.executeTogether(connection, statements);
    }

    /** Keeps others from the version rows, and demands that they are what they were taken for. */
    private void requireRows(Set<String> before) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.lockVersions().sql() + "; " + select());
            statement.getMoreResults();
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
        }
        // The database may sort by other rules.
        if (!rows.stream().sorted().toList().equals(List.copyOf(new TreeSet<>(before)))) {
            throw new RevisionException("The version table " + options.versions() + " was changed while autogen was at"
                    + " work: it was at " + words(before) + " and is at " + words(rows) + ". Somebody else writes to it"
                    + " without the migration lock. What was under way was rolled back; `autogen current` says where the"
                    + " database is now, then run the command again.");
        }
    }

    private String select() {
        return "select revision from " + table(options.versions()) + " order by 1";
    }

    /** Writes the version rows anew, whatever they were. */
    void replace(Set<String> after) throws SQLException {
        List<SqlStatement> statements = new ArrayList<>(List.of(sql.lockVersions(), sql.clearVersions()));
        statements.addAll(sql.moves(Set.of(), after));
        StatementExecution.executeTogether(connection, statements);
    }

    private static String words(Collection<String> revisions) {
        return revisions.isEmpty() ? "base" : String.join(", ", new TreeSet<>(revisions));
    }

    void log(String revision, HistoryEntry.Action action, Duration took, String checksum) throws SQLException {
        StatementExecution.execute(connection, line(revision, action, took, checksum));
    }

    private SqlStatement line(String revision, HistoryEntry.Action action, Duration took, String checksum) {
        return sql.log(revision, action, took, checksum, LocalUser.name());
    }

    /** Checksums of the segments that were finished before a run was interrupted, by segment. */
    Map<Integer, String> finishedSegments(String revision, Direction direction) throws SQLException {
        Map<Integer, String> finished = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement("select segment, checksum from "
                + table(options.progress()) + " where revision = ? and direction = ? and last_key is null")) {
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

    /** Revisions that a run left half done, and the way it went. */
    Map<String, Direction> partial() throws SQLException {
        Map<String, Direction> partial = new TreeMap<>();
        if (exists(options.progress())) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select distinct revision, direction from " + table(options.progress()))) {
                while (rows.next()) {
                    partial.put(rows.getString(1), Direction.valueOf(rows.getString(2)));
                }
            }
        }
        return partial;
    }

    void forgetPartial() throws SQLException {
        StatementExecution.execute(connection, sql.clearProgress());
    }

    void finishSegment(String revision, Direction direction, int segment, String checksum) throws SQLException {
        StatementExecution.execute(connection, sql.finishSegment(revision, direction, segment, checksum));
    }

    /** How far the batches of a segment had come before a run was interrupted, with their checksum. */
    Optional<Map.Entry<String, BatchProgress>> batches(String revision, Direction direction, int segment)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select checksum, last_key, rows_done from "
                + sql.name(options.progress()) + " where revision = ? and direction = ? and segment = ?")) {
            statement.setString(1, revision);
            statement.setString(2, direction.name());
            statement.setInt(3, segment);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                List<String> lastKey = List.of((String[]) rows.getArray(2).getArray());
                return Optional.of(Map.entry(rows.getString(1), new BatchProgress(lastKey, rows.getLong(3), false)));
            }
        }
    }

    void saveBatches(String revision, Direction direction, int segment, String checksum, BatchProgress progress)
            throws SQLException {
        StatementExecution.execute(connection, sql.saveBatches(revision, direction, segment, checksum, progress));
    }

    private boolean exists(QualifiedName table) throws SQLException {
        return StatementExecution.hasRow(connection, sql.exists(table));
    }

    private String table(QualifiedName name) {
        return sql.name(name);
    }
}
