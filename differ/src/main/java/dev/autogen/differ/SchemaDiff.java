package dev.autogen.differ;

import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two catalogs, and what has to be done about it.
 *
 * @param changes the steps, in the order in which they have to run
 * @param notices what else there is to know
 * @param strict whether what was kept counts as drift
 */
public record SchemaDiff(List<Change> changes, List<Notice> notices, boolean strict) {

    public SchemaDiff {
        changes = List.copyOf(changes);
        notices = List.copyOf(notices);
    }

    /** The operations that make the live catalog the desired one. */
    public List<Operation> upgrade() {
        return changes.stream().map(Change::operation).toList();
    }

    /** The operations that bring the live catalog back. */
    public List<Operation> downgrade() {
        List<Operation> operations = new ArrayList<>();
        for (int i = changes.size() - 1; i >= 0; i--) {
            operations.addAll(changes.get(i).operation().reverse());
        }
        return List.copyOf(operations);
    }

    /** Whether there is nothing to do; notices there may be. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Whether database and model have drifted apart. */
    public boolean drift() {
        return !changes.isEmpty() || notices.stream().anyMatch(this::isDrift);
    }

    private boolean isDrift(Notice notice) {
        return switch (notice.kind()) {
            case UNSUPPORTED -> true;
            case KEPT -> strict;
            case POSSIBLE_RENAME -> false;
        };
    }
}
