package dev.autogen.migration.run;

import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropIndex;
import java.util.List;

/** What a concurrent build that was interrupted leaves: an invalid index under the name of the one to be built. */
final class InvalidIndex {
    private InvalidIndex() {}

    /** A query that has a row where it is there. */
    static SqlStatement exists(CreateIndex create, String defaultSchema) {
        String schema =
                create.table().schema() == null ? defaultSchema : create.table().schema();
        return new SqlStatement(
                """
                select 1 from pg_catalog.pg_index i
                  join pg_catalog.pg_class c on c.oid = i.indexrelid
                  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                  join pg_catalog.pg_class t on t.oid = i.indrelid
                where n.nspname = ? and c.relname = ? and t.relname = ? and not i.indisvalid""", List.of(schema, create.index().name(), create.table().name()));
    }

    /** Removes it, outside of a transaction. */
    static DropIndex drop(CreateIndex create) {
        return new DropIndex(create.table(), create.index().name(), null, true);
    }
}
