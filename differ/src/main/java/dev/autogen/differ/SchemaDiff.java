package dev.autogen.differ;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /** The operations that bring the live catalog back. An index goes with the table that came with it. */
    public List<Operation> downgrade() {
        Set<QualifiedName> created = new HashSet<>();
        for (Change change : changes) {
            if (change.operation() instanceof CreateTable create) {
                created.add(create.table().name());
            }
        }
        List<Operation> operations = new ArrayList<>();
        for (int i = changes.size() - 1; i >= 0; i--) {
            Operation operation = changes.get(i).operation();
            if (!(operation instanceof CreateIndex index && created.contains(index.table()))) {
                operations.addAll(operation.reverse());
            }
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
