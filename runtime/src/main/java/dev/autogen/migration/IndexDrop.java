package dev.autogen.migration;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.DropIndex;

/** {@code DROP INDEX}, see {@link Operations#dropIndex}. */
public final class IndexDrop {
    private final Recording recording;
    private final String call;
    private final QualifiedName table;
    private final String name;
    private boolean concurrently;

    IndexDrop(Recording recording, String call, String name, QualifiedName table) {
        this.recording = recording;
        this.call = call;
        this.name = Names.name(call, "name of the index", name);
        this.table = table;
    }

    /** {@code CONCURRENTLY}: readers and writers go on meanwhile. PostgreSQL refuses it within a transaction. */
    public IndexDrop concurrently() {
        recording.checkOpen(call + ".concurrently");
        concurrently = true;
        return this;
    }

    DropIndex operation() {
        return new DropIndex(table, name, null, concurrently);
    }
}
