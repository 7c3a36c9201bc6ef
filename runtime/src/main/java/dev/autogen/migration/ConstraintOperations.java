package dev.autogen.migration;

/** Constraints and indexes of tables that exist; part of {@link Operations}. */
public sealed interface ConstraintOperations permits Operations, RecordingConstraints {

    /** {@code ALTER TABLE table ADD CONSTRAINT name PRIMARY KEY (columns)}. */
    PrimaryKeyElement createPrimaryKey(String name, String table, String... columns);

    /** {@code ALTER TABLE table ADD CONSTRAINT name UNIQUE (columns)}. */
    UniqueElement createUnique(String name, String table, String... columns);

    /**
     * {@code ALTER TABLE table ADD CONSTRAINT name FOREIGN KEY (columns) REFERENCES ...}:
     * {@code op.createForeignKey("fk_order_customer", "orders", "customer_id").references("customers", "id")}.
     */
    ForeignKeyElement createForeignKey(String name, String table, String... columns);

    /** {@code ALTER TABLE table ADD CONSTRAINT name CHECK (sql)}. */
    CheckElement createCheck(String name, String table, String sql);

    /**
     * {@code ALTER TABLE table ADD CONSTRAINT name EXCLUDE USING gist (...)}:
     * {@code op.createExclusion("no_overlap", "bookings").with("room", "=").with("during", "&&")}.
     */
    ExclusionElement createExclusion(String name, String table);

    /** {@code ALTER TABLE table RENAME CONSTRAINT name TO newName}. */
    void renameConstraint(String table, String name, String newName);

    /** {@code ALTER TABLE table VALIDATE CONSTRAINT name}: looks at the rows that were there before it. */
    void validateConstraint(String name, String table);

    /** {@code ALTER TABLE table DROP CONSTRAINT name}. */
    void dropConstraint(String name, String table);

    /**
     * {@code CREATE INDEX name ON table (columns)}, where calls may follow that say more:
     * {@code op.createIndex("ix_users_email", "users").on(expression("lower(email)")).unique()}.
     */
    IndexCreation createIndex(String name, String table, String... columns);

    /**
     * {@code ALTER INDEX name RENAME TO newName}.
     *
     * @param table the index's table
     */
    void renameIndex(String table, String name, String newName);

    /**
     * {@code DROP INDEX name}.
     *
     * @param table the index's table
     */
    IndexDrop dropIndex(String name, String table);
}
