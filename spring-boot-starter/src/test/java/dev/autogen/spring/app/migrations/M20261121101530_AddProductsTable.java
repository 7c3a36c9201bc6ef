package dev.autogen.spring.app.migrations;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Elements.primaryKey;
import static dev.autogen.migration.Types.bigint;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/** Add products table. */
@Revision(id = "3f2a9c1b7d4e", created = "2026-11-21T10:15:30Z")
public final class M20261121101530_AddProductsTable implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("products", column("id", bigint()).notNull(), primaryKey("products_pkey", "id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("products");
    }
}
