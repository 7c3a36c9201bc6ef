package dev.autogen.migration;

import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.operation.CreateIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code CREATE INDEX}, see {@link Operations#createIndex}. */
public final class IndexCreation {
    private final Recording recording;
    private final String call;
    private final QualifiedName table;
    private final String name;
    private final List<IndexKey> keys = new ArrayList<>();
    private String method = Index.BTREE;
    private List<String> include = List.of();
    private boolean unique;
    private boolean nullsNotDistinct;
    private SqlExpression predicate;
    private final Map<String, String> options = new HashMap<>();
    private boolean concurrently;

    IndexCreation(Recording recording, String call, String name, QualifiedName table, String... columns) {
        this.recording = recording;
        this.call = call;
        this.name = Names.name(call, "name of the index", name);
        this.table = table;
        for (String column : Names.given(call, "list of columns", columns)) {
            keys.add(IndexKey.column(Names.name(call, "column", column)));
        }
    }

    /** More keys, with what plain column names cannot say: {@code .on(expression("lower(email)"), key("at").desc())}. */
    public IndexCreation on(IndexKeyElement... newKeys) {
        String chained = open("on");
        for (IndexKeyElement key : Names.given(chained, "list of keys", newKeys)) {
            keys.add(Names.given(chained, "key", key).key());
        }
        return this;
    }

    /** {@code CREATE UNIQUE INDEX}. */
    public IndexCreation unique() {
        open("unique");
        unique = true;
        return this;
    }

    /** {@code USING method}: the access method, {@code btree} unless this says otherwise. */
    public IndexCreation using(String accessMethod) {
        method = Names.name(open("using"), "access method", accessMethod);
        return this;
    }

    /** {@code INCLUDE (columns)}: columns that the index carries without being sorted by them. */
    public IndexCreation include(String... columns) {
        include = Names.names(open("include"), "column", columns);
        return this;
    }

    /** {@code NULLS NOT DISTINCT}: two nulls count as equal (PostgreSQL 15 and later). */
    public IndexCreation nullsNotDistinct() {
        open("nullsNotDistinct");
        nullsNotDistinct = true;
        return this;
    }

    /** {@code WHERE sql}: the rows the index holds. */
    public IndexCreation where(String sql) {
        predicate = SqlExpression.of(Names.text(open("where"), "condition", sql));
        return this;
    }

    /** {@code WITH (option = value)}: a storage option such as {@code fillfactor}. */
    public IndexCreation with(String option, String value) {
        String chained = open("with");
        options.put(Names.name(chained, "option", option), Names.given(chained, "value", value));
        return this;
    }

    /** {@code CONCURRENTLY}: writers go on meanwhile. PostgreSQL refuses it within a transaction. */
    public IndexCreation concurrently() {
        open("concurrently");
        concurrently = true;
        return this;
    }

    CreateIndex operation() {
        if (keys.isEmpty()) {
            throw new InvalidMigrationException(call + ": needs at least one column, or .on(expression(sql))");
        }
        return new CreateIndex(
                table,
                new Index(name, method, keys, include, unique, nullsNotDistinct, predicate, options, true),
                concurrently);
    }

    private String open(String chained) {
        recording.checkOpen(call + "." + chained);
        return call + "." + chained;
    }
}
