package dev.autogen.commands.preflight;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import dev.autogen.migration.BatchedChange;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a run does to data before it gets to a point. Of SQL that someone wrote nothing is understood but the words in it:
 * where it names a table and could write, it may write that table, and where it calls something, it may write any.
 */
final class ForeseenWrites {
    private static final Pattern WRITES =
            Pattern.compile("\\b(insert|update|delete|merge|truncate|copy|alter|drop|create)\\b", CASE_INSENSITIVE);
    private static final Pattern CALLS = Pattern.compile("(^|;)\\s*(call|do|select)\\b", CASE_INSENSITIVE);

    private final List<Write> writes = new ArrayList<>();

    private sealed interface Write {}

    private record Sql(String text, String by) implements Write {}

    private record Java(String by) implements Write {}

    private record Batch(QualifiedName table, List<String> columns, String by) implements Write {}

    void sql(String text, RevisionInfo revision, Direction direction) {
        if (WRITES.matcher(text).find() || CALLS.matcher(text).find()) {
            writes.add(new Sql(text, Occasion.migration(revision, direction)));
        }
    }

    void java(RevisionInfo revision, Direction direction) {
        writes.add(new Java(Occasion.migration(revision, direction)));
    }

    void batch(BatchedChange change, QualifiedName table, RevisionInfo revision, Direction direction) {
        if (change.statement() != null) {
            sql(change.statement(), revision, direction);
            return;
        }
        List<String> columns = change.assignments().stream()
                .map(BatchedChange.Assignment::column)
                .toList();
        writes.add(new Batch(table, columns, Occasion.migration(revision, direction)));
    }

    /** Whether the column is filled in batches, as the safe way to a column without nulls has it. */
    boolean fills(ForeseenTable table, String column) {
        return writes.stream()
                .anyMatch(write -> write instanceof Batch batch
                        && table.names().contains(batch.table())
                        && batch.columns().contains(column));
    }

    /**
     * What may have changed the data of a table by now, in words; empty where nothing is known to.
     *
     * @param columns the columns that matter; empty for any
     */
    Optional<String> before(ForeseenTable table, Collection<String> columns) {
        return writes.stream()
                .flatMap(write -> words(write, table, columns).stream())
                .findFirst();
    }

    private static Optional<String> words(Write write, ForeseenTable table, Collection<String> columns) {
        if (write instanceof Java java) {
            return Optional.of("Java code of " + java.by() + " runs before");
        }
        if (write instanceof Batch batch) {
            Optional<String> written = batch.columns().stream()
                    .filter(column -> columns.isEmpty() || columns.contains(column))
                    .findFirst();
            return table.names().contains(batch.table())
                    ? written.map(column ->
                            table.name() + "." + column + " is written in batches by " + batch.by() + " before")
                    : Optional.empty();
        }
        Sql sql = (Sql) write;
        if (table.names().stream().anyMatch(name -> names(sql.text(), name.name()))) {
            return Optional.of("SQL of " + sql.by() + " names " + table.name() + " before");
        }
        return CALLS.matcher(sql.text()).find()
                ? Optional.of("SQL of " + sql.by() + " runs before, and may write anything")
                : Optional.empty();
    }

    /** Whether a text has that word. */
    static boolean names(String text, String word) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])", CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }
}
