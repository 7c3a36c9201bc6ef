package dev.autogen.migration;

import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.ReferentialAction;
import java.util.List;

/** A foreign key, see {@link Elements#foreignKey}; it is complete once {@link #references} has been called. */
public final class ForeignKeyElement extends ConstraintElement {
    private final List<String> columns;
    private QualifiedName target;
    private List<String> targetColumns = List.of();
    private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    private List<String> onDeleteColumns = List.of();
    private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    private boolean matchFull;
    private Deferrability deferrability = Deferrability.NOT_DEFERRABLE;
    private boolean validated = true;
    private boolean enforced = true;
    private boolean period;

    ForeignKeyElement(Recording recording, String call, String name, String... columns) {
        super(recording, call, name);
        this.columns = Names.names(call, "column", columns);
    }

    /**
     * {@code REFERENCES table (columns)}.
     *
     * @param table a table in the default schema
     * @param columns as many columns of it as the foreign key has
     */
    public ForeignKeyElement references(String table, String... columns) {
        return references(QualifiedName.of(Names.name(open("references"), "referenced table", table)), columns);
    }

    /**
     * {@code REFERENCES schema.table (columns)}.
     *
     * @param table a table in another schema, {@code name("audit", "events")}
     * @param columns as many columns of it as the foreign key has
     */
    public ForeignKeyElement references(QualifiedName table, String... columns) {
        String references = open("references");
        target = Names.given(references, "referenced table", table);
        targetColumns = Names.names(references, "column", columns);
        if (targetColumns.size() != this.columns.size()) {
            throw new InvalidMigrationException(references + ": " + this.columns.size() + " columns cannot reference "
                    + targetColumns.size() + "; name as many columns of " + table + " as the foreign key has");
        }
        return this;
    }

    /**
     * {@code ON DELETE action}: what happens to referencing rows when the referenced one is deleted.
     *
     * @param columns with SET_NULL and SET_DEFAULT, the columns it is confined to (PostgreSQL 15); none means all
     */
    public ForeignKeyElement onDelete(ReferentialAction action, String... columns) {
        String call = open("onDelete");
        onDelete = Names.given(call, "action", action);
        onDeleteColumns = Names.noneOrNames(call, "column", columns);
        return this;
    }

    /** {@code ON UPDATE action}: what happens to referencing rows when the referenced key changes. */
    public ForeignKeyElement onUpdate(ReferentialAction action) {
        onUpdate = Names.given(open("onUpdate"), "action", action);
        return this;
    }

    /** {@code MATCH FULL}: of several columns, either all or none are null. */
    public ForeignKeyElement matchFull() {
        open("matchFull");
        matchFull = true;
        return this;
    }

    /** {@code DEFERRABLE INITIALLY IMMEDIATE}: a transaction may ask that it be checked at its end. */
    public ForeignKeyElement deferrable() {
        open("deferrable");
        deferrability = Deferrability.INITIALLY_IMMEDIATE;
        return this;
    }

    /** {@code DEFERRABLE INITIALLY DEFERRED}: checked at the end of a transaction. */
    public ForeignKeyElement initiallyDeferred() {
        open("initiallyDeferred");
        deferrability = Deferrability.INITIALLY_DEFERRED;
        return this;
    }

    /** {@code NOT VALID}: existing rows are not looked at until {@link Operations#validateConstraint}. */
    public ForeignKeyElement notValid() {
        open("notValid");
        validated = false;
        return this;
    }

    /** {@code NOT ENFORCED}: no row is held to it (PostgreSQL 18). */
    public ForeignKeyElement notEnforced() {
        open("notEnforced");
        enforced = false;
        validated = false;
        return this;
    }

    /** {@code PERIOD}: the last column of either side is a range that those of the referenced rows cover (PostgreSQL 18). */
    public ForeignKeyElement period() {
        open("period");
        period = true;
        return this;
    }

    @Override
    ForeignKey constraint() {
        if (target == null) {
            throw new InvalidMigrationException(
                    call() + ": does not say what it references; add .references(table, columns)");
        }
        return new ForeignKey(
                name(),
                columns,
                target,
                targetColumns,
                onDelete,
                onDeleteColumns,
                onUpdate,
                matchFull,
                deferrability,
                validated,
                enforced,
                period);
    }
}
