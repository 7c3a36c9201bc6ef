package dev.autogen.differ.hazard;

import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.operation.AddConstraint;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** PostgreSQL makes no index for a foreign key: each delete of a referenced row reads the whole referencing table. */
final class UnindexedForeignKey extends HazardRule {

    UnindexedForeignKey() {
        super(
                "unindexed-foreign-key",
                Severity.WARNING,
                "Each delete on the other side of a foreign key without index reads the whole table");
    }

    @Override
    List<Hazard> of(Moment moment) {
        return moment.operation() instanceof AddConstraint add
                        && add.constraint() instanceof ForeignKey key
                        && !moment.isSmall(add.table())
                        && !isMadeAnew(key, moment.table(add.table()))
                        && !isIndexed(key, moment.plan().end().table(add.table()))
                ? List.of(about(
                        add.table(),
                        key.columns().size() == 1 ? key.columns().get(0) : null,
                        "no index of " + moment.named(add.table()) + " begins with " + String.join(", ", key.columns())
                                + ": each delete from " + key.target() + " reads all of it"))
                : List.of();
    }

    /** Whether the key was there before, so that it is no worse than it was. */
    private static boolean isMadeAnew(ForeignKey key, TableState table) {
        return table.dropped().get(key.name()) instanceof ForeignKey before
                && before.columns().equals(key.columns());
    }

    private static boolean isIndexed(ForeignKey key, TableState table) {
        Stream<List<String>> constraints = table.constraints().values().stream()
                .map(ConstraintState::definition)
                .filter(constraint -> constraint.hasIndex())
                .map(constraint -> constraint.columns());
        Stream<List<String>> indexes = table.indexes().values().stream()
                .filter(index -> index.predicate() == null && index.valid())
                .map(UnindexedForeignKey::columns);
        Set<String> wanted = Set.copyOf(key.columns());
        return Stream.concat(constraints, indexes)
                .anyMatch(columns -> columns.size() >= wanted.size()
                        && Set.copyOf(columns.subList(0, wanted.size())).equals(wanted));
    }

    /** The columns up to the first expression. */
    private static List<String> columns(Index index) {
        return index.keys().stream()
                .map(IndexKey::column)
                .takeWhile(Objects::nonNull)
                .toList();
    }
}
