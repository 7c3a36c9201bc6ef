package dev.autogen.migration.run;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.Migration;
import dev.autogen.migration.revision.RevisionInfo;
import java.util.function.Supplier;

/** A migration that can be run. */
public final class LoadedMigration {
    private final RevisionInfo info;
    private final Supplier<Migration> migration;

    /**
     * A migration that is there.
     *
     * @param info its place in the history
     * @param migration the instance whose methods record what is to be done
     */
    public LoadedMigration(RevisionInfo info, Migration migration) {
        this(info, () -> migration);
        requireNonNull(migration, "migration is null");
    }

    private LoadedMigration(RevisionInfo info, Supplier<Migration> migration) {
        this.info = requireNonNull(info, "info is null");
        this.migration = requireNonNull(migration, "migration is null");
    }

    /**
     * A migration that is made only where it is asked what it does: to look at a database, or to stamp it, the place in
     * the history is often enough.
     *
     * @param migration makes it, or answers the one it made before; may be asked more than once
     */
    public static LoadedMigration whenNeeded(RevisionInfo info, Supplier<Migration> migration) {
        return new LoadedMigration(info, migration);
    }

    /** Its place in the history. */
    public RevisionInfo info() {
        return info;
    }

    /** The instance whose methods record what is to be done. */
    public Migration migration() {
        return migration.get();
    }
}
