package dev.autogen.spring.app.migrations;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Types.varchar;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/** Add name to products. */
@Revision(id = "9c0d51e2a7f3", revises = "3f2a9c1b7d4e", created = "2026-11-22T09:00:00Z")
public final class M20261122090000_AddNameToProducts implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("products", column("name", varchar(100)));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("products", "name");
    }
}
