package dev.autogen.differ.hazard;

import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.NewSequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new sequence knows nothing of the ids that the rows have already. */
final class SequenceStart extends HazardRule {
    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint", "numeric");

    SequenceStart() {
        super(
                "sequence-start",
                Severity.WARNING,
                "A new sequence begins below the ids of rows that are there, and gives them again");
    }

    @Override
    List<Hazard> of(Moment moment) {
        if (!(moment.operation() instanceof CreateSequence create)) {
            return List.of();
        }
        NewSequence sequence = new NewSequence(create, moment.plan().operations());
        return sequence.isPlaced()
                ? List.of()
                : sequence.mayNumber().stream()
                        .filter(numbered -> isNumbered(numbered, moment))
                        .limit(1)
                        .map(numbered -> about(
                                sequence.name(),
                                "sequence " + sequence.name() + " begins at 1 while " + moment.named(numbered.table())
                                        + " holds rows: it gives ids that are there already"))
                        .toList();
    }

    private static boolean isNumbered(NewSequence.Numbered numbered, Moment moment) {
        TableState table = moment.table(numbered.table());
        Optional<String> column = Optional.ofNullable(numbered.column()).or(() -> key(table));
        return table.isKnown()
                && !moment.isEmpty(numbered.table())
                && column.flatMap(table::column)
                        .map(ColumnState::definition)
                        .map(Column::type)
                        .map(DataType::name)
                        .filter(INTEGERS::contains)
                        .isPresent();
    }

    private static Optional<String> key(TableState table) {
        return table.constraints().values().stream()
                .map(ConstraintState::definition)
                .filter(PrimaryKey.class::isInstance)
                .map(key -> key.columns())
                .filter(columns -> columns.size() == 1)
                .map(columns -> columns.get(0))
                .findFirst();
    }
}
