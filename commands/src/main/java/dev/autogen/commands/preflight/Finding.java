package dev.autogen.commands.preflight;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Rows that stand in the way of a migration, or may by then.
 *
 * @param kind what was asked for: {@code null}, {@code duplicate}, ...
 * @param object the table, or the sequence, by its name when the migration gets there
 * @param columns the columns it is about; empty where that is not known
 * @param problem what is wrong, such as {@code 3 rows hold null}
 * @param rows how many rows it concerns; none of a sequence
 * @param keyColumns what identifies a row: the columns of the primary key as they are called now, or {@code ctid} in a
 *     table without one
 * @param keys some of the rows, no more than five, by the values of these columns; no value of another column is shown
 * @param revision the migration that fails
 * @param direction up or down
 * @param line where in its source; empty where that is not known
 * @param occasion what it does there, such as {@code sets NOT NULL}
 * @param sampled what was read; empty where it was all of the table
 * @param doubt what in the run may make the data another by then; empty where nothing does
 */
public record Finding(
        String kind,
        QualifiedName object,
        List<String> columns,
        String problem,
        Count rows,
        List<String> keyColumns,
        List<List<String>> keys,
        RevisionInfo revision,
        Direction direction,
        OptionalInt line,
        String occasion,
        Optional<Sampled> sampled,
        Optional<String> doubt) {
    private static final int LONGEST_VALUE = 60;

    public Finding {
        requireNonNull(object, "object is null");
        requireNonNull(revision, "revision is null");
        columns = List.copyOf(columns);
        keyColumns = List.copyOf(keyColumns);
        keys = List.copyOf(keys);
    }

    static Finding of(ProbeTask task, Answer.Violated answer) {
        Probe probe = task.probe();
        Occasion occasion = task.occasion();
        return new Finding(
                probe.kind(),
                probe.object(),
                probe.columns(),
                answer.problem(),
                answer.rows(),
                answer.examples().columns(),
                answer.examples().keys(),
                occasion.revision(),
                occasion.direction(),
                occasion.line(),
                occasion.words(),
                answer.sampled(),
                task.doubt());
    }

    /** Whether the migration fails unless somebody changes the data first. */
    public boolean isCertain() {
        return doubt.isEmpty();
    }

    /** {@code users.email}, {@code users(first, last)}, {@code users}. */
    static String subject(QualifiedName object, List<String> columns) {
        return switch (columns.size()) {
            case 0 -> object.toString();
            case 1 -> object + "." + columns.get(0);
            default -> object + columns.stream().collect(joining(", ", "(", ")"));
        };
    }

    /** The finding in a line. */
    @Override
    public String toString() {
        return subject(object, columns) + ": " + problem + examples() + "; "
                + Occasion.migration(revision, direction) + " " + occasion + file()
                + sampled.map(part -> "; " + part).orElse("")
                + doubt.map(words -> "; may be different by then: " + words).orElse("");
    }

    private String file() {
        String source = revision.source();
        return " (" + source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1)
                + (line.isPresent() ? ":" + line.getAsInt() : "") + ")";
    }

    private String examples() {
        if (keys.isEmpty()) {
            return "";
        }
        String names =
                keyColumns.size() == 1 ? keyColumns.get(0) : keyColumns.stream().collect(joining(", ", "(", ")"));
        String values = keys.stream()
                .map(key -> key.size() == 1
                        ? shown(key.get(0))
                        : key.stream().map(Finding::shown).collect(joining(", ", "(", ")")))
                .collect(joining(", "));
        boolean more = !rows.exact() || rows.number() > keys.size();
        return " (" + names + " " + values + (more ? ", ..." : "") + ")";
    }

    private static String shown(String value) {
        String line = value.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "...";
    }
}
