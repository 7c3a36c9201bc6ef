package dev.autogen.migration;

import static dev.autogen.migration.Names.call;
import static dev.autogen.migration.Names.given;

import dev.autogen.schema.operation.ExecuteSql;
import java.util.List;

/** Records what is asked for of data. */
abstract sealed class RecordingData extends RecordingTables implements DataOperations permits RecordingOperations {

    RecordingData(Recording recording, String schema) {
        super(recording, schema);
    }

    @Override
    public final void execute(String sql, Object... parameters) {
        Names.text("execute", "SQL", sql);
        String call = call("execute", sql.length() <= 60 ? sql : sql.substring(0, 60) + "...");
        for (Object parameter : given(call, "list of parameters", parameters)) {
            if (parameter == null) {
                throw new InvalidMigrationException(call + ": a parameter is null; write null into the SQL instead");
            }
        }
        add(call, new ExecuteSql(sql, List.of(parameters)));
    }

    @Override
    public final void sqlFile(String resource) {
        String call = call("sqlFile", resource);
        recording.checkOpen(call);
        add(call, new ExecuteSql(SqlFile.read(call, recording.migration(), resource), List.of()));
    }

    @Override
    public final void bulkInsert(String table, List<String> columns, Row... rows) {
        String call = call("bulkInsert", table);
        List<String> names = Names.names(
                call, "column", given(call, "list of columns", columns).toArray(String[]::new));
        for (Row row : given(call, "list of rows", rows)) {
            given(call, "row", row);
        }
        for (ExecuteSql insert : new BulkInsert(call, table(call, table), names, List.of(rows)).statements()) {
            add(call, insert);
        }
    }

    @Override
    public final void withConnection(ConnectionWork work) {
        Step.Callback callback = new Step.Callback(given("withConnection", "work", work));
        recording.step("withConnection", () -> callback);
    }

    @Override
    public final Backfill backfill(String table, String column, String sql) {
        String call = call("backfill", table, column);
        return backfill(call, new Backfill(recording, call, table(call, table), column, sql));
    }

    @Override
    public final Backfill backfill(String table, String column, Todo expression) {
        String call = call("backfill", table, column);
        recording.checkTransactional(call);
        return backfill(
                call, new Backfill(recording, call, table(call, table), column, given(call, "todo", expression)));
    }

    private Backfill backfill(String call, Backfill backfill) {
        recording.step(call, backfill::step);
        return backfill;
    }

    @Override
    public final BatchCreation batch(String table, String... key) {
        String call = call("batch", table);
        recording.checkTransactional(call);
        BatchCreation batch = new BatchCreation(recording, call, table(call, table), key);
        recording.step(call, batch::step);
        return batch;
    }
}
