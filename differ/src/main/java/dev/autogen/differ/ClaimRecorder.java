package dev.autogen.differ;

import dev.autogen.schema.operation.Operation;
import java.util.List;

/**
 * Replays the operations of a project's migrations, in the order in which they run, to know what they created: renames
 * are followed, what is dropped is forgotten, raw SQL claims nothing. Leave out the migrations that are a baseline.
 * Not thread-safe.
 */
public final class ClaimRecorder {
    private final ClaimedObjects claimed = new ClaimedObjects();
    private final ClaimReplay replay = new ClaimReplay(claimed);

    /** Replays the upgrade of the next migration. */
    public ClaimRecorder replay(List<Operation> upgrade) {
        upgrade.forEach(operation -> operation.accept(replay));
        return this;
    }

    /** What has been created by all that was replayed so far, and is still there. */
    public Claims claims() {
        return claimed.toClaims();
    }
}
