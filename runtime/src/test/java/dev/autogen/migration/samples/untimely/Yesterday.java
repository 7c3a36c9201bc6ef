package dev.autogen.migration.samples.untimely;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

@Revision(id = "a1", created = "yesterday")
public final class Yesterday implements Migration {

    @Override
    public void upgrade(Operations op) {}
}
