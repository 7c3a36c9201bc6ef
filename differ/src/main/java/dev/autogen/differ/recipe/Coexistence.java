package dev.autogen.differ.recipe;

import static java.util.stream.Collectors.partitioningBy;

import dev.autogen.differ.TypeComparison;
import dev.autogen.differ.hazard.TighterBounds;
import dev.autogen.differ.hazard.TypeWidth;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AddEnumValue;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.AlterDomain;
import dev.autogen.schema.operation.AlterSequence;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.ContinueNumbering;
import dev.autogen.schema.operation.CreateDependent;
import dev.autogen.schema.operation.CreateDomain;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateExtension;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateSchema;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DomainChange;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropDependent;
import dev.autogen.schema.operation.DropDomain;
import dev.autogen.schema.operation.DropEnum;
import dev.autogen.schema.operation.DropExpression;
import dev.autogen.schema.operation.DropExtension;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.DropSchema;
import dev.autogen.schema.operation.DropSequence;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RebuildEnum;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameConstraint;
import dev.autogen.schema.operation.RenameEnumValue;
import dev.autogen.schema.operation.RenameIndex;
import dev.autogen.schema.operation.RenameSequence;
import dev.autogen.schema.operation.RenameTable;
import dev.autogen.schema.operation.SequenceChange;
import dev.autogen.schema.operation.SetEnumComment;
import dev.autogen.schema.operation.SetSchemaComment;
import dev.autogen.schema.operation.SetTableComment;
import dev.autogen.schema.operation.ValidateConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What of an operation two versions of an application can live with that run side by side: the old one, which knows only
 * what was there before, and the new one, which goes by what is there afterwards. The old version has to read and write on
 * after the first part; the new one has to read and write before the second.
 */
final class Coexistence implements Operation.Visitor<Division> {
    private final Prospect prospect;

    Coexistence(Prospect prospect) {
        this.prospect = prospect;
    }

    @Override
    public Division visit(CreateSchema operation) {
        return Division.expand(operation);
    }

    @Override
    public Division visit(SetSchemaComment operation) {
        return Division.expand(operation);
    }

    @Override
    public Division visit(DropSchema operation) {
        return Division.contract(operation);
    }

    @Override
    public Division visit(CreateExtension operation) {
        return Division.expand(operation);
    }

    @Override
    public Division visit(DropExtension operation) {
        return Division.contract(operation);
    }

    @Override
    public Division visit(CreateEnum operation) {
        return Division.expand(operation);
    }

    @Override
    public Division visit(AddEnumValue operation) {
        return Division.expand(operation);
    }

    @Override
    public Division visit(RenameEnumValue operation) {
        return Division.neither(operation, "each version knows the value by one name only");
    }

    @Override
    public Division visit(RebuildEnum operation) {
        if (operation.from() == null) {
            return Division.contract(operation);
        }
        return Prospect.losesLabels(operation) ? Division.ofLabels(operation) : Division.expand(operation);
    }

    @Override
    public Division visit(SetEnumComment operation) {
        return Division.expand(operation);
    }

    @Override
    public Division visit(DropEnum operation) {
        return Division.contract(operation);
    }

    @Override
    public Division visit(CreateDomain operation) {
        return Division.expand(operation);
    }

    @Override
    public Division visit(AlterDomain operation) {
        Predicate<DomainChange> demands = change -> change instanceof DomainChange.AddCheck
                || change.equals(new DomainChange.Nullability(false))
                || (change instanceof DomainChange.Default to && to.to() == null);
        return Division.both(alterDomain(operation, demands.negate()), alterDomain(operation, demands));
    }

    private static List<Operation> alterDomain(AlterDomain operation, Predicate<DomainChange> which) {
        List<DomainChange> changes = operation.changes().stream().filter(which).toList();
        return changes.isEmpty() ? List.of() : List.of(new AlterDomain(operation.name(), changes));
    }

    @Override
    public Division visit(DropDomain operation) {
        return Division.contract(operation);
    }

    @Override
    public Division visit(CreateSequence operation) {
        return Division.expand(operation);
    }

    @Override
    public Division visit(AlterSequence operation) {
        if (operation.changes().stream().anyMatch(Coexistence::isOtherStep)) {
            return Division.neither(operation, "each version counts with a step of its own");
        }
        Predicate<SequenceChange> tighter = change -> change.accept(TighterBounds.INSTANCE);
        return Division.both(alterSequence(operation, tighter.negate()), alterSequence(operation, tighter));
    }

    private static boolean isOtherStep(SequenceChange change) {
        return change instanceof SequenceChange.Options options
                && options.to().increment() != null
                && (options.from() == null
                        || !Objects.equals(
                                options.to().increment(), options.from().increment()));
    }

    private static List<Operation> alterSequence(AlterSequence operation, Predicate<SequenceChange> which) {
        List<SequenceChange> changes =
                operation.changes().stream().filter(which).toList();
        return changes.isEmpty() ? List.of() : List.of(new AlterSequence(operation.name(), changes));
    }

    @Override
    public Division visit(RenameSequence operation) {
        return prospect.isSequence(operation.from())
                ? Division.neither(operation, "each version asks for the sequence by one name only")
                : Division.contract(operation);
    }

    @Override
    public Division visit(DropSequence operation) {
        return Division.contract(operation);
    }

    @Override
    public Division visit(ContinueNumbering operation) {
        return Division.contract(operation);
    }

    /** A type cannot be made anew under a condition that speaks of its labels, so that one comes with the contraction. */
    @Override
    public Division visit(CreateTable operation) {
        Table table = operation.table();
        Map<Boolean, List<Constraint>> constraints = table.constraints().stream()
                .collect(partitioningBy(constraint -> prospect.isOfConverted(table.name(), constraint)));
        return Division.both(
                List.of(new CreateTable(table.withConstraints(constraints.get(false)))),
                constraints.get(true).stream()
                        .map(constraint -> new AddConstraint(table.name(), constraint))
                        .toList());
    }

    @Override
    public Division visit(RenameTable operation) {
        return Division.neither(operation, "each version asks for the table by one name only");
    }

    @Override
    public Division visit(SetTableComment operation) {
        return Division.expand(operation);
    }

    @Override
    public Division visit(DropTable operation) {
        return Division.contract(operation);
    }

    @Override
    public Division visit(AddColumn operation) {
        Column column = operation.column();
        if (column.nullable() || !Prospect.isFilledByNobody(column)) {
            return Division.expand(operation);
        }
        return Division.both(
                List.of(new AddColumn(operation.table(), column.withNullable(true))),
                List.of(nullability(operation.table(), column.name(), false)));
    }

    private static AlterColumn nullability(QualifiedName table, String column, boolean nullable) {
        return new AlterColumn(table, column, List.of(new ColumnChange.Nullability(nullable)));
    }

    @Override
    public Division visit(AlterColumn operation) {
        if (prospect.isNumberedOtherwise(new ColumnRef(operation.table(), operation.column()))) {
            return Division.neither(operation, "each version gets the numbers of new rows from elsewhere");
        }
        Optional<ColumnChange.Type> type = operation.changes().stream()
                .filter(ColumnChange.Type.class::isInstance)
                .map(ColumnChange.Type.class::cast)
                .findFirst();
        boolean waits = type.filter(change -> !isWider(change)).isPresent();
        Set<ColumnChange> contract = new HashSet<>(operation.changes());
        contract.removeIf(change -> !waits(change, waits) || (!waits && isReplacedDefault(operation, change)));
        List<ColumnChange> first = changes(operation, change -> !contract.contains(change));
        List<ColumnChange> second = changes(operation, contract::contains);
        return Division.both(alterColumn(operation, first), alterColumn(operation, second))
                .because(type.filter(Coexistence::isOfAnotherKind)
                        .map(change -> "each version reads and writes values of one of the two types only"));
    }

    /** A default that only makes way for another one has not to wait until nobody needs any. */
    private boolean isReplacedDefault(AlterColumn operation, ColumnChange change) {
        return change instanceof ColumnChange.Default
                && prospect.getsDefault(new ColumnRef(operation.table(), operation.column()));
    }

    /** A default is one of the type, so it changes with it. */
    private static boolean waits(ColumnChange change, boolean typeWaits) {
        return change.accept(new ColumnChange.Visitor<>() {
            @Override
            public Boolean visit(ColumnChange.Type type) {
                return typeWaits;
            }

            @Override
            public Boolean visit(ColumnChange.Default value) {
                return typeWaits || value.to() == null;
            }

            @Override
            public Boolean visit(ColumnChange.Expression expression) {
                return typeWaits;
            }

            @Override
            public Boolean visit(ColumnChange.Numbering numbering) {
                return true;
            }

            @Override
            public Boolean visit(ColumnChange.Nullability nullability) {
                return !nullability.nullable();
            }

            @Override
            public Boolean visit(ColumnChange.Comment comment) {
                return false;
            }
        });
    }

    /** Whether what was written as the old type can be written as the new one. */
    private static boolean isWider(ColumnChange.Type change) {
        return change.from() != null
                && (TypeComparison.same(change.from(), change.to())
                        || (!isOfAnotherKind(change)
                                && !TypeWidth.loses(change.from(), change.to())
                                && !TypeWidth.mayOverflow(change.from(), change.to())));
    }

    private static boolean isOfAnotherKind(ColumnChange.Type change) {
        return change.from() != null
                && (TypeWidth.isForeign(change.from(), change.to())
                        || TypeWidth.dependsOnTimeZone(change.from(), change.to()));
    }

    private static List<ColumnChange> changes(AlterColumn operation, Predicate<ColumnChange> which) {
        return operation.changes().stream().filter(which).toList();
    }

    private static List<Operation> alterColumn(AlterColumn operation, List<ColumnChange> changes) {
        return changes.isEmpty() ? List.of() : List.of(new AlterColumn(operation.table(), operation.column(), changes));
    }

    @Override
    public Division visit(RenameColumn operation) {
        return Division.neither(operation, "each version asks for the column by one name only");
    }

    /** The new version does not write what it does not know, so the column has to take null meanwhile. */
    @Override
    public Division visit(DropColumn operation) {
        Column column = operation.definition();
        if (column == null || column.nullable() || !Prospect.isFilledByNobody(column)) {
            return Division.contract(operation);
        }
        if (prospect.isInKey(operation.table(), operation.name())) {
            return Division.neither(operation, "the new version does not fill it, and a primary key takes no null");
        }
        return Division.both(
                List.of(nullability(operation.table(), operation.name(), true)),
                List.of(new DropColumn(operation.table(), operation.name(), column.withNullable(true))));
    }

    @Override
    public Division visit(DropExpression operation) {
        return Division.neither(operation, "each version expects either itself or the database to write the column");
    }

    @Override
    public Division visit(AddConstraint operation) {
        return new Demand(prospect, operation.table()).isMetUnawares(operation.constraint())
                ? Division.expand(operation)
                : Division.contract(operation);
    }

    @Override
    public Division visit(RenameConstraint operation) {
        return Division.expand(operation);
    }

    @Override
    public Division visit(ValidateConstraint operation) {
        return Division.expand(operation);
    }

    @Override
    public Division visit(DropConstraint operation) {
        return Division.expand(operation);
    }

    @Override
    public Division visit(CreateIndex operation) {
        return new Demand(prospect, operation.table()).isMetUnawares(operation.index())
                ? Division.expand(operation)
                : Division.contract(operation);
    }

    @Override
    public Division visit(RenameIndex operation) {
        return Division.expand(operation);
    }

    /** The old version may be slow without it; one that makes columns unique is in the way of the new version. */
    @Override
    public Division visit(DropIndex operation) {
        return operation.definition() != null && operation.definition().unique()
                ? Division.expand(operation)
                : Division.contract(operation);
    }

    @Override
    public Division visit(CreateDependent operation) {
        return Division.expand(operation);
    }

    @Override
    public Division visit(DropDependent operation) {
        return Division.contract(operation);
    }

    @Override
    public Division visit(ExecuteSql operation) {
        return Division.contract(operation);
    }
}
