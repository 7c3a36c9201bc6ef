package dev.autogen.migration;

import static dev.autogen.migration.Names.name;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What all parts of the vocabulary share: the recording, and the schema that names are in. */
abstract sealed class SchemaRecording permits RecordingDependents {
    final Recording recording;
    /** Schema of the names; null for the default one. */
    private final String schema;

    SchemaRecording(Recording recording, String schema) {
        this.recording = recording;
        this.schema = schema;
    }

    final void add(String call, Operation operation) {
        recording.add(call, () -> operation);
    }

    final QualifiedName qualified(String call, String what, String name) {
        return new QualifiedName(schema, name(call, what, name));
    }

    final QualifiedName table(String call, String table) {
        return qualified(call, "table", table);
    }

    static void checkOnce(String call, String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new InvalidMigrationException(call + ": the " + what + " '" + name + "' is there twice");
            }
        }
    }
}
