package dev.autogen.migration;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.operation.EnumUse;
import dev.autogen.schema.operation.RebuildEnum;
import java.util.ArrayList;
import java.util.List;

/**
 * An enum type made anew with other labels, see {@link Operations#rebuildEnum}. Every column of the type must be named
 * with {@link #usedBy}; {@link #array} and {@link #defaultSql} concern the column named last.
 */
public final class EnumRebuild {
    private final Recording recording;
    private final String call;
    private EnumType type;
    private final List<EnumUse> uses = new ArrayList<>();

    EnumRebuild(Recording recording, String call, EnumType type) {
        this.recording = recording;
        this.call = call;
        this.type = type;
    }

    /** The type's comment, which goes with the type that it was. */
    public EnumRebuild comment(String comment) {
        String chained = open("comment");
        type = type.withComment(Names.given(chained, "comment", comment));
        return this;
    }

    /** A column of the type, in a table of the default schema. */
    public EnumRebuild usedBy(String table, String column) {
        return usedBy(QualifiedName.of(Names.name(open("usedBy"), "table", table)), column);
    }

    /** A column of the type, in a table of another schema. */
    public EnumRebuild usedBy(QualifiedName table, String column) {
        String chained = open("usedBy");
        uses.add(new EnumUse(
                new ColumnRef(Names.given(chained, "table", table), Names.name(chained, "column", column)),
                false,
                null));
        return this;
    }

    /** The column is an array of the type. */
    public EnumRebuild array() {
        EnumUse use = last("array");
        uses.set(uses.size() - 1, new EnumUse(use.column(), true, use.defaultValue()));
        return this;
    }

    /** The column's default, which is taken away meanwhile and given back. */
    public EnumRebuild defaultSql(String sql) {
        EnumUse use = last("defaultSql");
        SqlExpression expression = SqlExpression.of(Names.text(call + ".defaultSql", "expression", sql));
        uses.set(uses.size() - 1, new EnumUse(use.column(), use.array(), expression));
        return this;
    }

    RebuildEnum operation() {
        return new RebuildEnum(type, null, uses);
    }

    private EnumUse last(String method) {
        String chained = open(method);
        if (uses.isEmpty()) {
            throw new InvalidMigrationException(chained + ": concerns a column; call .usedBy(table, column) before it");
        }
        return uses.get(uses.size() - 1);
    }

    private String open(String method) {
        recording.checkOpen(call + "." + method);
        return call + "." + method;
    }
}
