package dev.autogen.migration;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.dependent.MaterializedView;
import dev.autogen.schema.operation.CreateDependent;

/** {@code CREATE MATERIALIZED VIEW}, see {@link Operations#createMaterializedView}. */
public final class MaterializedViewCreation extends RelationClauses<MaterializedViewCreation> {
    private final QualifiedName name;
    private final String query;
    private boolean populated = true;

    MaterializedViewCreation(Recording recording, String call, QualifiedName name, String query) {
        super(recording, call);
        this.name = name;
        this.query = Names.text(call, "query", query);
    }

    /** {@code WITH NO DATA}: it cannot be queried until it is refreshed. */
    public MaterializedViewCreation withNoData() {
        open("withNoData");
        populated = false;
        return this;
    }

    CreateDependent operation() {
        return new CreateDependent(new MaterializedView(name, query, options(), populated, access(), comments()));
    }

    @Override
    MaterializedViewCreation self() {
        return this;
    }
}
