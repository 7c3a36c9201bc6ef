package dev.autogen.commands.proof;

import dev.autogen.commands.report.Subject;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AddEnumValue;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ContinueNumbering;
import dev.autogen.schema.operation.CreateDomain;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateSchema;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropDomain;
import dev.autogen.schema.operation.DropEnum;
import dev.autogen.schema.operation.DropExpression;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.EnumUse;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameConstraint;
import dev.autogen.schema.operation.RenameIndex;
import dev.autogen.schema.operation.SetEnumComment;
import dev.autogen.schema.operation.SetSchemaComment;
import dev.autogen.schema.operation.SetTableComment;
import dev.autogen.schema.operation.ValidateConstraint;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a migration can have changed, in either direction, as far as its operations tell.
 *
 * @param whole whether that may be anything: it runs SQL or Java code of its own, or what it does shows in tables that it
 *     does not name, as a rename does
 * @param tables the tables that it names; apart from these, schemas, types and sequences without a column
 */
record Reach(boolean whole, Set<QualifiedName> tables) {
    /** Anything. */
    static final Reach WHOLE = new Reach(true, Set.of());

    /** What shows in the tables that it names and nowhere else, or in no table. */
    private static final List<Class<? extends Operation>> LOCAL = List.of(
            AddColumn.class,
            AddConstraint.class,
            AddEnumValue.class,
            AlterColumn.class,
            ContinueNumbering.class,
            CreateDomain.class,
            CreateEnum.class,
            CreateIndex.class,
            CreateSchema.class,
            CreateSequence.class,
            CreateTable.class,
            DropColumn.class,
            DropConstraint.class,
            DropDomain.class,
            DropEnum.class,
            DropExpression.class,
            DropIndex.class,
            DropTable.class,
            RenameConstraint.class,
            RenameIndex.class,
            SetEnumComment.class,
            SetSchemaComment.class,
            SetTableComment.class,
            ValidateConstraint.class);

    Reach {
        tables = Set.copyOf(tables);
    }

    static Reach of(RecordedMigration migration) {
        Set<QualifiedName> tables = new TreeSet<>();
        for (Step step : Stream.concat(migration.upgrade().stream(), migration.downgrade().stream())
                .toList()) {
            if (holdsJavaCode(step)) {
                return WHOLE;
            }
            for (Operation operation : Step.operations(List.of(step))) {
                if (!LOCAL.contains(operation.getClass())) {
                    return WHOLE;
                }
                Subject.of(operation).ifPresent(subject -> tables.add(subject.table()));
                if (operation instanceof AddEnumValue value) {
                    value.uses().stream().map(EnumUse::column).forEach(column -> tables.add(column.table()));
                } else if (operation instanceof CreateSequence create
                        && create.sequence().ownedBy() != null) {
                    tables.add(create.sequence().ownedBy().table());
                }
            }
        }
        return new Reach(false, tables);
    }

    private static boolean holdsJavaCode(Step step) {
        return step instanceof Step.Callback
                || (step instanceof Step.Autocommit autocommit
                        && autocommit.steps().stream().anyMatch(Step.Callback.class::isInstance));
    }
}
