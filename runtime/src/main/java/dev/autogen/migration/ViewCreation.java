package dev.autogen.migration;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.dependent.View;
import dev.autogen.schema.operation.CreateDependent;
import java.util.HashMap;
import java.util.Map;

/** {@code CREATE VIEW}, see {@link Operations#createView}. */
public final class ViewCreation extends RelationClauses<ViewCreation> {
    private final QualifiedName name;
    private final String query;
    private final Map<String, SqlExpression> defaults = new HashMap<>();

    ViewCreation(Recording recording, String call, QualifiedName name, String query) {
        super(recording, call);
        this.name = name;
        this.query = Names.text(call, "query", query);
    }

    /** {@code ALTER COLUMN column SET DEFAULT sql}: what an insert into the view takes where it does not say. */
    public ViewCreation columnDefault(String column, String sql) {
        String chained = open("columnDefault");
        defaults.put(Names.name(chained, "column", column), SqlExpression.of(Names.text(chained, "expression", sql)));
        return this;
    }

    CreateDependent operation() {
        return new CreateDependent(new View(name, query, options(), defaults, access(), comments()));
    }

    @Override
    ViewCreation self() {
        return this;
    }
}
