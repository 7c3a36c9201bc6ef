package dev.autogen.codegen;

import static dev.autogen.codegen.Literals.name;
import static dev.autogen.codegen.Literals.names;
import static dev.autogen.codegen.Literals.text;

import dev.autogen.codegen.Expression.Atom;
import dev.autogen.codegen.Expression.Breaks;
import dev.autogen.codegen.Expression.Call;
import dev.autogen.codegen.Expression.Chain;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
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
import dev.autogen.schema.operation.SequenceChange;
import dev.autogen.schema.operation.SetEnumComment;
import dev.autogen.schema.operation.SetSchemaComment;
import dev.autogen.schema.operation.SetTableComment;
import dev.autogen.schema.operation.ValidateConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Prints operations as calls of {@link dev.autogen.migration.Operations}. */
final class StatementPrinter implements Operation.Visitor<Statement> {
    private final ElementPrinter elements;
    private final ElementParts parts;

    /** Prints; what is too wide for one method is handed to {@code parts}. */
    StatementPrinter(ElementPrinter elements, ElementParts parts) {
        this.elements = elements;
        this.parts = parts;
    }

    /** {@code op.} or {@code op.inSchema("audit").}. */
    static String op(QualifiedName name) {
        return name.schema() == null ? "op." : "op.inSchema(" + JavaText.literal(name.schema()) + ").";
    }

    private static Statement statement(QualifiedName name, String method, Expression... arguments) {
        return new Statement(name, Chain.of(op(name) + method, arguments));
    }

    private static Statement statement(String method, String name) {
        return new Statement(name, Chain.of("op." + method, name(name)));
    }

    @Override
    public Statement visit(CreateSchema operation) {
        return statement("createSchema", operation.name());
    }

    @Override
    public Statement visit(SetSchemaComment operation) {
        QualifiedName schema = QualifiedName.of(operation.schema());
        return new Statement(schema, comment(schema, "Schema", operation.to(), operation.from()));
    }

    @Override
    public Statement visit(DropSchema operation) {
        return statement("dropSchema", operation.name());
    }

    @Override
    public Statement visit(CreateExtension operation) {
        return statement("createExtension", operation.name());
    }

    @Override
    public Statement visit(DropExtension operation) {
        return statement("dropExtension", operation.name());
    }

    @Override
    public Statement visit(CreateEnum operation) {
        QualifiedName type = operation.type().name();
        return statement(type, "createEnum", names(operation.type().labels(), name(type.name())));
    }

    @Override
    public Statement visit(AddEnumValue operation) {
        QualifiedName type = operation.name();
        Chain printed = Chain.of(op(type) + "addEnumValue", name(type.name()), name(operation.label()));
        if (operation.after() != null) {
            printed = printed.then("after", name(operation.after()));
        } else if (operation.before() != null) {
            printed = printed.then("before", name(operation.before()));
        }
        return new Statement(type, printed);
    }

    @Override
    public Statement visit(RenameEnumValue operation) {
        QualifiedName type = operation.name();
        return statement(type, "renameEnumValue", name(type.name()), name(operation.from()), name(operation.to()));
    }

    @Override
    public Statement visit(RebuildEnum operation) {
        QualifiedName type = operation.to().name();
        String before = operation.from() == null
                ? null
                : String.join(", ", operation.from().labels());
        Chain printed = new Chain(List.of(
                Call.of(op(type) + "rebuildEnum", names(operation.to().labels(), name(type.name())))
                        .noted(WasNote.of(before))));
        if (operation.to().comment() != null) {
            printed = printed.then("comment", text(operation.to().comment()));
        }
        for (EnumUse use : operation.uses()) {
            printed = printed.then(
                    "usedBy",
                    elements.reference(use.column().table()),
                    name(use.column().column()));
            if (use.array()) {
                printed = printed.then("array");
            }
            if (use.defaultValue() != null) {
                printed = printed.then("defaultSql", text(use.defaultValue().text()));
            }
        }
        return new Statement(type, printed);
    }

    @Override
    public Statement visit(SetEnumComment operation) {
        QualifiedName type = operation.type();
        return new Statement(type, comment(type, "Enum", operation.to(), operation.from()));
    }

    @Override
    public Statement visit(DropEnum operation) {
        return statement(operation.name(), "dropEnum", name(operation.name().name()));
    }

    @Override
    public Statement visit(CreateDomain operation) {
        QualifiedName domain = operation.domain().name();
        return new Statement(domain, new DomainPrinter(elements, op(domain)).created(operation.domain()));
    }

    @Override
    public Statement visit(AlterDomain operation) {
        QualifiedName domain = operation.name();
        return new Statement(domain, new DomainPrinter(elements, op(domain)).altered(operation));
    }

    @Override
    public Statement visit(DropDomain operation) {
        return statement(operation.name(), "dropDomain", name(operation.name().name()));
    }

    @Override
    public Statement visit(CreateSequence operation) {
        Sequence sequence = operation.sequence();
        QualifiedName name = sequence.name();
        Chain printed = Chain.of(op(name) + "createSequence", name(name.name()));
        if (!sequence.type().toSql().equals("bigint")) {
            printed = printed.then("as", elements.type(sequence.type()));
        }
        printed = elements.options(printed, sequence.options());
        if (sequence.ownedBy() != null) {
            printed = printed.then(
                    "ownedBy",
                    elements.reference(sequence.ownedBy().table()),
                    name(sequence.ownedBy().column()));
        }
        if (sequence.comment() != null) {
            printed = printed.then("comment", text(sequence.comment()));
        }
        return new Statement(name, printed);
    }

    @Override
    public Statement visit(AlterSequence operation) {
        QualifiedName name = operation.name();
        Chain printed = Chain.of(op(name) + "alterSequence", name(name.name()));
        for (SequenceChange change : operation.changes()) {
            printed = change.accept(new SequenceChangePrinter(elements, printed));
        }
        return new Statement(name, printed);
    }

    @Override
    public Statement visit(RenameSequence operation) {
        QualifiedName sequence = operation.from();
        Chain printed = Chain.of(op(sequence) + "renameSequence", name(sequence.name()), name(operation.to()));
        return new Statement(sequence, sequence.withName(operation.to()), printed);
    }

    @Override
    public Statement visit(DropSequence operation) {
        return statement(operation.name(), "dropSequence", name(operation.name().name()));
    }

    @Override
    public Statement visit(ContinueNumbering operation) {
        QualifiedName table = operation.column().table();
        Chain printed = Chain.of(
                op(table) + "continueNumbering",
                name(table.name()),
                name(operation.column().column()));
        printed = switch (operation.standing()) {
            case ROWS -> printed;
            case SEQUENCE -> printed.then("from", elements.reference(operation.sequence()));
            case COLUMN -> printed.then("with", elements.reference(operation.sequence()));
        };
        return new Statement(table, printed);
    }

    @Override
    public Statement visit(CreateTable operation) {
        Table table = operation.table();
        List<Chain> contents = new ArrayList<>();
        table.columns().forEach(column -> contents.add(elements.column(column)));
        table.constraints().forEach(constraint -> contents.add(elements.constraint(constraint)));
        if (table.comment() != null) {
            contents.add(elements.comment(table.comment()));
        }
        List<Expression> arguments = Stream.<Expression>concat(
                        Stream.of(name(table.name().name())), parts.fitting(contents).stream())
                .toList();
        Call create = new Call(op(table.name()) + "createTable", arguments, Breaks.AFTER_EACH, null);
        return new Statement(table.name(), new Chain(List.of(create)));
    }

    @Override
    public Statement visit(RenameTable operation) {
        QualifiedName table = operation.from();
        Chain printed = Chain.of(op(table) + "renameTable", name(table.name()), name(operation.to()));
        return new Statement(table, table.withName(operation.to()), printed);
    }

    @Override
    public Statement visit(SetTableComment operation) {
        QualifiedName table = operation.table();
        return new Statement(table, comment(table, "Table", operation.to(), operation.from()));
    }

    private Chain comment(QualifiedName object, String kind, String to, String from) {
        Atom name = name(object.name());
        Call call = to == null
                ? Call.of(op(object) + "drop" + kind + "Comment", name)
                : Call.of(op(object) + "set" + kind + "Comment", name, text(to));
        return new Chain(List.of(call.noted(WasNote.text(from))));
    }

    @Override
    public Statement visit(DropTable operation) {
        return statement(operation.name(), "dropTable", name(operation.name().name()));
    }

    @Override
    public Statement visit(AddColumn operation) {
        QualifiedName table = operation.table();
        return statement(table, "addColumn", name(table.name()), elements.column(operation.column()));
    }

    @Override
    public Statement visit(AlterColumn operation) {
        QualifiedName table = operation.table();
        Chain printed = Chain.of(op(table) + "alterColumn", name(table.name()), name(operation.column()));
        for (ColumnChange change : operation.changes()) {
            printed = change.accept(new ChangePrinter(elements, printed));
        }
        return new Statement(table, printed);
    }

    @Override
    public Statement visit(RenameColumn operation) {
        QualifiedName table = operation.table();
        return statement(table, "renameColumn", name(table.name()), name(operation.from()), name(operation.to()));
    }

    @Override
    public Statement visit(DropColumn operation) {
        QualifiedName table = operation.table();
        return statement(table, "dropColumn", name(table.name()), name(operation.name()));
    }

    @Override
    public Statement visit(DropExpression operation) {
        QualifiedName table = operation.table();
        return statement(table, "dropExpression", name(table.name()), name(operation.name()));
    }

    @Override
    public Statement visit(AddConstraint operation) {
        QualifiedName table = operation.table();
        Chain printed = elements.constraint(operation.constraint(), op(table), table.name());
        return new Statement(
                table,
                operation.usingIndex() == null ? printed : printed.then("usingIndex", name(operation.usingIndex())));
    }

    @Override
    public Statement visit(RenameConstraint operation) {
        QualifiedName table = operation.table();
        return statement(table, "renameConstraint", name(table.name()), name(operation.from()), name(operation.to()));
    }

    @Override
    public Statement visit(ValidateConstraint operation) {
        QualifiedName table = operation.table();
        return statement(table, "validateConstraint", name(operation.name()), name(table.name()));
    }

    @Override
    public Statement visit(DropConstraint operation) {
        QualifiedName table = operation.table();
        return statement(table, "dropConstraint", name(operation.name()), name(table.name()));
    }

    @Override
    public Statement visit(CreateIndex operation) {
        QualifiedName table = operation.table();
        Chain printed = elements.index(op(table) + "createIndex", operation.index(), table.name());
        return new Statement(table, operation.concurrently() ? printed.then("concurrently") : printed);
    }

    @Override
    public Statement visit(RenameIndex operation) {
        QualifiedName table = operation.table();
        return statement(table, "renameIndex", name(table.name()), name(operation.from()), name(operation.to()));
    }

    @Override
    public Statement visit(DropIndex operation) {
        QualifiedName table = operation.table();
        Chain printed = Chain.of(op(table) + "dropIndex", name(operation.name()), name(table.name()));
        return new Statement(table, operation.concurrently() ? printed.then("concurrently") : printed);
    }

    @Override
    public Statement visit(CreateDependent operation) {
        QualifiedName relation = operation.object().id().relation();
        return new Statement(relation, operation.object().accept(new DependentPrinter(elements, op(relation))));
    }

    @Override
    public Statement visit(DropDependent operation) {
        QualifiedName relation = operation.id().relation();
        return new Statement(relation, new DependentPrinter(elements, op(relation)).drop(operation.id()));
    }

    @Override
    public Statement visit(ExecuteSql operation) {
        Expression[] arguments = Stream.<Expression>concat(
                        Stream.of(text(operation.sql())),
                        operation.parameters().stream().map(Literals::parameter))
                .toArray(Expression[]::new);
        return new Statement(operation, Chain.of("op.execute", arguments));
    }
}
