package dev.autogen.migration;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.DataType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.operation.CreateSequence;

/** {@code CREATE SEQUENCE}, see {@link Operations#createSequence}. */
public final class SequenceCreation extends SequenceClauses<SequenceCreation> {
    private final QualifiedName name;
    private DataType type = Types.bigint();
    private ColumnRef ownedBy;
    private String comment;

    SequenceCreation(Recording recording, String call, QualifiedName name) {
        super(recording, call);
        this.name = name;
    }

    /** {@code AS type}: {@code bigint()} unless this says {@code integer()} or {@code smallint()}. */
    public SequenceCreation as(DataType newType) {
        type = Names.given(open("as"), "type", newType);
        return this;
    }

    /** {@code OWNED BY table.column}, of a table in the default schema: dropped together with the column. */
    public SequenceCreation ownedBy(String table, String column) {
        return ownedBy(QualifiedName.of(Names.name(open("ownedBy"), "table", table)), column);
    }

    /** {@code OWNED BY schema.table.column}: dropped together with the column. */
    public SequenceCreation ownedBy(QualifiedName table, String column) {
        String chained = open("ownedBy");
        ownedBy = new ColumnRef(Names.given(chained, "table", table), Names.name(chained, "column", column));
        return this;
    }

    /** {@code COMMENT ON SEQUENCE}. */
    public SequenceCreation comment(String text) {
        comment = Names.given(open("comment"), "comment", text);
        return this;
    }

    CreateSequence operation() {
        return new CreateSequence(new Sequence(name, type, options(), ownedBy, comment));
    }

    @Override
    SequenceCreation self() {
        return this;
    }
}
