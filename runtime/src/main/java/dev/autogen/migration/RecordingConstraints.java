package dev.autogen.migration;

import static dev.autogen.migration.Names.call;
import static dev.autogen.migration.Names.name;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.RenameConstraint;
import dev.autogen.schema.operation.RenameIndex;
import dev.autogen.schema.operation.ValidateConstraint;

/** Records what is asked for of constraints and indexes. */
abstract sealed class RecordingConstraints extends RecordingTypes implements ConstraintOperations
        permits RecordingTables {

    RecordingConstraints(Recording recording, String schema) {
        super(recording, schema);
    }

    @Override
    public final PrimaryKeyElement createPrimaryKey(String name, String table, String... columns) {
        String call = call("createPrimaryKey", name, table);
        return constraint(call, table, new PrimaryKeyElement(recording, call, name, columns));
    }

    @Override
    public final UniqueElement createUnique(String name, String table, String... columns) {
        String call = call("createUnique", name, table);
        return constraint(call, table, new UniqueElement(recording, call, name, columns));
    }

    @Override
    public final ForeignKeyElement createForeignKey(String name, String table, String... columns) {
        String call = call("createForeignKey", name, table);
        return constraint(call, table, new ForeignKeyElement(recording, call, name, columns));
    }

    @Override
    public final CheckElement createCheck(String name, String table, String sql) {
        String call = call("createCheck", name, table);
        return constraint(call, table, new CheckElement(recording, call, name, sql));
    }

    @Override
    public final ExclusionElement createExclusion(String name, String table) {
        String call = call("createExclusion", name, table);
        return constraint(call, table, new ExclusionElement(recording, call, name));
    }

    private <C extends ConstraintElement> C constraint(String call, String table, C element) {
        QualifiedName name = table(call, table);
        recording.add(
                call,
                () -> new AddConstraint(
                        name, element.constraint(), element.usingIndex().orElse(null)));
        return element;
    }

    @Override
    public final void renameConstraint(String table, String name, String newName) {
        String call = call("renameConstraint", table, name, newName);
        add(
                call,
                new RenameConstraint(
                        table(call, table), name(call, "constraint", name), name(call, "new name", newName)));
    }

    @Override
    public final void validateConstraint(String name, String table) {
        String call = call("validateConstraint", name, table);
        add(call, new ValidateConstraint(table(call, table), name(call, "constraint", name)));
    }

    @Override
    public final void dropConstraint(String name, String table) {
        String call = call("dropConstraint", name, table);
        add(call, new DropConstraint(table(call, table), name(call, "constraint", name), null));
    }

    @Override
    public final IndexCreation createIndex(String name, String table, String... columns) {
        String call = call("createIndex", name, table);
        IndexCreation creation = new IndexCreation(recording, call, name, table(call, table), columns);
        recording.add(call, creation::operation);
        return creation;
    }

    @Override
    public final void renameIndex(String table, String name, String newName) {
        String call = call("renameIndex", table, name, newName);
        add(call, new RenameIndex(table(call, table), name(call, "index", name), name(call, "new name", newName)));
    }

    @Override
    public final IndexDrop dropIndex(String name, String table) {
        String call = call("dropIndex", name, table);
        IndexDrop drop = new IndexDrop(recording, call, name, table(call, table));
        recording.add(call, drop::operation);
        return drop;
    }
}
