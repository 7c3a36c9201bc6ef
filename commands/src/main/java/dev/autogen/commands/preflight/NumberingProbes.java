package dev.autogen.commands.preflight;

import dev.autogen.migration.Step;
import dev.autogen.migration.run.PendingMigration;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.operation.AlterSequence;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.NewSequence;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.SequenceChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds rows that hold what a new sequence gives, and sequences that stand beyond their new bounds. */
final class NumberingProbes {
    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint", "numeric");

    private final ForeseenSchema schema;
    private final ProbeTasks tasks;

    NumberingProbes(ForeseenSchema schema, ProbeTasks tasks) {
        this.schema = schema;
        this.tasks = tasks;
    }

    /**
     * A sequence that a migration makes.
     *
     * @param migration what it stands in
     */
    void created(CreateSequence create, PendingMigration migration) {
        NewSequence sequence = new NewSequence(create, operations(migration));
        if (sequence.isPlaced()) {
            return;
        }
        sequence.mayNumber().stream()
                .flatMap(numbered -> probe(sequence, numbered).stream())
                .findFirst()
                .ifPresent(probe -> tasks.ask("creates the sequence " + sequence.name(), probe, List.of()));
    }

    /** A sequence that gets other bounds, beyond which it may stand already. */
    void altered(AlterSequence alter) {
        for (SequenceChange change : alter.changes()) {
            if (change instanceof SequenceChange.Type type) {
                bounds(alter.name(), SequenceOptions.NONE, type);
            } else if (change instanceof SequenceChange.Options options
                    && (options.to().minValue() != null || options.to().maxValue() != null)) {
                bounds(alter.name(), options.to(), null);
            }
        }
    }

    private void bounds(QualifiedName name, SequenceOptions options, SequenceChange.Type type) {
        schema.liveSequence(name)
                .ifPresent(live -> tasks.ask(
                        type == null ? "changes its bounds" : "makes it " + type.to(),
                        new SequenceProbe(
                                schema.told(name),
                                live,
                                options,
                                Optional.ofNullable(type).map(SequenceChange.Type::to))));
    }

    private static List<Operation> operations(PendingMigration migration) {
        return Step.operations(
                migration.steps().stream().map(located -> located.step()).toList());
    }

    private Optional<NumberProbe> probe(NewSequence sequence, NewSequence.Numbered numbered) {
        return schema.table(numbered.table())
                .flatMap(table -> column(table, numbered)
                        .filter(column -> INTEGERS.contains(column.type().distinctName()))
                        .map(column -> new NumberProbe(table, column.name(), schema.told(sequence.name()))));
    }

    private static Optional<ForeseenColumn> column(ForeseenTable table, NewSequence.Numbered numbered) {
        if (numbered.column() != null) {
            return table.column(numbered.column());
        }
        List<String> key = table.live().map(LiveTable::key).orElse(List.of());
        return key.size() == 1 ? table.column(key.get(0)) : Optional.empty();
    }
}
