package dev.autogen.migration.run;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.Locale.ROOT;

import dev.autogen.migration.Timeouts;
import dev.autogen.migration.revision.Direction;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What changes autogen's own tables, as text: the runner executes it, a script prints it, so that both leave the same
 * rows behind.
 */
final class VersionSql {
    private final RunOptions options;
    private final PostgresDdl names;

    VersionSql(RunOptions options) {
        this.options = options;
        this.names = PostgresDdl.inDefaultSchema(options.defaultSchema());
    }

    /**
     * Something that is made where it is missing. {@code IF NOT EXISTS} would not do: it asks for the right to make it
     * also where it is there.
     *
     * @param exists a query that has a row where it is there
     * @param create what makes it
     */
    record Creation(SqlStatement exists, SqlStatement create) {}

    /**
     * The two schemas, which may be one, the three tables and what they lacked in earlier releases, in the order in which
     * they need each other.
     */
    List<Creation> creations() {
        List<Creation> creations = new ArrayList<>();
        creations.add(schema(options.defaultSchema()));
        if (!options.versionSchema().equals(options.defaultSchema())) {
            creations.add(schema(options.versionSchema()));
        }
        creations.add(table(options.versions(), "(revision text primary key)"));
        creations.add(table(options.history(), """
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
                )"""));
        creations.add(column(options.history(), "client", "text"));
        creations.add(column(
                options.history(),
                "application",
                "text, alter column application set default"
                        + " nullif(pg_catalog.current_setting('application_name', true), '')"));
        creations.add(table(options.progress(), """
                (
                  revision text not null,
                  direction text not null,
                  segment integer not null,
                  checksum text not null,
                  finished_at timestamptz not null default clock_timestamp(),
                  primary key (revision, direction, segment)
                )"""));
        creations.add(column(options.progress(), "last_key", "text[]"));
        creations.add(column(options.progress(), "rows_done", "bigint"));
        return creations;
    }

    private static Creation schema(String schema) {
        return new Creation(
                new SqlStatement("select 1 from pg_catalog.pg_namespace where nspname = ?", List.of(schema)),
                plain("create schema " + quote(schema)));
    }

    private Creation table(QualifiedName table, String definition) {
        return new Creation(exists(table), plain("create table " + name(table) + " " + definition));
    }

    private Creation column(QualifiedName table, String column, String type) {
        SqlStatement exists = new SqlStatement(
                exists(table).sql() + " and exists (select 1 from pg_catalog.pg_attribute a where a.attrelid = c.oid"
                        + " and a.attname = ?)",
                List.of(table.schema(), table.name(), column));
        return new Creation(exists, plain("alter table " + name(table) + " add column " + column + " " + type));
    }

    /** A query that has a row where the table is there. */
    SqlStatement exists(QualifiedName table) {
        return new SqlStatement(
                "select 1 from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                        + " where n.nspname = ? and c.relname = ?",
                List.of(table.schema(), table.name()));
    }

    /** What moves the version rows; each statement must change one row, or they were not what they were taken for. */
    List<SqlStatement> moves(Set<String> before, Set<String> after) {
        List<SqlStatement> moves = new ArrayList<>();
        for (String revision : new TreeSet<>(before)) {
            if (!after.contains(revision)) {
                moves.add(new SqlStatement(
                        "delete from " + name(options.versions()) + " where revision = ?", List.of(revision)));
            }
        }
        for (String revision : new TreeSet<>(after)) {
            if (!before.contains(revision)) {
                moves.add(new SqlStatement(
                        "insert into " + name(options.versions()) + " (revision) values (?)", List.of(revision)));
            }
        }
        return moves;
    }

    /**
     * A line of the ledger that does not say who did it.
     *
     * @param took null for the time since the transaction began, where nobody can measure it
     * @param checksum null for a stamp
     */
    SqlStatement log(String revision, HistoryEntry.Action action, Duration took, String checksum) {
        return log(revision, action, took, checksum, null);
    }

    /**
     * The same with who did it.
     *
     * @param client null where nobody knows
     */
    SqlStatement log(String revision, HistoryEntry.Action action, Duration took, String checksum, String client) {
        List<String> columns = new ArrayList<>(List.of("revision", "action", "took_ms", "tool_version"));
        List<String> values = new ArrayList<>(List.of(
                "?",
                "?",
                took == null ? "(extract(epoch from clock_timestamp() - transaction_timestamp()) * 1000)::bigint" : "?",
                "?"));
        List<Object> parameters =
                new ArrayList<>(List.of(revision, action.name().toLowerCase(ROOT)));
        if (took != null) {
            parameters.add(took.toMillis());
        }
        parameters.add(options.toolVersion());
        if (checksum != null) {
            columns.add("checksum");
            values.add("?");
            parameters.add(checksum);
        }
        if (client != null) {
            columns.add("client");
            values.add("?");
            parameters.add(client);
        }
        return new SqlStatement(
                "insert into " + name(options.history()) + " (" + String.join(", ", columns) + ") values ("
                        + String.join(", ", values) + ")",
                parameters);
    }

    /** Keeps others from the version rows until the end of the transaction; who only reads them is not in the way. */
    SqlStatement lockVersions() {
        return plain("lock table " + name(options.versions()) + " in share row exclusive mode");
    }

    /** Forgets the version rows, whatever they are. */
    SqlStatement clearVersions() {
        return plain("delete from " + name(options.versions()));
    }

    /** Forgets all migrations that are half done. */
    SqlStatement clearProgress() {
        return plain("delete from " + name(options.progress()));
    }

    /** Remembers a part of a migration that is done, its batches too. */
    SqlStatement finishSegment(String revision, Direction direction, int segment, String checksum) {
        return new SqlStatement(
                "insert into " + name(options.progress())
                        + " (revision, direction, segment, checksum) values (?, ?, ?, ?)"
                        + " on conflict (revision, direction, segment)"
                        + " do update set last_key = null, finished_at = clock_timestamp()",
                List.of(revision, direction.name(), segment, checksum));
    }

    /** Remembers how far the batches of a part of a migration have come, which is not done yet. */
    SqlStatement saveBatches(
            String revision, Direction direction, int segment, String checksum, BatchProgress progress) {
        SqlStatement save = saveBatches(
                revision,
                direction,
                segment,
                checksum,
                Collections.nCopies(progress.lastKey().size(), "?"),
                "?");
        List<Object> parameters = new ArrayList<>(save.parameters());
        parameters.addAll(progress.lastKey());
        parameters.add(progress.rows());
        return new SqlStatement(save.sql(), parameters);
    }

    /**
     * The same with expressions for what changes from batch to batch.
     *
     * @param lastKey the columns of the last key, each of which is a text
     * @param rows how many rows have been in a batch
     */
    SqlStatement saveBatches(
            String revision, Direction direction, int segment, String checksum, List<String> lastKey, String rows) {
        return new SqlStatement(
                "insert into " + name(options.progress())
                        + " (revision, direction, segment, checksum, last_key, rows_done) values (?, ?, ?, ?, array["
                        + String.join(", ", lastKey) + "]::text[], " + rows + ")"
                        + " on conflict (revision, direction, segment) do update set last_key = excluded.last_key,"
                        + " rows_done = excluded.rows_done, finished_at = clock_timestamp()",
                List.of(revision, direction.name(), segment, checksum));
    }

    /** Forgets the parts of a migration that is done as a whole. */
    SqlStatement forgetSegments(String revision) {
        return new SqlStatement("delete from " + name(options.progress()) + " where revision = ?", List.of(revision));
    }

    /**
     * Expressions that set what a part of a migration runs with. The default schema comes first and the role's own path
     * after it, so that types and functions of extensions are found. A concurrent build waits for locks as long as it
     * takes: a timeout would leave an invalid index.
     *
     * @param timeouts what the migration says itself
     * @param transaction whether it is for a transaction alone, else for the session
     */
    SqlStatement settings(Timeouts timeouts, boolean transaction) {
        return settings(timeouts, transaction, transaction);
    }

    /** The same for several transactions in a row, as batches are: for the session, but with a bound for locks. */
    SqlStatement settingsOfBatches(Timeouts timeouts) {
        return settings(timeouts, true, false);
    }

    private SqlStatement settings(Timeouts timeouts, boolean bounded, boolean local) {
        Duration lock = timeouts.lock() == null ? options.lockTimeout() : timeouts.lock();
        Duration limit = timeouts.statement() == null ? options.statementTimeout() : timeouts.statement();
        String statement = limit == null ? "" : milliseconds(limit);
        return new SqlStatement(
                """
                pg_catalog.set_config('lock_timeout', ?, ?),
                pg_catalog.set_config('statement_timeout', coalesce(nullif(?, ''), (select reset_val
                  from pg_catalog.pg_settings where name = 'statement_timeout')), ?),
                pg_catalog.set_config('search_path', pg_catalog.quote_ident(?)
                  || coalesce(', ' || nullif((select reset_val from pg_catalog.pg_settings
                                              where name = 'search_path'), ''), ''), ?)""",
                List.of(bounded ? milliseconds(lock) : "0", local, statement, local, options.defaultSchema(), local));
    }

    private static String milliseconds(Duration duration) {
        return duration.toMillis() + "ms";
    }

    String name(QualifiedName table) {
        return names.qualified(table);
    }

    private static SqlStatement plain(String sql) {
        return new SqlStatement(sql, List.of());
    }
}
