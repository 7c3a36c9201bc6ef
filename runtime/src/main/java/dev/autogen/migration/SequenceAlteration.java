package dev.autogen.migration;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.DataType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.operation.AlterSequence;
import dev.autogen.schema.operation.SequenceChange;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** {@code ALTER SEQUENCE}, see {@link Operations#alterSequence}: says what changes, and nothing else. */
public final class SequenceAlteration extends SequenceClauses<SequenceAlteration> {
    private final QualifiedName name;
    private SequenceChange.Type type;
    private SequenceChange.Owner owner;
    private SequenceChange.Comment comment;

    SequenceAlteration(Recording recording, String call, QualifiedName name) {
        super(recording, call);
        this.name = name;
    }

    /** {@code AS type}: {@code smallint()}, {@code integer()} or {@code bigint()}. */
    public SequenceAlteration as(DataType newType) {
        type = new SequenceChange.Type(Names.given(open("as"), "type", newType), null);
        return this;
    }

    /** {@code OWNED BY table.column}, of a table in the default schema: dropped together with the column. */
    public SequenceAlteration ownedBy(String table, String column) {
        return ownedBy(QualifiedName.of(Names.name(open("ownedBy"), "table", table)), column);
    }

    /** {@code OWNED BY schema.table.column}: dropped together with the column. */
    public SequenceAlteration ownedBy(QualifiedName table, String column) {
        String chained = open("ownedBy");
        owner = new SequenceChange.Owner(
                new ColumnRef(Names.given(chained, "table", table), Names.name(chained, "column", column)), null);
        return this;
    }

    /** {@code OWNED BY NONE}: no longer dropped together with a column. */
    public SequenceAlteration ownedByNone() {
        open("ownedByNone");
        owner = new SequenceChange.Owner(null, null);
        return this;
    }

    /** {@code COMMENT ON SEQUENCE ... IS text}. */
    public SequenceAlteration comment(String text) {
        comment = new SequenceChange.Comment(Names.given(open("comment"), "comment", text), null);
        return this;
    }

    /** {@code COMMENT ON SEQUENCE ... IS NULL}. */
    public SequenceAlteration dropComment() {
        open("dropComment");
        comment = new SequenceChange.Comment(null, null);
        return this;
    }

    AlterSequence operation() {
        SequenceChange.Options options =
                options().equals(SequenceOptions.NONE) ? null : new SequenceChange.Options(options(), null);
        List<SequenceChange> changes = Stream.<SequenceChange>of(type, options, owner, comment)
                .filter(Objects::nonNull)
                .toList();
        if (changes.isEmpty()) {
            throw new InvalidMigrationException(
                    call() + ": does not say what changes; add .incrementBy(10) or the like");
        }
        return new AlterSequence(name, changes);
    }

    @Override
    SequenceAlteration self() {
        return this;
    }
}
