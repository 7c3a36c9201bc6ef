package dev.autogen.schema.operation;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.dependent.DependentName;
import java.util.stream.Collectors;

/** Says each operation in a line. */
final class Summarizer implements Operation.Visitor<OperationSummary> {
    @Override
    public OperationSummary visit(CreateSchema operation) {
        return added("schema", operation.name(), "");
    }

    @Override
    public OperationSummary visit(SetSchemaComment operation) {
        return changed(
                "schema", QualifiedName.of(operation.schema()), operation.to() == null ? "no comment" : "comment");
    }

    @Override
    public OperationSummary visit(DropSchema operation) {
        return removed("schema", operation.name());
    }

    @Override
    public OperationSummary visit(CreateExtension operation) {
        return added("extension", operation.name(), "");
    }

    @Override
    public OperationSummary visit(DropExtension operation) {
        return removed("extension", operation.name());
    }

    @Override
    public OperationSummary visit(CreateEnum operation) {
        return added(
                "enum", operation.type().name(), count(operation.type().labels().size(), "value"));
    }

    @Override
    public OperationSummary visit(AddEnumValue operation) {
        return changed("enum", operation.name(), "value " + operation.label() + " added");
    }

    @Override
    public OperationSummary visit(RenameEnumValue operation) {
        return changed("enum", operation.name(), "value " + operation.from() + " renamed to " + operation.to());
    }

    @Override
    public OperationSummary visit(RebuildEnum operation) {
        return changed(
                "enum",
                operation.to().name(),
                "rebuilt with " + count(operation.to().labels().size(), "value"));
    }

    @Override
    public OperationSummary visit(SetEnumComment operation) {
        return changed("enum", operation.type(), operation.to() == null ? "no comment" : "comment");
    }

    @Override
    public OperationSummary visit(DropEnum operation) {
        return removed("enum", operation.name());
    }

    @Override
    public OperationSummary visit(CreateDomain operation) {
        return added(
                "domain",
                operation.domain().name(),
                operation.domain().baseType().toString());
    }

    @Override
    public OperationSummary visit(AlterDomain operation) {
        return changed(
                "domain",
                operation.name(),
                operation.changes().stream()
                        .map(change -> change.accept(new DomainChangeText()))
                        .collect(Collectors.joining("; ")));
    }

    @Override
    public OperationSummary visit(DropDomain operation) {
        return removed("domain", operation.name());
    }

    @Override
    public OperationSummary visit(CreateSequence operation) {
        return added("sequence", operation.sequence().name(), "");
    }

    @Override
    public OperationSummary visit(AlterSequence operation) {
        return changed(
                "sequence",
                operation.name(),
                operation.changes().stream()
                        .map(change -> change.accept(new SequenceChangeText()))
                        .collect(Collectors.joining("; ")));
    }

    @Override
    public OperationSummary visit(RenameSequence operation) {
        return renamed("sequence", operation.from(), operation.to());
    }

    @Override
    public OperationSummary visit(DropSequence operation) {
        return removed("sequence", operation.name());
    }

    @Override
    public OperationSummary visit(ContinueNumbering operation) {
        String column = operation.column().toString();
        return switch (operation.standing()) {
            case ROWS -> changed("column", column, "numbering goes on behind the highest value");
            case SEQUENCE -> changed("column", column, "numbering goes on from " + operation.sequence());
            case COLUMN -> changed("sequence", operation.sequence(), "goes on from " + column);
        };
    }

    @Override
    public OperationSummary visit(CreateTable operation) {
        return added(
                "table",
                operation.table().name(),
                count(operation.table().columns().size(), "column"));
    }

    @Override
    public OperationSummary visit(RenameTable operation) {
        return renamed("table", operation.from(), operation.to());
    }

    @Override
    public OperationSummary visit(SetTableComment operation) {
        return changed("table", operation.table(), operation.to() == null ? "no comment" : "comment");
    }

    @Override
    public OperationSummary visit(DropTable operation) {
        return removed("table", operation.name());
    }

    @Override
    public OperationSummary visit(AddColumn operation) {
        Column column = operation.column();
        return added(
                "column",
                within(operation.table(), column.name()),
                column.nullable() ? column.type().toString() : column.type() + " not null");
    }

    @Override
    public OperationSummary visit(AlterColumn operation) {
        return changed(
                "column",
                within(operation.table(), operation.column()),
                operation.changes().stream()
                        .map(change -> change.accept(new ColumnChangeText()))
                        .collect(Collectors.joining("; ")));
    }

    @Override
    public OperationSummary visit(RenameColumn operation) {
        return renamed("column", within(operation.table(), operation.from()), operation.to());
    }

    @Override
    public OperationSummary visit(DropColumn operation) {
        return removed("column", within(operation.table(), operation.name()));
    }

    @Override
    public OperationSummary visit(DropExpression operation) {
        return changed("column", within(operation.table(), operation.name()), "no longer generated");
    }

    @Override
    public OperationSummary visit(AddConstraint operation) {
        return added(
                constraintKind(operation.constraint()),
                within(operation.table(), operation.constraint().name()),
                "");
    }

    @Override
    public OperationSummary visit(RenameConstraint operation) {
        return renamed("constraint", within(operation.table(), operation.from()), operation.to());
    }

    @Override
    public OperationSummary visit(ValidateConstraint operation) {
        return changed("constraint", within(operation.table(), operation.name()), "validated");
    }

    @Override
    public OperationSummary visit(DropConstraint operation) {
        return removed(constraintKind(operation.definition()), within(operation.table(), operation.name()));
    }

    @Override
    public OperationSummary visit(CreateIndex operation) {
        return added(
                operation.index().unique() ? "unique index" : "index",
                operation.table().withName(operation.index().name()),
                "");
    }

    @Override
    public OperationSummary visit(RenameIndex operation) {
        return renamed("index", operation.table().withName(operation.from()), operation.to());
    }

    @Override
    public OperationSummary visit(DropIndex operation) {
        return removed("index", operation.table().withName(operation.name()));
    }

    @Override
    public OperationSummary visit(CreateDependent operation) {
        DependentName id = operation.object().id();
        return added(id.kind().word(), id.name(), "");
    }

    @Override
    public OperationSummary visit(DropDependent operation) {
        return removed(operation.id().kind().word(), operation.id().name());
    }

    @Override
    public OperationSummary visit(ExecuteSql operation) {
        return new OperationSummary(
                OperationSummary.Sign.CHANGED, "sql", OperationSummary.oneLine(operation.sql()), "");
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static OperationSummary added(String kind, Object name, String details) {
        return new OperationSummary(OperationSummary.Sign.ADDED, kind, name.toString(), details);
    }

    private static OperationSummary changed(String kind, Object name, String details) {
        return new OperationSummary(OperationSummary.Sign.CHANGED, kind, name.toString(), details);
    }

    private static OperationSummary removed(String kind, Object name) {
        return new OperationSummary(OperationSummary.Sign.REMOVED, kind, name.toString(), "");
    }

    private static OperationSummary renamed(String kind, Object from, String to) {
        return changed(kind, from, "renamed to " + to);
    }

    private static String within(QualifiedName table, String name) {
        return table + "." + name;
    }

    private static String constraintKind(Constraint constraint) {
        return constraint == null ? "constraint" : constraint.accept(new ConstraintKind());
    }

    private static final class ConstraintKind implements Constraint.Visitor<String> {
        @Override
        public String visit(PrimaryKey primaryKey) {
            return "primary key";
        }

        @Override
        public String visit(UniqueConstraint unique) {
            return "unique";
        }

        @Override
        public String visit(ForeignKey foreignKey) {
            return "foreign key";
        }

        @Override
        public String visit(CheckConstraint check) {
            return "check";
        }

        @Override
        public String visit(ExclusionConstraint exclusion) {
            return "exclusion";
        }
    }
}
