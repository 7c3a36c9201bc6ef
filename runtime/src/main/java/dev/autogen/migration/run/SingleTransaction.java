package dev.autogen.migration.run;

import java.util.List;

/** One transaction for a whole run. */
final class SingleTransaction {
    private SingleTransaction() {}

    /**
     * Demands that all of it can be in one transaction.
     *
     * @throws MigrationFailedException that names the first part which cannot
     */
    static void require(List<PlannedMigration> planned) {
        for (PlannedMigration each : planned) {
            for (Segment segment : each.segments()) {
                if (segment.kind() != Segment.Kind.TRANSACTION) {
                    throw new MigrationFailedException(
                            each.revision(),
                            "Migration " + FailureReport.name(each.revision())
                                    + " cannot be part of a single transaction: " + StepWords.of(segment)
                                    + (segment.kind() == Segment.Kind.BATCH
                                            ? " commits after each batch."
                                            : " runs outside of transactions.")
                                    + " Nothing was run. Leave --single-transaction away, or run up to the revision"
                                    + " before it, this one by itself, and then the rest.",
                            null);
                }
            }
        }
    }
}
