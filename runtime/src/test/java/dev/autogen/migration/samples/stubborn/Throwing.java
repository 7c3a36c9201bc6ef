package dev.autogen.migration.samples.stubborn;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

@Revision(id = "a1")
public final class Throwing implements Migration {
    public Throwing() {
        throw new IllegalStateException("no configuration");
    }

    @Override
    public void upgrade(Operations op) {}
}
