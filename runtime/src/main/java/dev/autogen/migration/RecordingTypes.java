package dev.autogen.migration;

import static dev.autogen.migration.Names.call;
import static dev.autogen.migration.Names.given;
import static dev.autogen.migration.Names.name;

import dev.autogen.schema.DataType;
import dev.autogen.schema.Domain;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.CreateExtension;
import dev.autogen.schema.operation.CreateSchema;
import dev.autogen.schema.operation.DropDomain;
import dev.autogen.schema.operation.DropEnum;
import dev.autogen.schema.operation.DropExtension;
import dev.autogen.schema.operation.DropSchema;
import dev.autogen.schema.operation.DropSequence;
import dev.autogen.schema.operation.RenameEnumValue;
import dev.autogen.schema.operation.RenameSequence;
import dev.autogen.schema.operation.SetEnumComment;
import dev.autogen.schema.operation.SetSchemaComment;
import java.util.List;

/** Records what is asked for of sequences, types, schemas and extensions. */
abstract sealed class RecordingTypes extends RecordingDependents implements TypeOperations
        permits RecordingConstraints {

    RecordingTypes(Recording recording, String schema) {
        super(recording, schema);
    }

    @Override
    public final SequenceCreation createSequence(String sequence) {
        String call = call("createSequence", sequence);
        SequenceCreation creation = new SequenceCreation(recording, call, qualified(call, "sequence", sequence));
        recording.add(call, creation::operation);
        return creation;
    }

    @Override
    public final SequenceAlteration alterSequence(String sequence) {
        String call = call("alterSequence", sequence);
        SequenceAlteration alteration = new SequenceAlteration(recording, call, qualified(call, "sequence", sequence));
        recording.add(call, alteration::operation);
        return alteration;
    }

    @Override
    public final void renameSequence(String sequence, String newName) {
        String call = call("renameSequence", sequence, newName);
        add(call, new RenameSequence(qualified(call, "sequence", sequence), name(call, "new name", newName)));
    }

    @Override
    public final void dropSequence(String sequence) {
        String call = call("dropSequence", sequence);
        add(call, new DropSequence(qualified(call, "sequence", sequence), null));
    }

    @Override
    public final NumberingContinuation continueNumbering(String table, String column) {
        String call = call("continueNumbering", table, column);
        NumberingContinuation continuation = new NumberingContinuation(recording, call, table(call, table), column);
        recording.add(call, continuation::operation);
        return continuation;
    }

    @Override
    public final void createEnum(String type, String... labels) {
        String call = call("createEnum", type);
        add(call, new CreateEnum(enumType(call, type, labels)));
    }

    @Override
    public final EnumValueAddition addEnumValue(String type, String label) {
        String call = call("addEnumValue", type, label);
        EnumValueAddition addition = new EnumValueAddition(recording, call, qualified(call, "type", type), label);
        recording.add(call, addition::operation);
        return addition;
    }

    @Override
    public final void renameEnumValue(String type, String label, String newLabel) {
        String call = call("renameEnumValue", type, label, newLabel);
        add(
                call,
                new RenameEnumValue(
                        qualified(call, "type", type),
                        given(call, "label", label),
                        given(call, "new label", newLabel)));
    }

    @Override
    public final EnumRebuild rebuildEnum(String type, String... labels) {
        String call = call("rebuildEnum", type);
        EnumRebuild rebuild = new EnumRebuild(recording, call, enumType(call, type, labels));
        recording.add(call, rebuild::operation);
        return rebuild;
    }

    @Override
    public final void setEnumComment(String type, String comment) {
        String call = call("setEnumComment", type);
        add(call, new SetEnumComment(qualified(call, "type", type), given(call, "comment", comment), null));
    }

    @Override
    public final void dropEnumComment(String type) {
        String call = call("dropEnumComment", type);
        add(call, new SetEnumComment(qualified(call, "type", type), null, null));
    }

    @Override
    public final void dropEnum(String type) {
        String call = call("dropEnum", type);
        add(call, new DropEnum(qualified(call, "type", type), null));
    }

    @Override
    public final DomainCreation createDomain(String domain, DataType type) {
        String call = call("createDomain", domain);
        DomainCreation creation = new DomainCreation(
                recording, call, Domain.of(qualified(call, "domain", domain), given(call, "type", type)));
        recording.add(call, creation::operation);
        return creation;
    }

    @Override
    public final DomainAlteration alterDomain(String domain) {
        String call = call("alterDomain", domain);
        DomainAlteration alteration = new DomainAlteration(recording, call, qualified(call, "domain", domain));
        recording.add(call, alteration::operation);
        return alteration;
    }

    @Override
    public final void dropDomain(String domain) {
        String call = call("dropDomain", domain);
        add(call, new DropDomain(qualified(call, "domain", domain), null));
    }

    @Override
    public final void createSchema(String name) {
        String call = call("createSchema", name);
        add(call, new CreateSchema(name(call, "schema", name)));
    }

    @Override
    public final void setSchemaComment(String name, String comment) {
        String call = call("setSchemaComment", name);
        add(call, new SetSchemaComment(name(call, "schema", name), given(call, "comment", comment), null));
    }

    @Override
    public final void dropSchemaComment(String name) {
        String call = call("dropSchemaComment", name);
        add(call, new SetSchemaComment(name(call, "schema", name), null, null));
    }

    @Override
    public final void dropSchema(String name) {
        String call = call("dropSchema", name);
        add(call, new DropSchema(name(call, "schema", name), null));
    }

    @Override
    public final void createExtension(String extension) {
        String call = call("createExtension", extension);
        add(call, new CreateExtension(name(call, "extension", extension)));
    }

    @Override
    public final void dropExtension(String extension) {
        String call = call("dropExtension", extension);
        add(call, new DropExtension(name(call, "extension", extension)));
    }

    private EnumType enumType(String call, String type, String... labels) {
        for (String label : given(call, "list of labels", labels)) {
            given(call, "label", label);
        }
        checkOnce(call, "label", List.of(labels));
        return new EnumType(qualified(call, "type", type), List.of(labels));
    }
}
