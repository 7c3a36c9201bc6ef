package dev.autogen.migration;

/** Tables and their columns; part of {@link Operations}. */
public sealed interface TableOperations permits Operations, RecordingTables {

    /**
     * {@code CREATE TABLE table (elements)}, and {@code COMMENT ON} for the comments among them.
     *
     * @param elements columns in their order, constraints, a comment, see {@link Elements}
     */
    void createTable(String table, TableElement... elements);

    /** {@code ALTER TABLE table RENAME TO newName}. */
    void renameTable(String table, String newName);

    /** {@code COMMENT ON TABLE table IS 'comment'}. */
    void setTableComment(String table, String comment);

    /** {@code COMMENT ON TABLE table IS NULL}. */
    void dropTableComment(String table);

    /** {@code DROP TABLE table}, with its indexes and constraints; fails while something else depends on it. */
    void dropTable(String table);

    /** {@code ALTER TABLE table ADD COLUMN column}: {@code op.addColumn("users", column("age", integer()))}. */
    void addColumn(String table, ColumnElement column);

    /**
     * {@code ALTER TABLE table ALTER COLUMN column ...}, where the calls that follow say what changes:
     * {@code op.alterColumn("users", "email").type(varchar(320)).notNull()}.
     */
    ColumnAlteration alterColumn(String table, String column);

    /** {@code ALTER TABLE table RENAME COLUMN column TO newName}. */
    void renameColumn(String table, String column, String newName);

    /** {@code ALTER TABLE table DROP COLUMN column}; fails while something else depends on it. */
    void dropColumn(String table, String column);

    /**
     * {@code ALTER TABLE table ALTER COLUMN column DROP EXPRESSION}: a stored generated column becomes an ordinary one
     * and keeps its values.
     */
    void dropExpression(String table, String column);
}
