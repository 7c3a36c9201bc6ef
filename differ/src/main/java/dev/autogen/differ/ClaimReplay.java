package dev.autogen.differ;

import dev.autogen.schema.Column;
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
import dev.autogen.schema.operation.SetEnumComment;
import dev.autogen.schema.operation.SetSchemaComment;
import dev.autogen.schema.operation.SetTableComment;
import dev.autogen.schema.operation.ValidateConstraint;

/** What an operation does to the claims. Schemas, extensions, views and their like and raw SQL are never claimed. */
final class ClaimReplay implements Operation.Visitor<ClaimedObjects> {
    private final ClaimedObjects claimed;

    ClaimReplay(ClaimedObjects claimed) {
        this.claimed = claimed;
    }

    @Override
    public ClaimedObjects visit(CreateSchema operation) {
        return claimed;
    }

    @Override
    public ClaimedObjects visit(SetSchemaComment operation) {
        return claimed;
    }

    @Override
    public ClaimedObjects visit(DropSchema operation) {
        return claimed;
    }

    @Override
    public ClaimedObjects visit(CreateExtension operation) {
        return claimed;
    }

    @Override
    public ClaimedObjects visit(DropExtension operation) {
        return claimed;
    }

    @Override
    public ClaimedObjects visit(CreateEnum create) {
        return claimed.claim(ObjectRef.enumType(create.type().name()));
    }

    @Override
    public ClaimedObjects visit(AddEnumValue operation) {
        return claimed;
    }

    @Override
    public ClaimedObjects visit(RenameEnumValue operation) {
        return claimed;
    }

    @Override
    public ClaimedObjects visit(RebuildEnum operation) {
        return claimed;
    }

    @Override
    public ClaimedObjects visit(SetEnumComment operation) {
        return claimed;
    }

    @Override
    public ClaimedObjects visit(DropEnum drop) {
        return claimed.forget(ObjectRef.enumType(drop.name()));
    }

    @Override
    public ClaimedObjects visit(CreateDomain create) {
        return claimed.claim(ObjectRef.domain(create.domain().name()));
    }

    @Override
    public ClaimedObjects visit(AlterDomain operation) {
        return claimed;
    }

    @Override
    public ClaimedObjects visit(DropDomain drop) {
        return claimed.forget(ObjectRef.domain(drop.name()));
    }

    @Override
    public ClaimedObjects visit(CreateSequence create) {
        return claimed.claim(ObjectRef.sequence(create.sequence().name()));
    }

    @Override
    public ClaimedObjects visit(AlterSequence operation) {
        return claimed;
    }

    @Override
    public ClaimedObjects visit(RenameSequence rename) {
        QualifiedName to = rename.from().withName(rename.to());
        return claimed.rename(ObjectRef.sequence(rename.from()), ref -> ref.withOwner(to));
    }

    @Override
    public ClaimedObjects visit(DropSequence drop) {
        return claimed.forget(ObjectRef.sequence(drop.name()));
    }

    @Override
    public ClaimedObjects visit(ContinueNumbering operation) {
        return claimed;
    }

    @Override
    public ClaimedObjects visit(CreateTable create) {
        Table table = create.table();
        claimed.claim(ObjectRef.table(table.name()));
        claimed.set(ObjectRef.tableComment(table.name()), table.comment());
        table.columns().forEach(column -> claimColumn(table.name(), column));
        return claimConstraints(table);
    }

    @Override
    public ClaimedObjects visit(RenameTable rename) {
        QualifiedName to = rename.from().withName(rename.to());
        return claimed.rename(rename.from(), ref -> ref.belongsToTable(rename.from()), ref -> ref.withOwner(to));
    }

    @Override
    public ClaimedObjects visit(SetTableComment comment) {
        return claimed.set(ObjectRef.tableComment(comment.table()), comment.to());
    }

    @Override
    public ClaimedObjects visit(DropTable drop) {
        return claimed.forget(drop.name(), ref -> ref.belongsToTable(drop.name()));
    }

    @Override
    public ClaimedObjects visit(AddColumn add) {
        return claimColumn(add.table(), add.column());
    }

    @Override
    public ClaimedObjects visit(AlterColumn alter) {
        ChangeReplay replay = new ChangeReplay(alter.table(), alter.column());
        alter.changes().forEach(change -> change.accept(replay));
        return claimed;
    }

    @Override
    public ClaimedObjects visit(RenameColumn rename) {
        return claimed.rename(
                rename.table(),
                ref -> ref.belongsToColumn(rename.table(), rename.from()),
                ref -> ref.withPart(rename.to()));
    }

    @Override
    public ClaimedObjects visit(DropColumn drop) {
        return claimed.forget(drop.table(), ref -> ref.belongsToColumn(drop.table(), drop.name()));
    }

    @Override
    public ClaimedObjects visit(DropExpression drop) {
        return claimed.forget(new ObjectRef(ObjectRef.Kind.GENERATED, drop.table(), drop.name()));
    }

    @Override
    public ClaimedObjects visit(AddConstraint add) {
        if (add.usingIndex() != null) {
            claimed.forget(ObjectRef.index(add.table(), add.usingIndex()));
        }
        return claimed.claim(ObjectRef.constraint(add.table(), add.constraint().name()));
    }

    @Override
    public ClaimedObjects visit(RenameConstraint rename) {
        return claimed.rename(ObjectRef.constraint(rename.table(), rename.from()), ref -> ref.withPart(rename.to()));
    }

    @Override
    public ClaimedObjects visit(ValidateConstraint operation) {
        return claimed;
    }

    @Override
    public ClaimedObjects visit(DropConstraint drop) {
        return claimed.forget(ObjectRef.constraint(drop.table(), drop.name()));
    }

    @Override
    public ClaimedObjects visit(CreateIndex create) {
        return claimed.claim(ObjectRef.index(create.table(), create.index().name()));
    }

    @Override
    public ClaimedObjects visit(RenameIndex rename) {
        return claimed.rename(ObjectRef.index(rename.table(), rename.from()), ref -> ref.withPart(rename.to()));
    }

    @Override
    public ClaimedObjects visit(DropIndex drop) {
        return claimed.forget(ObjectRef.index(drop.table(), drop.name()));
    }

    @Override
    public ClaimedObjects visit(CreateDependent operation) {
        return claimed;
    }

    @Override
    public ClaimedObjects visit(DropDependent operation) {
        return claimed;
    }

    @Override
    public ClaimedObjects visit(ExecuteSql operation) {
        return claimed;
    }

    private ClaimedObjects claimConstraints(Table table) {
        Names names = new Names();
        table.constraints().stream()
                .filter(constraint -> constraint.name() != null)
                .forEach(constraint -> names.reserveConstraint(table.name(), constraint));
        for (Constraint constraint : table.constraints()) {
            claimed.claim(ObjectRef.constraint(
                    table.name(), names.named(table, constraint).name()));
        }
        return claimed;
    }

    private ClaimedObjects claimColumn(QualifiedName table, Column column) {
        String name = column.name();
        return claimed.claim(ObjectRef.column(table, name))
                .set(new ObjectRef(ObjectRef.Kind.DEFAULT, table, name), column.defaultValue())
                .set(new ObjectRef(ObjectRef.Kind.IDENTITY, table, name), column.identity())
                .set(new ObjectRef(ObjectRef.Kind.GENERATED, table, name), column.generated())
                .set(new ObjectRef(ObjectRef.Kind.COLLATION, table, name), column.collation())
                .set(new ObjectRef(ObjectRef.Kind.COMMENT, table, name), column.comment());
    }

    /** What a change of one column does to the claims of its attributes. */
    private final class ChangeReplay implements ColumnChange.Visitor<ClaimedObjects> {
        private final QualifiedName table;
        private final String column;

        ChangeReplay(QualifiedName table, String column) {
            this.table = table;
            this.column = column;
        }

        @Override
        public ClaimedObjects visit(ColumnChange.Type change) {
            return set(ObjectRef.Kind.COLLATION, change.collation());
        }

        @Override
        public ClaimedObjects visit(ColumnChange.Default change) {
            return set(ObjectRef.Kind.DEFAULT, change.to());
        }

        @Override
        public ClaimedObjects visit(ColumnChange.Expression change) {
            return set(ObjectRef.Kind.GENERATED, change.to());
        }

        @Override
        public ClaimedObjects visit(ColumnChange.Numbering change) {
            return set(ObjectRef.Kind.IDENTITY, change.to());
        }

        @Override
        public ClaimedObjects visit(ColumnChange.Nullability change) {
            return claimed;
        }

        @Override
        public ClaimedObjects visit(ColumnChange.Comment change) {
            return set(ObjectRef.Kind.COMMENT, change.to());
        }

        private ClaimedObjects set(ObjectRef.Kind attribute, Object value) {
            return claimed.set(new ObjectRef(attribute, table, column), value);
        }
    }
}
