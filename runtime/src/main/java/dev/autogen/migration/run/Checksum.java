package dev.autogen.migration.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autogen.migration.BatchedChange;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.migration.revision.Direction;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Fingerprint of what a migration asks for, in both directions: the SQL of its operations, in which a name without a
 * schema stays one, so that it is the same in every schema. Java callbacks count as such; what they do is not seen. Timeouts do not count:
 * they change nothing of what is done.
 */
final class Checksum {
    /** Says how the rest was made, so that another way of making it is not taken for an edited migration. */
    private static final String VERSION = "2:";

    private static final String SEPARATOR = ":";

    private static final PostgresDdl DDL = PostgresDdl.inDefaultSchema("");
    private static final int BYTES = 12;

    private Checksum() {}

    /** Of a migration: one of each direction, since the way back may be mended after it was applied. */
    static String of(RecordedMigration migration) {
        return VERSION + digest(text(migration.upgrade())) + SEPARATOR + digest(text(migration.downgrade()));
    }

    /**
     * What has changed between two checksums of a migration: nothing where the first is null or was made in another way.
     *
     * @param now empty where the migration cannot say what it does
     */
    static Set<Direction> edited(String before, String now) {
        if (before == null || !before.startsWith(VERSION) || before.equals(now)) {
            return Set.of();
        }
        Set<Direction> edited = EnumSet.noneOf(Direction.class);
        String[] then = before.split(SEPARATOR, -1);
        String[] today = now.isEmpty() ? new String[then.length] : now.split(SEPARATOR, -1);
        if (!then[1].equals(today[1])) {
            edited.add(Direction.UPGRADE);
        }
        if (!then[2].equals(today[2])) {
            edited.add(Direction.DOWNGRADE);
        }
        return edited;
    }

    static String of(Segment segment) {
        return VERSION + digest(text(segment.steps()));
    }

    private static String text(List<Step> steps) {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            if (step instanceof Step.Run run) {
                for (SqlStatement statement : DDL.statements(run.operation())) {
                    text.append(statement.sql())
                            .append(Arrays.deepToString(statement.parameters().toArray()))
                            .append(";\n");
                }
            } else if (step instanceof Step.Callback) {
                text.append("callback;\n");
            } else if (step instanceof Step.Batch batch) {
                text.append(text(batch.change())).append(";\n");
            } else if (step instanceof Step.Autocommit autocommit) {
                text.append("autocommit;\n").append(text(autocommit.steps())).append("end;\n");
            } else if (step instanceof Step.Unfilled unfilled) {
                text.append("fill ")
                        .append(DDL.qualified(unfilled.table()))
                        .append(' ')
                        .append(unfilled.column())
                        .append(";\n");
            } else if (step instanceof Step.NewTransaction) {
                text.append("new transaction;\n");
            }
        }
        return text.toString();
    }

    /** What is done to which rows; how many at a time may be another number when the rest is done. */
    private static String text(BatchedChange change) {
        List<String> key = Collections.nCopies(change.key().size(), "?");
        return "batches of " + new BatchSql(change, "").change(key, key);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
