package dev.autogen.migration;

import static dev.autogen.migration.Names.call;
import static dev.autogen.migration.Names.given;
import static dev.autogen.migration.Names.name;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Domain;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateExtension;
import dev.autogen.schema.operation.CreateSchema;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropDomain;
import dev.autogen.schema.operation.DropEnum;
import dev.autogen.schema.operation.DropExpression;
import dev.autogen.schema.operation.DropExtension;
import dev.autogen.schema.operation.DropSchema;
import dev.autogen.schema.operation.DropSequence;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameConstraint;
import dev.autogen.schema.operation.RenameEnumValue;
import dev.autogen.schema.operation.RenameIndex;
import dev.autogen.schema.operation.RenameSequence;
import dev.autogen.schema.operation.RenameTable;
import dev.autogen.schema.operation.SetTableComment;
import dev.autogen.schema.operation.ValidateConstraint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Records what is asked for. */
final class RecordingOperations extends RecordingDependents implements Operations {

    RecordingOperations(Recording recording, String schema) {
        super(recording, schema);
    }

    @Override
    public Operations inSchema(String otherSchema) {
        String call = call("inSchema", otherSchema);
        recording.checkOpen(call);
        return new RecordingOperations(recording, name(call, "schema", otherSchema));
    }

    @Override
    public void createTable(String table, TableElement... elements) {
        String call = call("createTable", table);
        List<Column> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        sort(call, List.of(new ElementGroup(elements)), columns, constraints, comments);
        checkOnce(call, "column", columns.stream().map(Column::name).toList());
        checkOnce(call, "constraint", constraints.stream().map(Constraint::name).toList());
        if (constraints.stream().filter(PrimaryKey.class::isInstance).count() > 1) {
            throw new InvalidMigrationException(call + ": has two primary keys");
        }
        if (comments.size() > 1) {
            throw new InvalidMigrationException(call + ": has two comments");
        }
        add(
                call,
                new CreateTable(Table.of(table(call, table), columns)
                        .withConstraints(constraints)
                        .withComment(comments.isEmpty() ? null : comments.get(0))));
    }

    private static void sort(
            String call,
            List<TableElement> elements,
            List<Column> columns,
            List<Constraint> constraints,
            List<String> comments) {
        for (TableElement element : elements) {
            if (element instanceof ElementGroup group) {
                sort(call, group.elements(), columns, constraints, comments);
            } else if (element instanceof ColumnElement column) {
                columns.add(column.column());
            } else if (element instanceof ConstraintElement constraint) {
                constraints.add(constraint.constraint());
            } else if (element instanceof CommentElement comment) {
                comments.add(comment.text());
            }
        }
    }

    private static void checkOnce(String call, String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new InvalidMigrationException(call + ": the " + what + " '" + name + "' is there twice");
            }
        }
    }

    @Override
    public void renameTable(String table, String newName) {
        String call = call("renameTable", table, newName);
        add(call, new RenameTable(table(call, table), name(call, "new name", newName)));
    }

    @Override
    public void setTableComment(String table, String comment) {
        String call = call("setTableComment", table);
        add(call, new SetTableComment(table(call, table), given(call, "comment", comment), null));
    }

    @Override
    public void dropTableComment(String table) {
        String call = call("dropTableComment", table);
        add(call, new SetTableComment(table(call, table), null, null));
    }

    @Override
    public void dropTable(String table) {
        String call = call("dropTable", table);
        add(call, new DropTable(table(call, table), null));
    }

    @Override
    public void addColumn(String table, ColumnElement column) {
        String call = call("addColumn", table);
        QualifiedName name = table(call, table);
        given(call, "column", column);
        recording.add(call, () -> new AddColumn(name, column.column()));
    }

    @Override
    public ColumnAlteration alterColumn(String table, String column) {
        String call = call("alterColumn", table, column);
        ColumnAlteration alteration = new ColumnAlteration(recording, call, table(call, table), column);
        recording.add(call, alteration::operation);
        return alteration;
    }

    @Override
    public void renameColumn(String table, String column, String newName) {
        String call = call("renameColumn", table, column, newName);
        add(call, new RenameColumn(table(call, table), name(call, "column", column), name(call, "new name", newName)));
    }

    @Override
    public void dropColumn(String table, String column) {
        String call = call("dropColumn", table, column);
        add(call, new DropColumn(table(call, table), name(call, "column", column), null));
    }

    @Override
    public void dropExpression(String table, String column) {
        String call = call("dropExpression", table, column);
        add(call, new DropExpression(table(call, table), name(call, "column", column), null));
    }

    @Override
    public PrimaryKeyElement createPrimaryKey(String name, String table, String... columns) {
        String call = call("createPrimaryKey", name, table);
        return constraint(call, table, new PrimaryKeyElement(recording, call, name, columns));
    }

    @Override
    public UniqueElement createUnique(String name, String table, String... columns) {
        String call = call("createUnique", name, table);
        return constraint(call, table, new UniqueElement(recording, call, name, columns));
    }

    @Override
    public ForeignKeyElement createForeignKey(String name, String table, String... columns) {
        String call = call("createForeignKey", name, table);
        return constraint(call, table, new ForeignKeyElement(recording, call, name, columns));
    }

    @Override
    public CheckElement createCheck(String name, String table, String sql) {
        String call = call("createCheck", name, table);
        return constraint(call, table, new CheckElement(recording, call, name, sql));
    }

    @Override
    public ExclusionElement createExclusion(String name, String table) {
        String call = call("createExclusion", name, table);
        return constraint(call, table, new ExclusionElement(recording, call, name));
    }

    private <C extends ConstraintElement> C constraint(String call, String table, C element) {
        QualifiedName name = table(call, table);
        recording.add(call, () -> new AddConstraint(name, element.constraint()));
        return element;
    }

    @Override
    public void renameConstraint(String table, String name, String newName) {
        String call = call("renameConstraint", table, name, newName);
        add(
                call,
                new RenameConstraint(
                        table(call, table), name(call, "constraint", name), name(call, "new name", newName)));
    }

    @Override
    public void validateConstraint(String name, String table) {
        String call = call("validateConstraint", name, table);
        add(call, new ValidateConstraint(table(call, table), name(call, "constraint", name)));
    }

    @Override
    public void dropConstraint(String name, String table) {
        String call = call("dropConstraint", name, table);
        add(call, new DropConstraint(table(call, table), name(call, "constraint", name), null));
    }

    @Override
    public IndexCreation createIndex(String name, String table, String... columns) {
        String call = call("createIndex", name, table);
        IndexCreation creation = new IndexCreation(recording, call, name, table(call, table), columns);
        recording.add(call, creation::operation);
        return creation;
    }

    @Override
    public void renameIndex(String table, String name, String newName) {
        String call = call("renameIndex", table, name, newName);
        add(call, new RenameIndex(table(call, table), name(call, "index", name), name(call, "new name", newName)));
    }

    @Override
    public IndexDrop dropIndex(String name, String table) {
        String call = call("dropIndex", name, table);
        IndexDrop drop = new IndexDrop(recording, call, name, table(call, table));
        recording.add(call, drop::operation);
        return drop;
    }

    @Override
    public SequenceCreation createSequence(String sequence) {
        String call = call("createSequence", sequence);
        SequenceCreation creation = new SequenceCreation(recording, call, qualified(call, "sequence", sequence));
        recording.add(call, creation::operation);
        return creation;
    }

    @Override
    public SequenceAlteration alterSequence(String sequence) {
        String call = call("alterSequence", sequence);
        SequenceAlteration alteration = new SequenceAlteration(recording, call, qualified(call, "sequence", sequence));
        recording.add(call, alteration::operation);
        return alteration;
    }

    @Override
    public void renameSequence(String sequence, String newName) {
        String call = call("renameSequence", sequence, newName);
        add(call, new RenameSequence(qualified(call, "sequence", sequence), name(call, "new name", newName)));
    }

    @Override
    public void dropSequence(String sequence) {
        String call = call("dropSequence", sequence);
        add(call, new DropSequence(qualified(call, "sequence", sequence), null));
    }

    @Override
    public NumberingContinuation continueNumbering(String table, String column) {
        String call = call("continueNumbering", table, column);
        NumberingContinuation continuation = new NumberingContinuation(recording, call, table(call, table), column);
        recording.add(call, continuation::operation);
        return continuation;
    }

    @Override
    public void createEnum(String type, String... labels) {
        String call = call("createEnum", type);
        add(call, new CreateEnum(enumType(call, type, labels)));
    }

    @Override
    public EnumValueAddition addEnumValue(String type, String label) {
        String call = call("addEnumValue", type, label);
        EnumValueAddition addition = new EnumValueAddition(recording, call, qualified(call, "type", type), label);
        recording.add(call, addition::operation);
        return addition;
    }

    @Override
    public void renameEnumValue(String type, String label, String newLabel) {
        String call = call("renameEnumValue", type, label, newLabel);
        add(
                call,
                new RenameEnumValue(
                        qualified(call, "type", type),
                        given(call, "label", label),
                        given(call, "new label", newLabel)));
    }

    @Override
    public EnumRebuild rebuildEnum(String type, String... labels) {
        String call = call("rebuildEnum", type);
        EnumRebuild rebuild = new EnumRebuild(recording, call, enumType(call, type, labels));
        recording.add(call, rebuild::operation);
        return rebuild;
    }

    @Override
    public void dropEnum(String type) {
        String call = call("dropEnum", type);
        add(call, new DropEnum(qualified(call, "type", type), null));
    }

    @Override
    public DomainCreation createDomain(String domain, DataType type) {
        String call = call("createDomain", domain);
        DomainCreation creation = new DomainCreation(
                recording, call, Domain.of(qualified(call, "domain", domain), given(call, "type", type)));
        recording.add(call, creation::operation);
        return creation;
    }

    @Override
    public DomainAlteration alterDomain(String domain) {
        String call = call("alterDomain", domain);
        DomainAlteration alteration = new DomainAlteration(recording, call, qualified(call, "domain", domain));
        recording.add(call, alteration::operation);
        return alteration;
    }

    @Override
    public void dropDomain(String domain) {
        String call = call("dropDomain", domain);
        add(call, new DropDomain(qualified(call, "domain", domain), null));
    }

    @Override
    public void createSchema(String name) {
        String call = call("createSchema", name);
        add(call, new CreateSchema(name(call, "schema", name)));
    }

    @Override
    public void dropSchema(String name) {
        String call = call("dropSchema", name);
        add(call, new DropSchema(name(call, "schema", name)));
    }

    @Override
    public void createExtension(String extension) {
        String call = call("createExtension", extension);
        add(call, new CreateExtension(name(call, "extension", extension)));
    }

    @Override
    public void dropExtension(String extension) {
        String call = call("dropExtension", extension);
        add(call, new DropExtension(name(call, "extension", extension)));
    }

    @Override
    public void execute(String sql, Object... parameters) {
        Names.text("execute", "SQL", sql);
        String call = call("execute", sql.length() <= 60 ? sql : sql.substring(0, 60) + "...");
        for (Object parameter : given(call, "list of parameters", parameters)) {
            if (parameter == null) {
                throw new InvalidMigrationException(call + ": a parameter is null; write null into the SQL instead");
            }
        }
        add(call, new ExecuteSql(sql, List.of(parameters)));
    }

    @Override
    public void bulkInsert(String table, List<String> columns, Row... rows) {
        String call = call("bulkInsert", table);
        List<String> names = Names.names(
                call, "column", given(call, "list of columns", columns).toArray(String[]::new));
        for (Row row : given(call, "list of rows", rows)) {
            given(call, "row", row);
        }
        for (ExecuteSql insert : new BulkInsert(call, table(call, table), names, List.of(rows)).statements()) {
            add(call, insert);
        }
    }

    @Override
    public void withConnection(ConnectionWork work) {
        given("withConnection", "work", work);
        recording.step("withConnection", () -> new Step.Callback(work));
    }

    @Override
    public void autocommit(Runnable block) {
        recording.autocommit("autocommit", given("autocommit", "block", block));
    }

    @Override
    public void newTransaction() {
        recording.checkTransactional("newTransaction");
        recording.step("newTransaction", Step.NewTransaction::new);
    }

    @Override
    public void lockTimeout(Duration limit) {
        limit("lockTimeout", limit, new Timeouts(limit, null));
    }

    @Override
    public void statementTimeout(Duration limit) {
        limit("statementTimeout", limit, new Timeouts(null, limit));
    }

    private void limit(String call, Duration limit, Timeouts timeouts) {
        recording.checkTransactional(call);
        if (given(call, "limit", limit).isNegative()) {
            throw new InvalidMigrationException(call + ": the limit is negative");
        }
        recording.step(call, () -> new Step.Limit(timeouts));
    }

    @Override
    public BatchCreation batch(String table, String... key) {
        String call = call("batch", table);
        recording.checkTransactional(call);
        BatchCreation batch = new BatchCreation(recording, call, table(call, table), key);
        recording.step(call, batch::step);
        return batch;
    }

    private void add(String call, Operation operation) {
        recording.add(call, () -> operation);
    }

    private EnumType enumType(String call, String type, String... labels) {
        for (String label : given(call, "list of labels", labels)) {
            given(call, "label", label);
        }
        checkOnce(call, "label", List.of(labels));
        return new EnumType(qualified(call, "type", type), List.of(labels));
    }

    private QualifiedName table(String call, String table) {
        return qualified(call, "table", table);
    }
}
