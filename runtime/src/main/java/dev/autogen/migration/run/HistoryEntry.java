package dev.autogen.migration.run;

import java.time.Duration;
import java.time.Instant;

/**
 * A line of the ledger.
 *
 * @param revision the revision that was run, or those that were stamped, separated by commas
 * @param action what was done
 * @param finished when it was committed
 * @param took how long it took
 * @param by the database role that did it
 * @param client the user of the operating system and the host: {@code anna@laptop}; null where a script did it
 * @param address the network address it came from; null for a local socket
 * @param application what the client called itself ({@code application_name}); null where it did not
 * @param checksum checksum of the recorded operations; null for a stamp, and where they are not the same each time
 * @param toolVersion autogen's version
 */
public record HistoryEntry(
        String revision,
        Action action,
        Instant finished,
        Duration took,
        String by,
        String client,
        String address,
        String application,
        String checksum,
        String toolVersion) {

    /** What can be done to a revision. */
    public enum Action {
        UPGRADE,
        DOWNGRADE,
        STAMP,
        /** What an applied migration says now was accepted in the place of what was run. */
        ACCEPT
    }

    /** Who did it, from where: {@code app (anna@laptop, autogen, 10.0.0.3)}. */
    public String who() {
        StringBuilder more = new StringBuilder();
        for (String each : new String[] {client, application, address}) {
            if (each != null && !each.isEmpty()) {
                more.append(more.isEmpty() ? " (" : ", ").append(each);
            }
        }
        return by + more + (more.isEmpty() ? "" : ")");
    }
}
