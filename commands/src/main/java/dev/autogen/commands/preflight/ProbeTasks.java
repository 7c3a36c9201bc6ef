package dev.autogen.commands.preflight;

import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Collects probes, each with what is known against its answer. */
final class ProbeTasks {
    private final ForeseenWrites writes;
    private final List<ProbeTask> tasks = new ArrayList<>();
    private RevisionInfo revision;
    private Direction direction;
    private OptionalInt line = OptionalInt.empty();

    ProbeTasks(ForeseenWrites writes) {
        this.writes = writes;
    }

    /** What follows is done by this migration. */
    void begin(RevisionInfo newRevision, Direction newDirection) {
        revision = newRevision;
        direction = newDirection;
    }

    /** What follows stands in this line of it. */
    void at(OptionalInt newLine) {
        line = newLine;
    }

    List<ProbeTask> all() {
        return List.copyOf(tasks);
    }

    /** A probe of rows, over expressions that could speak of columns other than the probe's own. */
    void ask(String words, RowProbe probe, List<String> expressions) {
        add(words, probe, probe.table(), doubt(probe.table(), probe.columns()), expressions);
    }

    /** The same for a foreign key, to which the other table matters as well. */
    void ask(String words, OrphanProbe probe) {
        Optional<String> doubt = doubt(probe.table(), probe.columns())
                .or(() -> doubt(probe.target(), probe.key().targetColumns()));
        List<String> unknown = probe.key().targetColumns().stream()
                .flatMap(column -> probe.target().column(column).stream())
                .flatMap(column -> column.obstacle().stream())
                .toList();
        if (unknown.isEmpty()) {
            add(words, probe, probe.table(), doubt, List.of());
        } else {
            skip(words, probe, unknown.get(0));
        }
    }

    void ask(String words, DuplicateProbe probe, List<String> expressions) {
        add(words, probe, probe.table(), doubt(probe.table(), probe.columns()), expressions);
    }

    void ask(String words, SequenceProbe probe) {
        tasks.add(new ProbeTask(probe, occasion(words), Optional.empty(), Optional.empty()));
    }

    /** A probe that nobody can answer. */
    void skip(String words, Probe probe, String reason) {
        tasks.add(new ProbeTask(probe, occasion(words), Optional.empty(), Optional.of(reason)));
    }

    private Optional<String> doubt(ForeseenTable table, List<String> columns) {
        return writes.before(table, columns);
    }

    private Occasion occasion(String words) {
        return new Occasion(revision, direction, line, words);
    }

    private void add(String words, Probe probe, ForeseenTable table, Optional<String> doubt, List<String> expressions) {
        Optional<String> obstacle = obstacle(probe, table, expressions);
        if (obstacle.isPresent()) {
            skip(words, probe, obstacle.get());
        } else if (table.live().isPresent()) {
            tasks.add(new ProbeTask(probe, occasion(words), doubt, Optional.empty()));
        } else if (doubt.isPresent()) {
            skip(words, probe, "the run makes the table, and " + doubt.get());
        }
        // A table that the run makes, and that nothing fills, is empty.
    }

    private Optional<String> obstacle(Probe probe, ForeseenTable table, List<String> expressions) {
        if (table.live().isPresent() && !table.live().get().holdsRows()) {
            return Optional.of("it is no table");
        }
        for (ForeseenColumn column : table.columns()) {
            boolean named = probe.columns().contains(column.name())
                    || expressions.stream().anyMatch(sql -> ForeseenWrites.names(sql, column.name()));
            if (!named || probe instanceof RequiredColumnProbe) {
                continue;
            }
            if (column.obstacle().isPresent()) {
                return column.obstacle();
            }
            if (column.origin() == ForeseenColumn.Origin.COMPUTED && writes.fills(table, column.name())) {
                return Optional.of("the run adds " + column.name() + " and fills it in batches");
            }
        }
        return Optional.empty();
    }
}
