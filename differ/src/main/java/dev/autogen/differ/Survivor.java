package dev.autogen.differ;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.operation.Trial;
import java.util.List;

/**
 * Something that is to be there afterwards as it is now, over a column that gets another type or collation: an index or a
 * constraint that the model does not ask to be changed, a column that is computed from it, a view or its like that makes
 * way and comes back. Whether PostgreSQL takes it over the new type, only PostgreSQL knows.
 *
 * @param description what it is and what it is called: {@code index (c) named x of t}, {@code view v}
 * @param over descriptions of those on which it rests; empty where it rests on tables alone
 * @param change the columns and what they become: {@code t.c, which turns from text into inet}
 * @param trial what to ask PostgreSQL
 */
public record Survivor(String description, List<String> over, String change, Trial trial) {

    public Survivor {
        requireNonNull(description, "description is null");
        over = List.copyOf(over);
        requireNonNull(change, "change is null");
        requireNonNull(trial, "trial is null");
    }

    /** Why it cannot be, in a sentence. */
    String refusal(String reason) {
        return description + (over.isEmpty() ? "" : ", over " + String.join(" and ", over) + ",") + " hangs on "
                + change + ": PostgreSQL does not take it then (" + reason + ")";
    }
}
