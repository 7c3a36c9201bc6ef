package dev.autogen.migration.run;

import java.time.Duration;
import java.time.Instant;

/**
 * A line of the ledger.
 *
 * @param revision the revision that was run or stamped
 * @param action what was done
 * @param finished when it was committed
 * @param took how long it took
 * @param by the role that did it
 * @param checksum checksum of the recorded operations; null for a stamp
 * @param toolVersion autogen's version
 */
public record HistoryEntry(
        String revision,
        Action action,
        Instant finished,
        Duration took,
        String by,
        String checksum,
        String toolVersion) {

    /** What can be done to a revision. */
    public enum Action {
        UPGRADE,
        DOWNGRADE,
        STAMP
    }
}
