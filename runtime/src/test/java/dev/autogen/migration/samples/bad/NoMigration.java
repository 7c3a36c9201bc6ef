package dev.autogen.migration.samples.bad;

import dev.autogen.migration.Revision;

@Revision(id = "a1")
public final class NoMigration {}
