package dev.autogen.migration;

import static dev.autogen.migration.Names.call;
import static dev.autogen.migration.Names.given;
import static dev.autogen.migration.Names.name;

import java.time.Duration;

/** Records what is asked for; each part of the vocabulary has a class of its own above this one. */
final class RecordingOperations extends RecordingData implements Operations {

    RecordingOperations(Recording recording, String schema) {
        super(recording, schema);
    }

    @Override
    public Operations inSchema(String otherSchema) {
        String call = call("inSchema", otherSchema);
        recording.checkOpen(call);
        return new RecordingOperations(recording, name(call, "schema", otherSchema));
    }

    @Override
    public void autocommit(Runnable block) {
        recording.autocommit("autocommit", given("autocommit", "block", block));
    }

    @Override
    public void newTransaction() {
        recording.checkTransactional("newTransaction");
        recording.step("newTransaction", Step.NewTransaction::new);
    }

    @Override
    public void lockTimeout(Duration limit) {
        limit("lockTimeout", limit, new Timeouts(limit, null));
    }

    @Override
    public void statementTimeout(Duration limit) {
        limit("statementTimeout", limit, new Timeouts(null, limit));
    }

    private void limit(String call, Duration limit, Timeouts timeouts) {
        recording.checkTransactional(call);
        if (given(call, "limit", limit).isNegative()) {
            throw new InvalidMigrationException(call + ": the limit is negative");
        }
        recording.step(call, () -> new Step.Limit(timeouts));
    }
}
