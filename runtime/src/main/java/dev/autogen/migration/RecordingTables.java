package dev.autogen.migration;

import static dev.autogen.migration.Names.call;
import static dev.autogen.migration.Names.given;
import static dev.autogen.migration.Names.name;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropExpression;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.RenameColumn;
import dev.autogen.schema.operation.RenameTable;
import dev.autogen.schema.operation.SetTableComment;
import java.util.ArrayList;
import java.util.List;

/** Records what is asked for of tables and their columns. */
abstract sealed class RecordingTables extends RecordingConstraints implements TableOperations permits RecordingData {

    RecordingTables(Recording recording, String schema) {
        super(recording, schema);
    }

    @Override
    public final void createTable(String table, TableElement... elements) {
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
                if (constraint.usingIndex().isPresent()) {
                    throw new InvalidMigrationException(call + ": constraint " + constraint.name()
                            + " is to use an index, and a new table has none yet; leave .usingIndex away");
                }
                constraints.add(constraint.constraint());
            } else if (element instanceof CommentElement comment) {
                comments.add(comment.text());
            }
        }
    }

    @Override
    public final void renameTable(String table, String newName) {
        String call = call("renameTable", table, newName);
        add(call, new RenameTable(table(call, table), name(call, "new name", newName)));
    }

    @Override
    public final void setTableComment(String table, String comment) {
        String call = call("setTableComment", table);
        add(call, new SetTableComment(table(call, table), given(call, "comment", comment), null));
    }

    @Override
    public final void dropTableComment(String table) {
        String call = call("dropTableComment", table);
        add(call, new SetTableComment(table(call, table), null, null));
    }

    @Override
    public final void dropTable(String table) {
        String call = call("dropTable", table);
        add(call, new DropTable(table(call, table), null));
    }

    @Override
    public final void addColumn(String table, ColumnElement column) {
        String call = call("addColumn", table);
        QualifiedName name = table(call, table);
        given(call, "column", column);
        recording.add(call, () -> new AddColumn(name, column.column()));
    }

    @Override
    public final ColumnAlteration alterColumn(String table, String column) {
        String call = call("alterColumn", table, column);
        ColumnAlteration alteration = new ColumnAlteration(recording, call, table(call, table), column);
        recording.add(call, alteration::operation);
        return alteration;
    }

    @Override
    public final void renameColumn(String table, String column, String newName) {
        String call = call("renameColumn", table, column, newName);
        add(call, new RenameColumn(table(call, table), name(call, "column", column), name(call, "new name", newName)));
    }

    @Override
    public final void dropColumn(String table, String column) {
        String call = call("dropColumn", table, column);
        add(call, new DropColumn(table(call, table), name(call, "column", column), null));
    }

    @Override
    public final void dropExpression(String table, String column) {
        String call = call("dropExpression", table, column);
        add(call, new DropExpression(table(call, table), name(call, "column", column), null));
    }
}
