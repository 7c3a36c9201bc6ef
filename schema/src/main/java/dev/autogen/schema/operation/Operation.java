package dev.autogen.schema.operation;

import java.util.List;

/**
 * One change of a schema. The differ produces operations, a migration's source is made of them, running the source
 * records them again, and the runner has {@link dev.autogen.schema.ddl.PostgresDdl} turn them into SQL.
 *
 * <p>An operation that takes something away or changes it carries what was there before, so that {@link #reverse()}
 * loses nothing. A migration's source shows only what is to be done: operations recorded from it lack what was before.
 */
public sealed interface Operation
        permits CreateSchema,
                SetSchemaComment,
                DropSchema,
                CreateExtension,
                DropExtension,
                CreateEnum,
                AddEnumValue,
                RenameEnumValue,
                RebuildEnum,
                SetEnumComment,
                DropEnum,
                CreateDomain,
                AlterDomain,
                DropDomain,
                CreateSequence,
                AlterSequence,
                RenameSequence,
                DropSequence,
                ContinueNumbering,
                CreateTable,
                RenameTable,
                SetTableComment,
                DropTable,
                AddColumn,
                AlterColumn,
                RenameColumn,
                DropColumn,
                DropExpression,
                AddConstraint,
                RenameConstraint,
                ValidateConstraint,
                DropConstraint,
                CreateIndex,
                RenameIndex,
                DropIndex,
                CreateDependent,
                DropDependent,
                ExecuteSql {

    /**
     * What undoes this operation, in the order in which it has to run.
     *
     * @throws IrreversibleOperationException if what was before is not known
     */
    List<Operation> reverse();

    /**
     * Whether PostgreSQL carries it out only outside of a transaction: an index is built or dropped concurrently. What
     * somebody wrote in SQL is not understood.
     */
    default boolean isConcurrent() {
        return false;
    }

    /** This operation as it is recorded from a migration's source: without what was before. */
    default Operation asRecorded() {
        return this;
    }

    /** Calls the method for this operation. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method an operation, so that the compiler shows every place that must learn a new one.
     *
     * @param <R> what the visitor answers
     */
    interface Visitor<R> {
        R visit(CreateSchema operation);

        R visit(SetSchemaComment operation);

        R visit(DropSchema operation);

        R visit(CreateExtension operation);

        R visit(DropExtension operation);

        R visit(CreateEnum operation);

        R visit(AddEnumValue operation);

        R visit(RenameEnumValue operation);

        R visit(RebuildEnum operation);

        R visit(SetEnumComment operation);

        R visit(DropEnum operation);

        R visit(CreateDomain operation);

        R visit(AlterDomain operation);

        R visit(DropDomain operation);

        R visit(CreateSequence operation);

        R visit(AlterSequence operation);

        R visit(RenameSequence operation);

        R visit(DropSequence operation);

        R visit(ContinueNumbering operation);

        R visit(CreateTable operation);

        R visit(RenameTable operation);

        R visit(SetTableComment operation);

        R visit(DropTable operation);

        R visit(AddColumn operation);

        R visit(AlterColumn operation);

        R visit(RenameColumn operation);

        R visit(DropColumn operation);

        R visit(DropExpression operation);

        R visit(AddConstraint operation);

        R visit(RenameConstraint operation);

        R visit(ValidateConstraint operation);

        R visit(DropConstraint operation);

        R visit(CreateIndex operation);

        R visit(RenameIndex operation);

        R visit(DropIndex operation);

        R visit(CreateDependent operation);

        R visit(DropDependent operation);

        R visit(ExecuteSql operation);
    }
}
