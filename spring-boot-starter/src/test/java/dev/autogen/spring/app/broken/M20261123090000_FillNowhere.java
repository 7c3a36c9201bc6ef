package dev.autogen.spring.app.broken;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/** Fails. */
@Revision(id = "bad", created = "2026-11-23T09:00:00Z")
public final class M20261123090000_FillNowhere implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("INSERT INTO nowhere VALUES (1)");
    }
}
