package dev.autogen.commands.report;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.dependent.DependentName;
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

/**
 * Which table an operation is about, and which of its columns if it is about one.
 *
 * @param table the table
 * @param column the column; null where the operation is about the table or about several columns
 */
public record Subject(QualifiedName table, String column) {

    /** The subject of an operation; empty when it is about no table. */
    public static Optional<Subject> of(Operation operation) {
        return Optional.ofNullable(operation.accept(new Finder()));
    }

    private static final class Finder implements Operation.Visitor<Subject> {
        @Override
        public Subject visit(CreateSchema operation) {
            return null;
        }

        @Override
        public Subject visit(SetSchemaComment operation) {
            return null;
        }

        @Override
        public Subject visit(DropSchema operation) {
            return null;
        }

        @Override
        public Subject visit(CreateExtension operation) {
            return null;
        }

        @Override
        public Subject visit(DropExtension operation) {
            return null;
        }

        @Override
        public Subject visit(CreateEnum operation) {
            return null;
        }

        @Override
        public Subject visit(AddEnumValue operation) {
            return firstUse(operation.uses());
        }

        @Override
        public Subject visit(RenameEnumValue operation) {
            return null;
        }

        @Override
        public Subject visit(RebuildEnum operation) {
            return firstUse(operation.uses());
        }

        @Override
        public Subject visit(SetEnumComment operation) {
            return null;
        }

        @Override
        public Subject visit(DropEnum operation) {
            return null;
        }

        @Override
        public Subject visit(CreateDomain operation) {
            return null;
        }

        @Override
        public Subject visit(AlterDomain operation) {
            return null;
        }

        @Override
        public Subject visit(DropDomain operation) {
            return null;
        }

        @Override
        public Subject visit(CreateSequence operation) {
            return null;
        }

        @Override
        public Subject visit(AlterSequence operation) {
            return null;
        }

        @Override
        public Subject visit(RenameSequence operation) {
            return null;
        }

        @Override
        public Subject visit(DropSequence operation) {
            return null;
        }

        @Override
        public Subject visit(ContinueNumbering operation) {
            return new Subject(operation.column().table(), operation.column().column());
        }

        @Override
        public Subject visit(CreateTable operation) {
            return new Subject(operation.table().name(), null);
        }

        @Override
        public Subject visit(RenameTable operation) {
            return new Subject(operation.from().withName(operation.to()), null);
        }

        @Override
        public Subject visit(SetTableComment operation) {
            return new Subject(operation.table(), null);
        }

        @Override
        public Subject visit(DropTable operation) {
            return new Subject(operation.name(), null);
        }

        @Override
        public Subject visit(AddColumn operation) {
            return new Subject(operation.table(), operation.column().name());
        }

        @Override
        public Subject visit(AlterColumn operation) {
            return new Subject(operation.table(), operation.column());
        }

        @Override
        public Subject visit(RenameColumn operation) {
            return new Subject(operation.table(), operation.to());
        }

        @Override
        public Subject visit(DropColumn operation) {
            return new Subject(operation.table(), operation.name());
        }

        @Override
        public Subject visit(DropExpression operation) {
            return new Subject(operation.table(), operation.name());
        }

        @Override
        public Subject visit(AddConstraint operation) {
            return of(operation.table(), operation.constraint());
        }

        @Override
        public Subject visit(RenameConstraint operation) {
            return new Subject(operation.table(), null);
        }

        @Override
        public Subject visit(ValidateConstraint operation) {
            return new Subject(operation.table(), null);
        }

        @Override
        public Subject visit(DropConstraint operation) {
            return operation.definition() == null
                    ? new Subject(operation.table(), null)
                    : of(operation.table(), operation.definition());
        }

        @Override
        public Subject visit(CreateIndex operation) {
            return of(operation.table(), operation.index());
        }

        @Override
        public Subject visit(RenameIndex operation) {
            return new Subject(operation.table(), null);
        }

        @Override
        public Subject visit(DropIndex operation) {
            return operation.definition() == null
                    ? new Subject(operation.table(), null)
                    : of(operation.table(), operation.definition());
        }

        @Override
        public Subject visit(CreateDependent operation) {
            return of(operation.object().id());
        }

        @Override
        public Subject visit(DropDependent operation) {
            return of(operation.id());
        }

        @Override
        public Subject visit(ExecuteSql operation) {
            return null;
        }

        private static Subject of(DependentName id) {
            return id.kind().isPart() ? new Subject(id.relation(), null) : null;
        }

        private static Subject of(QualifiedName table, Constraint constraint) {
            List<String> columns = constraint.columns();
            return new Subject(table, columns.size() == 1 ? columns.get(0) : null);
        }

        private static Subject of(QualifiedName table, Index index) {
            List<IndexKey> keys = index.keys();
            return new Subject(table, keys.size() == 1 ? keys.get(0).column() : null);
        }

        private static Subject firstUse(List<EnumUse> uses) {
            return uses.isEmpty()
                    ? null
                    : new Subject(
                            uses.get(0).column().table(), uses.get(0).column().column());
        }
    }
}
