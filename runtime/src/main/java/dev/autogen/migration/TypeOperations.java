package dev.autogen.migration;

import dev.autogen.schema.DataType;

/** Sequences, enum types, domains, schemas and extensions; part of {@link Operations}. */
public sealed interface TypeOperations permits Operations, RecordingTypes {

    /**
     * {@code CREATE SEQUENCE sequence}, where calls may follow that say more:
     * {@code op.createSequence("orders_seq").startWith(1).incrementBy(50)}.
     */
    SequenceCreation createSequence(String sequence);

    /** {@code ALTER SEQUENCE sequence ...}, where the calls that follow say what changes. */
    SequenceAlteration alterSequence(String sequence);

    /** {@code ALTER SEQUENCE sequence RENAME TO newName}. */
    void renameSequence(String sequence, String newName);

    /** {@code DROP SEQUENCE sequence}; fails while a default draws from it. */
    void dropSequence(String sequence);

    /**
     * Sets the sequence behind a column so that its numbers go on: behind the highest value in the table, unless a call
     * says otherwise, {@code op.continueNumbering("users", "id").from("users_seq")}. The column is an identity column,
     * or its sequence is owned by it and counts up. Adding an identity to a column does this by itself.
     */
    NumberingContinuation continueNumbering(String table, String column);

    /** {@code CREATE TYPE type AS ENUM (labels)}. */
    void createEnum(String type, String... labels);

    /**
     * {@code ALTER TYPE type ADD VALUE label}, at the end unless a call says where:
     * {@code op.addEnumValue("mood", "happy").after("ok")}.
     */
    EnumValueAddition addEnumValue(String type, String label);

    /** {@code ALTER TYPE type RENAME VALUE label TO newLabel}. */
    void renameEnumValue(String type, String label, String newLabel);

    /**
     * Makes the type anew with these labels, for what {@code ADD VALUE} cannot do, and converts the columns that the
     * calls which follow name: {@code op.rebuildEnum("mood", "sad", "ok").usedBy("people", "mood")}. Fails on rows with
     * a label that is no more.
     */
    EnumRebuild rebuildEnum(String type, String... labels);

    /** {@code COMMENT ON TYPE type IS comment}, of an enum type. */
    void setEnumComment(String type, String comment);

    /** {@code COMMENT ON TYPE type IS NULL}, of an enum type. */
    void dropEnumComment(String type);

    /** {@code DROP TYPE type}; fails while a column is of that type. */
    void dropEnum(String type);

    /**
     * {@code CREATE DOMAIN domain AS type}, where calls may follow that say more:
     * {@code op.createDomain("price", numeric(10, 2)).check("price_check", "VALUE >= 0")}.
     */
    DomainCreation createDomain(String domain, DataType type);

    /** {@code ALTER DOMAIN domain ...}, where the calls that follow say what changes, in their order. */
    DomainAlteration alterDomain(String domain);

    /** {@code DROP DOMAIN domain}; fails while a column is of that type. */
    void dropDomain(String domain);

    /** {@code CREATE SCHEMA schema}. */
    void createSchema(String schema);

    /** {@code COMMENT ON SCHEMA schema IS comment}. */
    void setSchemaComment(String schema, String comment);

    /** {@code COMMENT ON SCHEMA schema IS NULL}. */
    void dropSchemaComment(String schema);

    /** {@code DROP SCHEMA schema}; fails unless it is empty. */
    void dropSchema(String schema);

    /**
     * {@code CREATE EXTENSION IF NOT EXISTS extension}, into the default schema unless the extension has one of its own;
     * {@code op.execute("CREATE EXTENSION ... SCHEMA ...")} puts it elsewhere.
     */
    void createExtension(String extension);

    /** {@code DROP EXTENSION IF EXISTS extension}; fails while something depends on it. */
    void dropExtension(String extension);
}
