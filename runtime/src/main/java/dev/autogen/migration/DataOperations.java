package dev.autogen.migration;

import java.util.List;

/** Data that moves together with the schema; part of {@link Operations}. */
public sealed interface DataOperations permits Operations, RecordingData {

    /**
     * Runs SQL as it is written, of one or more statements:
     *
     * <pre>{@code
     * op.execute("UPDATE users SET status = ? WHERE status = ?", "ACTIVE", "PENDING");
     * op.execute("""
     *         DELETE FROM sessions WHERE expires_at < now();
     *         ALTER TABLE sessions SET (fillfactor = 70)
     *         """);
     * }</pre>
     *
     * <p>A text that is a parameter fits a column of any type, as a literal in quotes would.
     *
     * @param sql one or more statements; where there are parameters, {@code ?} stands for one and {@code ??} for a question
     *     mark
     * @param parameters values of the parameters, in order; null has to be written into the SQL
     */
    void execute(String sql, Object... parameters);

    /**
     * Runs the SQL of a file, as if it stood in {@link #execute}: {@code op.sqlFile("fill_countries.sql")}. It is part of
     * the migration and its checksum, and may not change after the migration was applied. What only psql understands, such
     * as {@code \copy}, is not SQL.
     *
     * @param resource the file, in UTF-8: a name beside the migration's class, or with {@code /} before it a path from the
     *     root of the class path. The command line looks below the source root of the migrations, and where an
     *     application's other files are, {@code src/main/resources}
     */
    void sqlFile(String resource);

    /**
     * Inserts rows:
     *
     * <pre>{@code
     * op.bulkInsert("currencies", List.of("code", "name"), row("EUR", "Euro"), row("XXX", null));
     * }</pre>
     *
     * runs {@code INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro'), ('XXX', NULL)}, with parameters, in as few
     * statements as these allow.
     */
    void bulkInsert(String table, List<String> columns, Row... rows);

    /**
     * {@code UPDATE table SET column = sql WHERE column IS NULL}: fills a new column before it becomes required.
     *
     * <pre>{@code
     * op.addColumn("orders", column("currency", varchar(3)));
     * op.backfill("orders", "currency", "'EUR'");
     * op.alterColumn("orders", "currency").notNull();
     * }</pre>
     *
     * <p>All rows are locked until the migration is committed; {@link Backfill#inBatches} goes through a large table in
     * many transactions.
     *
     * @param sql an expression over the table's columns
     */
    Backfill backfill(String table, String column, String sql);

    /**
     * The same where nobody has said yet what the rows get, which refuses to run as long as there is a row in which the
     * column is null:
     *
     * <pre>{@code
     * op.backfill("orders", "currency", todo("what should existing rows hold?")).inBatches("id");
     * }</pre>
     *
     * @param expression the question; to be replaced by an SQL expression over the table's columns
     */
    Backfill backfill(String table, String column, Todo expression);

    /**
     * Changes many rows, a thousand at a time, where the calls that follow say which and how:
     *
     * <pre>{@code
     * op.batch("users", "id").where("full_name IS NULL").set("full_name", "first || ' ' || last");
     * }</pre>
     *
     * commits after each of
     *
     * <pre>
     * UPDATE public.users
     * SET full_name = first || ' ' || last
     * WHERE id &gt; '1000' AND id &lt;= '2000' AND (full_name IS NULL)
     * </pre>
     *
     * until a batch is not full. What stands before it in the migration is committed first. A run that is interrupted goes
     * on behind the last committed batch and never does one twice. Rows are locked only as long as their batch takes. It
     * ends with the rows that were appended meanwhile; {@link BatchCreation#untilNoneLeft} also finds others.
     *
     * @param key columns that order the rows and are never null: the primary key, or others that have an index
     */
    BatchCreation batch(String table, String... key);

    /**
     * Runs Java code on the migration's connection, for data that SQL alone cannot move:
     *
     * <pre>{@code
     * op.withConnection(connection -> {
     *     try (Statement statement = connection.createStatement()) {
     *         statement.executeUpdate("UPDATE companies SET vat_number = upper(vat_number)");
     *     }
     * });
     * }</pre>
     *
     * <p>It runs when its turn comes, within the migration's transaction, and is skipped where a migration is only shown.
     */
    void withConnection(ConnectionWork work);
}
