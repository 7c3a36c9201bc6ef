package dev.autogen.migration.samples.good;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

@Revision(id = "a1", created = "2026-11-21T10:15:30Z", labels = "shop")
public final class M20261121101530_AddProductsTable implements Migration {

    @Override
    public void upgrade(Operations op) {}
}
