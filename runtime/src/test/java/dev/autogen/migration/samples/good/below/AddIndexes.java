package dev.autogen.migration.samples.good.below;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

@Revision(id = "c3", revises = "b2")
public final class AddIndexes implements Migration {

    @Override
    public void upgrade(Operations op) {}
}
