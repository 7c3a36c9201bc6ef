package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.revision.RevisionInfo;
import java.util.List;

/**
 * What became of a migration when a history was walked up, down and up again.
 *
 * @param revision the migration
 * @param outcome how it fared
 * @param flaws what does not hold; empty unless it failed
 * @param remark why it was not tried, or not both ways; empty where it was
 * @param rows what rows lose that go over it, which is no flaw; a line each
 */
public record WalkedMigration(
        RevisionInfo revision, Outcome outcome, List<Flaw> flaws, String remark, List<String> rows) {

    /** How a migration fared. */
    public enum Outcome {
        /** Its downgrade gives back what was there, and its upgrade then what it gave the first time. */
        PROVED,
        /** Its upgrade ran; its downgrade was not tried. */
        UP_ONLY,
        /** Something does not hold. */
        FAILED,
        /** It could not be tried. */
        UNPROVED
    }

    /**
     * Something that does not hold.
     *
     * @param law what, in a sentence without its full stop
     * @param differences what differs, a line each; or why it did not run
     */
    public record Flaw(String law, List<String> differences) {
        public Flaw {
            requireNonNull(law, "law is null");
            differences = List.copyOf(differences);
        }

        /** The law, and what differs below it. */
        @Override
        public String toString() {
            return differences.isEmpty() ? law : law + ":\n  " + String.join("\n  ", differences);
        }
    }

    public WalkedMigration {
        requireNonNull(revision, "revision is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(remark, "remark is null");
        flaws = List.copyOf(flaws);
        rows = List.copyOf(rows);
    }
}
