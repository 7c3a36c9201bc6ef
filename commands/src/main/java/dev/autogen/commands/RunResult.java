package dev.autogen.commands;

import dev.autogen.migration.revision.RevisionInfo;
import java.util.List;
import java.util.Set;

/**
 * What came of an upgrade, downgrade or stamp.
 *
 * @param done the revisions that were run, in order; none for a stamp
 * @param current where the database is now
 */
public record RunResult(List<RevisionInfo> done, Set<String> current) {

    public RunResult {
        done = List.copyOf(done);
        current = Set.copyOf(current);
    }
}
