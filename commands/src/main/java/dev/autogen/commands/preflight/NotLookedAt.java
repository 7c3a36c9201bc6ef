package dev.autogen.commands.preflight;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a migration asks of the data that could not be looked at.
 *
 * @param kind what would have been asked for: {@code null}, {@code duplicate}, ...
 * @param object the table, or the sequence, by its name when the migration gets there
 * @param columns the columns it is about; empty where that is not known
 * @param reason why not
 * @param revision the migration
 * @param direction up or down
 * @param line where in its source; empty where that is not known
 * @param occasion what it does there, such as {@code sets NOT NULL}
 */
public record NotLookedAt(
        String kind,
        QualifiedName object,
        List<String> columns,
        String reason,
        RevisionInfo revision,
        Direction direction,
        OptionalInt line,
        String occasion) {

    public NotLookedAt {
        requireNonNull(object, "object is null");
        requireNonNull(reason, "reason is null");
        columns = List.copyOf(columns);
    }

    static NotLookedAt of(ProbeTask task, String reason) {
        Occasion occasion = task.occasion();
        return new NotLookedAt(
                task.probe().kind(),
                task.probe().object(),
                task.probe().columns(),
                reason,
                occasion.revision(),
                occasion.direction(),
                occasion.line(),
                occasion.words());
    }

    /** It in a line. */
    @Override
    public String toString() {
        return Finding.subject(object, columns) + ": not looked at: " + reason + "; "
                + Occasion.migration(revision, direction) + " " + occasion;
    }
}
