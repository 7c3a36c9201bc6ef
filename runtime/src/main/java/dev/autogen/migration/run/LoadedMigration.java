package dev.autogen.migration.run;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.Migration;
import dev.autogen.migration.revision.RevisionInfo;

/**
 * A migration that can be run.
 *
 * @param info its place in the history
 * @param migration the instance whose methods record what is to be done
 */
public record LoadedMigration(RevisionInfo info, Migration migration) {

    public LoadedMigration {
        requireNonNull(info, "info is null");
        requireNonNull(migration, "migration is null");
    }
}
