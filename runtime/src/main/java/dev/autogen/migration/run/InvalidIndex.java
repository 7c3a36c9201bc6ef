package dev.autogen.migration.run;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.Operation;
import java.util.List;
import java.util.Optional;

/**
 * What became of an index that was being built or dropped outside of a transaction when a run was interrupted, as the
 * runner and a script ask for it. A concurrent build leaves an index that is invalid under the name of the one to be
 * built; so does a drop (PostgreSQL, CREATE INDEX, "Building Indexes Concurrently").
 */
final class InvalidIndex {
    private InvalidIndex() {}

    /** A query that has a row where it is there. */
    static SqlStatement exists(CreateIndex create, String defaultSchema) {
        SqlStatement any = index(create.table(), create.index().name(), defaultSchema);
        return new SqlStatement(any.sql() + " and not i.indisvalid", any.parameters());
    }

    /**
     * A condition that is true where a build or drop outside of a transaction came to its end, though it may have been
     * interrupted before that was recorded; empty for every other operation.
     */
    static Optional<SqlStatement> done(Operation operation, String defaultSchema) {
        if (operation instanceof CreateIndex create) {
            SqlStatement any = index(create.table(), create.index().name(), defaultSchema);
            return Optional.of(new SqlStatement("EXISTS (" + any.sql() + " and i.indisvalid)", any.parameters()));
        }
        if (operation instanceof DropIndex drop) {
            SqlStatement any = index(drop.table(), drop.name(), defaultSchema);
            return Optional.of(new SqlStatement("NOT EXISTS (" + any.sql() + ")", any.parameters()));
        }
        return Optional.empty();
    }

    private static SqlStatement index(QualifiedName table, String name, String defaultSchema) {
        String schema = table.schema() == null ? defaultSchema : table.schema();
        return new SqlStatement("""
                select 1 from pg_catalog.pg_index i
                  join pg_catalog.pg_class c on c.oid = i.indexrelid
                  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                  join pg_catalog.pg_class t on t.oid = i.indrelid
                where n.nspname = ? and c.relname = ? and t.relname = ?""", List.of(schema, name, table.name()));
    }

    /** Removes it, outside of a transaction. */
    static DropIndex drop(CreateIndex create) {
        return new DropIndex(create.table(), create.index().name(), null, true);
    }
}
