package dev.autogen.migration;

import dev.autogen.schema.Constraint;
import java.util.Optional;

/** A constraint, within a new table or added to one that exists. */
public abstract sealed class ConstraintElement implements TableElement
        permits PrimaryKeyElement, UniqueElement, ForeignKeyElement, CheckElement, ExclusionElement {
    private final Recording recording;
    private final String call;
    private final String name;

    ConstraintElement(Recording recording, String call, String name) {
        this.recording = recording;
        this.call = call;
        this.name = Names.name(call, "name of the constraint", name);
    }

    /** The constraint as it has been described so far. */
    abstract Constraint constraint();

    /** The index that is there already and becomes the constraint's own. */
    Optional<String> usingIndex() {
        return Optional.empty();
    }

    final String name() {
        return name;
    }

    final String call() {
        return call;
    }

    /** What a call on this element is called in messages. */
    final String open(String method) {
        String chained = call + "." + method;
        recording.checkOpen(chained);
        return chained;
    }
}
