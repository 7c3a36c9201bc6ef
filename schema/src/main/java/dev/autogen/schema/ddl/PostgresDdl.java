package dev.autogen.schema.ddl;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Turns operations into PostgreSQL's SQL. Every table, sequence and index name in the text is qualified, so that nothing
 * is found through a search path; names of types that someone created and all names inside expressions stand as their
 * author wrote them and are found through the search path of whoever runs the text.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class PostgresDdl implements Operation.Visitor<List<SqlStatement>> {
    private final SqlNames names;
    private final ColumnDdl columns;
    private final ConstraintDdl constraints;
    private final IndexDdl indexes;
    private final SequenceDdl sequences;
    private final EnumDdl enums;
    private final DependentDdl dependents;

    private final DomainDdl domains;

    private PostgresDdl(SqlNames names) {
        this.names = names;
        this.columns = new ColumnDdl(names);
        this.constraints = new ConstraintDdl(names);
        this.indexes = new IndexDdl(names);
        this.sequences = new SequenceDdl(names);
        this.enums = new EnumDdl(names);
        this.dependents = new DependentDdl(names);

        this.domains = new DomainDdl(names);
    }

    /** DDL in which a name without a schema means this one. */
    public static PostgresDdl inDefaultSchema(String schema) {
        return new PostgresDdl(new SqlNames(requireNonNull(schema, "schema is null")));
    }

    /** DDL for people, in which a name without a schema stays without; what runs has {@link #inDefaultSchema}. */
    public static PostgresDdl forReading() {
        return new PostgresDdl(new SqlNames(null));
    }

    /** The statements that carry the operation out, in order. */
    public List<SqlStatement> statements(Operation operation) {
        return operation.accept(this);
    }

    /** The name with its schema, quoted where needed. */
    public String qualified(QualifiedName name) {
        return names.qualified(name);
    }

    /** The text as a string literal, safe whatever {@code standard_conforming_strings} says. */
    public static String literal(String text) {
        return SqlNames.literal(text);
    }

    @Override
    public List<SqlStatement> visit(CreateSchema operation) {
        return one("CREATE SCHEMA " + quote(operation.name()));
    }

    @Override
    public List<SqlStatement> visit(SetSchemaComment operation) {
        return one("COMMENT ON SCHEMA " + quote(operation.schema()) + " IS "
                + (operation.to() == null ? "NULL" : literal(operation.to())));
    }

    @Override
    public List<SqlStatement> visit(DropSchema operation) {
        return one("DROP SCHEMA " + quote(operation.name()));
    }

    @Override
    public List<SqlStatement> visit(CreateExtension operation) {
        return one("CREATE EXTENSION IF NOT EXISTS " + quote(operation.name()));
    }

    @Override
    public List<SqlStatement> visit(DropExtension operation) {
        return one("DROP EXTENSION IF EXISTS " + quote(operation.name()));
    }

    @Override
    public List<SqlStatement> visit(CreateEnum operation) {
        return one(enums.create(operation.type()));
    }

    @Override
    public List<SqlStatement> visit(AddEnumValue operation) {
        return one(enums.add(operation));
    }

    @Override
    public List<SqlStatement> visit(RenameEnumValue operation) {
        return one("ALTER TYPE " + names.qualified(operation.name()) + " RENAME VALUE "
                + SqlNames.literal(operation.from()) + " TO " + SqlNames.literal(operation.to()));
    }

    @Override
    public List<SqlStatement> visit(RebuildEnum operation) {
        return all(enums.rebuild(operation));
    }

    @Override
    public List<SqlStatement> visit(SetEnumComment operation) {
        return one(enums.comment(operation));
    }

    @Override
    public List<SqlStatement> visit(DropEnum operation) {
        return one("DROP TYPE " + names.qualified(operation.name()));
    }

    @Override
    public List<SqlStatement> visit(CreateDomain operation) {
        return all(domains.create(operation.domain()));
    }

    @Override
    public List<SqlStatement> visit(AlterDomain operation) {
        return all(domains.alter(operation));
    }

    @Override
    public List<SqlStatement> visit(DropDomain operation) {
        return one("DROP DOMAIN " + names.qualified(operation.name()));
    }

    @Override
    public List<SqlStatement> visit(CreateSequence operation) {
        return all(sequences.create(operation.sequence()));
    }

    @Override
    public List<SqlStatement> visit(AlterSequence operation) {
        return all(sequences.alter(operation));
    }

    @Override
    public List<SqlStatement> visit(RenameSequence operation) {
        return one("ALTER SEQUENCE " + names.qualified(operation.from()) + " RENAME TO " + quote(operation.to()));
    }

    @Override
    public List<SqlStatement> visit(DropSequence operation) {
        return one("DROP SEQUENCE " + names.qualified(operation.name()));
    }

    @Override
    public List<SqlStatement> visit(ContinueNumbering operation) {
        return one(sequences.goOn(operation));
    }

    @Override
    public List<SqlStatement> visit(CreateTable operation) {
        Table table = operation.table();
        List<String> statements = new ArrayList<>();
        List<Constraint> inline = ConstraintDdl.inCreateTable(table);
        List<String> elements = Stream.concat(
                        table.columns().stream().map(columns::definition),
                        inline.stream().map(constraints::definition))
                .toList();
        statements.add("CREATE TABLE " + names.qualified(table.name())
                + (elements.isEmpty() ? " ()" : " (\n    " + String.join(",\n    ", elements) + "\n)"));
        table.constraints().stream()
                .filter(constraint -> !inline.contains(constraint))
                .forEach(constraint ->
                        statements.add(alterTable(table.name()) + "ADD " + constraints.definition(constraint)));
        if (table.comment() != null) {
            statements.add(tableComment(table.name(), table.comment()));
        }
        table.columns().forEach(column -> columns.comment(table.name(), column).ifPresent(statements::add));
        return all(statements);
    }

    @Override
    public List<SqlStatement> visit(RenameTable operation) {
        return one("ALTER TABLE " + names.qualified(operation.from()) + " RENAME TO " + quote(operation.to()));
    }

    @Override
    public List<SqlStatement> visit(SetTableComment operation) {
        return one(tableComment(operation.table(), operation.to()));
    }

    @Override
    public List<SqlStatement> visit(DropTable operation) {
        return one("DROP TABLE " + names.qualified(operation.name()));
    }

    @Override
    public List<SqlStatement> visit(AddColumn operation) {
        List<String> statements = new ArrayList<>();
        statements.add(alterTable(operation.table()) + "ADD COLUMN " + columns.definition(operation.column()));
        columns.comment(operation.table(), operation.column()).ifPresent(statements::add);
        return all(statements);
    }

    @Override
    public List<SqlStatement> visit(AlterColumn operation) {
        return all(columns.alter(operation));
    }

    @Override
    public List<SqlStatement> visit(RenameColumn operation) {
        return one(alterTable(operation.table()) + "RENAME COLUMN " + quote(operation.from()) + " TO "
                + quote(operation.to()));
    }

    @Override
    public List<SqlStatement> visit(DropColumn operation) {
        return one(alterTable(operation.table()) + "DROP COLUMN " + quote(operation.name()));
    }

    @Override
    public List<SqlStatement> visit(DropExpression operation) {
        return one(alterTable(operation.table()) + "ALTER COLUMN " + quote(operation.name()) + " DROP EXPRESSION");
    }

    @Override
    public List<SqlStatement> visit(AddConstraint operation) {
        String definition = operation.usingIndex() == null
                ? constraints.definition(operation.constraint())
                : constraints.usingIndex(operation.constraint(), operation.usingIndex());
        return one(alterTable(operation.table()) + "ADD " + definition);
    }

    @Override
    public List<SqlStatement> visit(RenameConstraint operation) {
        return one(alterTable(operation.table()) + "RENAME CONSTRAINT " + quote(operation.from()) + " TO "
                + quote(operation.to()));
    }

    @Override
    public List<SqlStatement> visit(ValidateConstraint operation) {
        return one(alterTable(operation.table()) + "VALIDATE CONSTRAINT " + quote(operation.name()));
    }

    @Override
    public List<SqlStatement> visit(DropConstraint operation) {
        return one(alterTable(operation.table()) + "DROP CONSTRAINT " + quote(operation.name()));
    }

    @Override
    public List<SqlStatement> visit(CreateIndex operation) {
        return one(indexes.create(operation.table(), operation.index(), operation.concurrently()));
    }

    @Override
    public List<SqlStatement> visit(RenameIndex operation) {
        return one(indexes.rename(operation.table(), operation.from(), operation.to()));
    }

    @Override
    public List<SqlStatement> visit(DropIndex operation) {
        return one(indexes.drop(operation.table(), operation.name(), operation.concurrently()));
    }

    @Override
    public List<SqlStatement> visit(CreateDependent operation) {
        return all(dependents.create(operation.object()));
    }

    @Override
    public List<SqlStatement> visit(DropDependent operation) {
        return one(dependents.drop(operation.id()));
    }

    @Override
    public List<SqlStatement> visit(ExecuteSql operation) {
        return List.of(new SqlStatement(operation.sql(), operation.parameters()));
    }

    private String alterTable(QualifiedName table) {
        return "ALTER TABLE " + names.qualified(table) + " ";
    }

    private String tableComment(QualifiedName table, String comment) {
        return "COMMENT ON TABLE " + names.qualified(table) + " IS "
                + (comment == null ? "NULL" : SqlNames.literal(comment));
    }

    private static List<SqlStatement> one(String sql) {
        return List.of(SqlStatement.of(sql));
    }

    private static List<SqlStatement> all(List<String> statements) {
        return statements.stream().map(SqlStatement::of).toList();
    }
}
