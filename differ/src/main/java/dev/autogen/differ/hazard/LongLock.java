package dev.autogen.differ.hazard;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.AlterDomain;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.DomainChange;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.ValidateConstraint;
import java.util.List;
import java.util.Optional;

/** PostgreSQL reads every row, or builds an index, under a lock that keeps the application out. */
final class LongLock extends HazardRule {

    LongLock() {
        super("long-lock", Severity.WARNING, "Every row is read, or an index built, under a lock that others wait for");
    }

    @Override
    List<Hazard> of(Moment moment) {
        Operation operation = moment.operation();
        if (operation instanceof AlterColumn alter) {
            return moment.isSmall(alter.table()) ? List.of() : ofColumn(alter, moment);
        }
        if (operation instanceof AddConstraint add) {
            return moment.isSmall(add.table())
                    ? List.of()
                    : held(add, moment).stream()
                            .map(message -> about(add.table(), message))
                            .toList();
        }
        if (operation instanceof ValidateConstraint validate) {
            return isUnderTheLockOfAdding(validate, moment) && !moment.isSmall(validate.table())
                    ? List.of(about(
                            validate.table(),
                            "checks every row of " + moment.named(validate.table())
                                    + " under the lock of the transaction that added " + validate.name()))
                    : List.of();
        }
        return operation instanceof AlterDomain alter
                        && alter.changes().stream().anyMatch(LongLock::isChecked)
                ? List.of(about(
                        alter.name(),
                        "checks every table with a column of domain " + alter.name() + " while nobody can write to it"))
                : List.of();
    }

    private List<Hazard> ofColumn(AlterColumn alter, Moment moment) {
        QualifiedName table = alter.table();
        Optional<TypeChange> retyped = TypeChange.of(moment);
        if (retyped.filter(change -> !change.isFree()).isPresent()) {
            // Writing the table anew takes longer than all else.
            return List.of();
        }
        boolean sortedOtherwise = retyped.filter(change -> TypeWidth.isSortedOtherwise(change.from(), change.to()))
                .isPresent();
        if (sortedOtherwise && isIndexed(moment.table(table), alter.column())) {
            return List.of(about(
                    table,
                    alter.column(),
                    "builds the indexes of " + moment.named(table, alter.column())
                            + " anew while nobody can read or write the table"));
        }
        boolean required = alter.changes().stream()
                .anyMatch(change -> change instanceof ColumnChange.Nullability nullability && !nullability.nullable());
        return required && !NotNullProof.isKnownToPostgres(moment, table, alter.column())
                ? List.of(about(
                        table,
                        alter.column(),
                        "checks every row of " + moment.named(table) + " while nobody can read or write it"))
                : List.of();
    }

    /** What is done under the lock; empty where that is over at once. */
    private static Optional<String> held(AddConstraint add, Moment moment) {
        QualifiedName table = add.table();
        Constraint constraint = add.constraint();
        String check = "checks every row of " + moment.named(table) + " while nobody can ";
        if (constraint instanceof CheckConstraint said) {
            return said.validated() && said.enforced() ? Optional.of(check + "read or write it") : Optional.empty();
        }
        if (constraint instanceof ForeignKey key) {
            return key.validated() && key.enforced()
                    ? Optional.of(check + "write to it" + (key.target().equals(table) ? "" : " or to " + key.target()))
                    : Optional.empty();
        }
        if (add.usingIndex() != null) {
            return constraint instanceof PrimaryKey && mayHoldNulls(add, moment)
                    ? Optional.of(check + "read or write it")
                    : Optional.empty();
        }
        String without = constraint instanceof ExclusionConstraint ? ", for which there is no other way" : "";
        return Optional.of("builds the index of " + constraint.name() + " while nobody can read or write "
                + moment.named(table) + without);
    }

    /** Whether PostgreSQL has to look for nulls in the columns of a primary key. */
    private static boolean mayHoldNulls(AddConstraint add, Moment moment) {
        return !add.constraint().columns().stream()
                .allMatch(column -> NotNullProof.isKnownToPostgres(moment, add.table(), column));
    }

    private static boolean isUnderTheLockOfAdding(ValidateConstraint validate, Moment moment) {
        ConstraintState constraint =
                moment.table(validate.table()).constraints().get(validate.name());
        return constraint != null
                && moment.run().isInTransaction()
                && constraint.addedIn() == moment.run().transaction();
    }

    private static boolean isChecked(DomainChange change) {
        return change instanceof DomainChange.Nullability nullability
                ? !nullability.nullable()
                : change instanceof DomainChange.AddCheck added && added.check().validated();
    }

    private static boolean isIndexed(TableState table, String column) {
        return table.constraints().values().stream()
                        .map(ConstraintState::definition)
                        .anyMatch(constraint ->
                                constraint.hasIndex() && constraint.columns().contains(column))
                || table.indexes().values().stream().anyMatch(index -> isKey(index, column));
    }

    private static boolean isKey(Index index, String column) {
        return index.keys().stream().anyMatch(key -> column.equals(key.column()));
    }
}
