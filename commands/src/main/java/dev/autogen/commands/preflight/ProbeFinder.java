package dev.autogen.commands.preflight;

import dev.autogen.commands.preflight.ForeseenSchema.Unvalidated;
import dev.autogen.migration.Step;
import dev.autogen.migration.run.PendingMigration;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AddEnumValue;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.AlterDomain;
import dev.autogen.schema.operation.AlterSequence;
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
import dev.autogen.schema.operation.EnumUse;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RebuildEnum;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameConstraint;
import dev.autogen.schema.operation.RenameEnumValue;
import dev.autogen.schema.operation.RenameIndex;
import dev.autogen.schema.operation.RenameSequence;
import dev.autogen.schema.operation.RenameTable;
import dev.autogen.schema.operation.SetEnumComment;
import dev.autogen.schema.operation.SetSchemaComment;
import dev.autogen.schema.operation.SetTableComment;
import dev.autogen.schema.operation.ValidateConstraint;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Goes through what a run will do, in order, and finds what of it the data may stand in the way of. What comes before is
 * carried through: names, new columns, conversions, and what writes data.
 */
final class ProbeFinder implements Operation.Visitor<Void> {
    private final ForeseenSchema schema;
    private final ForeseenWrites writes = new ForeseenWrites();
    private final ProbeTasks tasks = new ProbeTasks(writes);
    private final ConstraintProbes constraints;
    private final ColumnProbes columns;
    private final NumberingProbes numbering;
    private PendingMigration migration;

    ProbeFinder(ForeseenSchema schema, int serverVersion) {
        this.schema = schema;
        this.constraints = new ConstraintProbes(schema, tasks);
        this.numbering = new NumberingProbes(schema, tasks);
        this.columns = new ColumnProbes(schema, tasks, constraints, serverVersion);
    }

    /** All probes that these migrations give reason for, in the order in which they run. */
    List<ProbeTask> find(List<PendingMigration> run) {
        for (PendingMigration each : run) {
            migration = each;
            tasks.begin(each.revision(), each.direction());
            each.steps().forEach(located -> {
                tasks.at(located.line());
                step(located.step());
            });
        }
        return tasks.all();
    }

    private void step(Step step) {
        if (step instanceof Step.Run run) {
            run.operation().accept(this);
        } else if (step instanceof Step.Autocommit autocommit) {
            autocommit.steps().forEach(this::step);
        } else if (step instanceof Step.Callback) {
            writes.java(migration.revision(), migration.direction());
        } else if (step instanceof Step.Unfilled unfilled) {
            on(unfilled.table(), table -> constraints.unfilled(table, unfilled.column()));
        } else if (step instanceof Step.Batch batch) {
            QualifiedName table = schema.told(batch.change().table());
            writes.batch(batch.change(), table, migration.revision(), migration.direction());
        }
    }

    /** What is said of a table that is not there is left to the run, which says so better. */
    private Void on(QualifiedName table, Consumer<ForeseenTable> action) {
        schema.table(table).ifPresent(action);
        return null;
    }

    private Void change(QualifiedName table, UnaryOperator<ForeseenTable> change) {
        return on(table, found -> schema.put(change.apply(found)));
    }

    @Override
    public Void visit(CreateTable operation) {
        schema.put(ForeseenTable.made(
                schema.told(operation.table().name()),
                operation.table().columns().stream().map(columns::made).toList()));
        return null;
    }

    @Override
    public Void visit(RenameTable operation) {
        schema.renameTable(operation.from(), operation.to());
        return null;
    }

    @Override
    public Void visit(DropTable operation) {
        schema.dropTable(operation.name());
        return null;
    }

    @Override
    public Void visit(AddColumn operation) {
        return change(operation.table(), table -> columns.added(table, operation.column()));
    }

    @Override
    public Void visit(AlterColumn operation) {
        return change(operation.table(), table -> columns.altered(table, operation.column(), operation.changes()));
    }

    @Override
    public Void visit(RenameColumn operation) {
        return change(operation.table(), table -> table.withColumnRenamed(operation.from(), operation.to()));
    }

    @Override
    public Void visit(DropColumn operation) {
        return change(operation.table(), table -> table.withoutColumn(operation.name()));
    }

    @Override
    public Void visit(AddConstraint operation) {
        Constraint constraint = operation.constraint();
        boolean ignored = (constraint instanceof CheckConstraint check && !check.enforced())
                || (constraint instanceof ForeignKey key && !key.enforced());
        boolean later = (constraint instanceof CheckConstraint check && !check.validated())
                || (constraint instanceof ForeignKey key && !key.validated());
        return on(operation.table(), table -> {
            if (later && !ignored) {
                schema.addUnvalidated(table, constraint);
            } else if (operation.usingIndex() != null) {
                constraints.addedUsingIndex(table, constraint);
            } else if (!ignored) {
                constraints.added(table, constraint);
            }
        });
    }

    @Override
    public Void visit(ValidateConstraint operation) {
        Optional<Unvalidated> added = schema.takeUnvalidated(operation.table(), operation.name());
        if (added.isPresent()) {
            constraints.validated(added.get().table(), added.get().constraint());
            return null;
        }
        return on(
                operation.table(),
                table -> schema.liveUnvalidated(table, operation.name())
                        .ifPresent(found -> validated(table, found, operation.name())));
    }

    /** What the database says of a constraint is in the names of now. */
    private void validated(ForeseenTable table, LiveConstraint found, String name) {
        ForeseenTable now =
                table.live().map(live -> ForeseenTable.of(table.name(), live)).orElse(table);
        if (found.constraint() == null) {
            constraints.setNotNull(
                    now.withNotNull(found.column(), false), found.column(), "validates " + name, Reach.TREE);
        } else {
            constraints.validated(now, found.constraint());
        }
    }

    @Override
    public Void visit(RenameConstraint operation) {
        schema.renameConstraint(operation.table(), operation.from(), operation.to());
        return null;
    }

    @Override
    public Void visit(DropConstraint operation) {
        schema.takeUnvalidated(operation.table(), operation.name());
        return null;
    }

    @Override
    public Void visit(CreateIndex operation) {
        return on(operation.table(), table -> constraints.created(table, operation.index()));
    }

    @Override
    public Void visit(CreateEnum operation) {
        schema.makeEnum(operation.type());
        return null;
    }

    @Override
    public Void visit(RenameEnumValue operation) {
        schema.renameLabel(operation.name(), operation.from(), operation.to());
        return null;
    }

    @Override
    public Void visit(RebuildEnum operation) {
        QualifiedName type = schema.told(operation.to().name());
        List<String> labels = schema.liveLabels(type, operation.to().labels());
        for (EnumUse use : operation.uses()) {
            ColumnRef column = use.column();
            on(
                    column.table(),
                    table -> tasks.ask(
                            "rebuilds the enum " + type,
                            new LabelProbe(table, column.column(), use.array(), type, labels),
                            List.of()));
        }
        return null;
    }

    @Override
    public Void visit(CreateDomain operation) {
        schema.makeDomain(operation.domain());
        return null;
    }

    @Override
    public Void visit(AlterDomain operation) {
        if (schema.madeDomain(operation.name()).isEmpty()) {
            schema.liveDomain(operation.name())
                    .ifPresent(
                            domain -> operation.changes().forEach(change -> altered(operation.name(), domain, change)));
        }
        return null;
    }

    private void altered(QualifiedName name, LiveDomain domain, DomainChange change) {
        for (ColumnRef use : domain.uses()) {
            // By its name now, since that is what the database says of it.
            schema.tableThatIs(use.table()).flatMap(ForeseenTable::live).ifPresent(live -> {
                ForeseenTable table = ForeseenTable.of(schema.told(use.table()), live);
                if (change instanceof DomainChange.Nullability nullability && !nullability.nullable()) {
                    constraints.setNotNull(
                            table, use.column(), "sets the domain " + schema.told(name) + " NOT NULL", Reach.TREE);
                } else if (change instanceof DomainChange.AddCheck add
                        && add.check().validated()) {
                    columns.ofDomain(
                            table,
                            use.column(),
                            add.check(),
                            "adds the check " + add.check().name() + " to the domain " + schema.told(name));
                }
            });
        }
    }

    @Override
    public Void visit(CreateSequence operation) {
        schema.makeSequence(operation.sequence().name());
        numbering.created(operation, migration);
        return null;
    }

    @Override
    public Void visit(AlterSequence operation) {
        numbering.altered(operation);
        return null;
    }

    @Override
    public Void visit(RenameSequence operation) {
        schema.renameSequence(operation.from(), operation.to());
        return null;
    }

    @Override
    public Void visit(ExecuteSql operation) {
        writes.sql(operation.sql(), migration.revision(), migration.direction());
        return null;
    }

    // What follows fails for no row.

    @Override
    public Void visit(CreateSchema operation) {
        return null;
    }

    @Override
    public Void visit(SetSchemaComment operation) {
        return null;
    }

    @Override
    public Void visit(DropSchema operation) {
        return null;
    }

    @Override
    public Void visit(CreateExtension operation) {
        return null;
    }

    @Override
    public Void visit(DropExtension operation) {
        return null;
    }

    @Override
    public Void visit(AddEnumValue operation) {
        return null;
    }

    @Override
    public Void visit(SetEnumComment operation) {
        return null;
    }

    @Override
    public Void visit(DropEnum operation) {
        return null;
    }

    @Override
    public Void visit(DropDomain operation) {
        return null;
    }

    @Override
    public Void visit(DropSequence operation) {
        return null;
    }

    @Override
    public Void visit(ContinueNumbering operation) {
        return null;
    }

    @Override
    public Void visit(SetTableComment operation) {
        return null;
    }

    @Override
    public Void visit(DropExpression operation) {
        return null;
    }

    @Override
    public Void visit(RenameIndex operation) {
        return null;
    }

    @Override
    public Void visit(DropIndex operation) {
        return null;
    }

    @Override
    public Void visit(CreateDependent operation) {
        return null;
    }

    @Override
    public Void visit(DropDependent operation) {
        return null;
    }
}
