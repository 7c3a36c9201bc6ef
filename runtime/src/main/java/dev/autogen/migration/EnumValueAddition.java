package dev.autogen.migration;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddEnumValue;
import java.util.List;

/**
 * {@code ALTER TYPE ... ADD VALUE}, see {@link Operations#addEnumValue}; the new label goes to the end unless
 * {@link #after} or {@link #before} follows.
 */
public final class EnumValueAddition {
    private final Recording recording;
    private final String call;
    private final QualifiedName type;
    private final String label;
    private String after;
    private String before;

    EnumValueAddition(Recording recording, String call, QualifiedName type, String label) {
        this.recording = recording;
        this.call = call;
        this.type = type;
        this.label = Names.given(call, "label", label);
    }

    /** {@code AFTER 'neighbour'}: the label that the new one follows. */
    public EnumValueAddition after(String neighbour) {
        after = place("after", neighbour);
        return this;
    }

    /** {@code BEFORE 'neighbour'}: the label that the new one precedes. */
    public EnumValueAddition before(String neighbour) {
        before = place("before", neighbour);
        return this;
    }

    private String place(String method, String neighbour) {
        String chained = call + "." + method;
        recording.checkOpen(chained);
        if (after != null || before != null) {
            throw new InvalidMigrationException(chained + ": the place of the label has been said before");
        }
        return Names.given(chained, "label", neighbour);
    }

    AddEnumValue operation() {
        return new AddEnumValue(type, label, after, before, null, List.of());
    }
}
