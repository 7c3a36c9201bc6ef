package dev.autogen.commands.proof;

import dev.autogen.commands.report.Subject;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.OperationSummary;
import dev.autogen.schema.operation.OperationSummary.Sign;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameConstraint;
import dev.autogen.schema.operation.RenameIndex;
import dev.autogen.schema.operation.RenameSequence;
import dev.autogen.schema.operation.RenameTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two operations that cannot be run in either order: both make the same thing, or one takes away what the other needs.
 * Found without a database, and so only what is certain; {@link Commutation} finds the rest.
 *
 * @param one an operation of one branch
 * @param other the operation of the other branch that it clashes with
 */
record Clash(Deed one, Deed other) {
    /** What may be asked for twice. */
    private static final Set<String> SHARED = Set.of("extension", "schema");

    /**
     * An operation of a migration.
     *
     * @param migration the migration
     * @param operation the operation
     */
    record Deed(LoadedMigration migration, Operation operation) {

        private OperationSummary summary() {
            return OperationSummary.of(operation);
        }

        private boolean makes() {
            return summary().sign() == Sign.ADDED && !SHARED.contains(summary().kind());
        }

        private boolean takesAway() {
            return summary().sign() == Sign.REMOVED
                    || operation instanceof RenameTable
                    || operation instanceof RenameColumn
                    || operation instanceof RenameConstraint
                    || operation instanceof RenameIndex
                    || operation instanceof RenameSequence;
        }

        private boolean wouldTakeFrom(Deed other) {
            return takesAway() && concerns(other);
        }

        /** Whether the two are about the same thing, or this one about the table that the other is about a part of. */
        private boolean concerns(Deed other) {
            OperationSummary own = summary();
            OperationSummary theirs = other.summary();
            if (own.kind().equals(theirs.kind()) && own.name().equals(theirs.name())) {
                return true;
            }
            return own.kind().equals("table")
                    && Subject.of(other.operation)
                            .map(subject -> subject.table().toString().equals(own.name()))
                            .orElse(false);
        }

        @Override
        public String toString() {
            return migration.info().id() + " (" + summary() + ")";
        }
    }

    /** The first clash between two branches. */
    static Optional<Clash> between(List<LoadedMigration> left, List<LoadedMigration> right) {
        List<Deed> theirs = right.stream().flatMap(Clash::deeds).toList();
        return left.stream()
                .flatMap(Clash::deeds)
                .flatMap(one -> theirs.stream().map(other -> new Clash(one, other)))
                .filter(Clash::isCertain)
                .findFirst();
    }

    private boolean isCertain() {
        boolean madeTwice = one.makes() && other.makes() && one.concerns(other) && other.concerns(one);
        return madeTwice || one.wouldTakeFrom(other) || other.wouldTakeFrom(one);
    }

    private static Stream<Deed> deeds(LoadedMigration migration) {
        return Step.operations(RecordedMigration.of(migration.migration()).upgrade()).stream()
                .filter(operation -> !(operation instanceof ExecuteSql))
                .map(operation -> new Deed(migration, operation));
    }
}
