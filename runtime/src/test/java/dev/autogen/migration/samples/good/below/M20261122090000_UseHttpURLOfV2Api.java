package dev.autogen.migration.samples.good.below;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

@Revision(id = "b2", revises = "a1")
public final class M20261122090000_UseHttpURLOfV2Api implements Migration {

    @Override
    public void upgrade(Operations op) {}
}
