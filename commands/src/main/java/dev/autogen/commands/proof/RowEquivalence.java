package dev.autogen.commands.proof;

import static java.util.stream.Collectors.joining;

import dev.autogen.commands.database.ScratchDatabase;
import dev.autogen.commands.proof.rows.RowFindings;
import dev.autogen.commands.proof.rows.RowPicture;
import dev.autogen.commands.proof.rows.StartRows;
import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.migration.Step;
import dev.autogen.migration.run.MigrationFailedException;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.ExecuteSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Goes two ways from the same made-up rows, and compares what they leave. Values that are another each time, such as
 * those of {@code now()}, are found by going the first way twice.
 */
final class RowEquivalence {
    private static final int SHOWN = 5;

    private final Trial trial;
    private final ScratchDatabase start;
    private final Catalog before;
    private final Set<QualifiedName> tables;
    private final boolean touchesRows;

    /** A way to go. */
    @FunctionalInterface
    interface Way {
        /** Goes; throws {@link MigrationFailedException} where a migration fails. */
        void on(ScratchDatabase database) throws SQLException;
    }

    /**
     * What came of it.
     *
     * @param difference what the second way leaves otherwise; empty where it leaves the same, or nothing is known
     * @param said what was compared, or why not: a sentence
     */
    record Verdict(Optional<String> difference, String said) {}

    /**
     * Makes the rows.
     *
     * @param start a database to which nobody is connected, where both ways begin
     * @param before what it holds
     * @param after what both ways lead to
     * @param steps what they do
     */
    RowEquivalence(Trial trial, ScratchDatabase start, Catalog before, Catalog after, List<Step> steps)
            throws SQLException {
        this.trial = trial;
        this.start = start;
        this.before = before;
        this.touchesRows = steps.stream()
                .anyMatch(step -> !(step instanceof Step.Run run) || run.operation() instanceof ExecuteSql);
        Set<QualifiedName> concerned = new Concerned(KnownSchema.of(before), steps).tables();
        try (Connection connection = start.connect()) {
            this.tables = concerned.isEmpty()
                    ? Set.of()
                    : StartRows.make(
                            connection,
                            before,
                            after,
                            steps,
                            concerned,
                            trial.options().defaultSchema());
        }
    }

    /** Compares, with words for each way: {@code the range}. */
    Verdict compare(Way one, String oneInWords, Way other, String otherInWords) throws SQLException {
        if (tables.isEmpty() && !touchesRows) {
            return new Verdict(Optional.empty(), "");
        }
        try (ScratchDatabase first = trial.server().copyOf(start);
                ScratchDatabase second = trial.server().copyOf(start)) {
            Optional<MigrationFailedException> failure = go(one, first);
            Optional<MigrationFailedException> otherFailure = go(other, second);
            if (failure.isPresent() && otherFailure.isPresent()) {
                return new Verdict(
                        Optional.empty(),
                        " With made-up rows neither runs, so no rows were compared: " + word(failure));
            }
            if (failure.isPresent() || otherFailure.isPresent()) {
                return new Verdict(
                        Optional.of((failure.isPresent() ? oneInWords : otherInWords) + " fails with made-up rows: "
                                + word(failure.or(() -> otherFailure))),
                        "");
            }
            return compared(one, otherInWords, first, picture(second));
        }
    }

    private Verdict compared(Way way, String otherInWords, ScratchDatabase there, RowPicture second)
            throws SQLException {
        RowPicture first = picture(there);
        Set<ColumnRef> excused = new HashSet<>();
        if (!first.differing(second).isEmpty()) {
            excused.addAll(first.given(volatileFunctions(there)));
            try (ScratchDatabase again = trial.server().copyOf(start)) {
                way.on(again);
                excused.addAll(first.differing(picture(again)).keySet());
            }
            excused.retainAll(first.differing(second).keySet());
        }
        List<String> differences = first.differences(second, excused);
        if (!differences.isEmpty()) {
            return new Verdict(
                    Optional.of(otherInWords + " leaves other rows:"
                            + differences.stream()
                                    .limit(SHOWN)
                                    .map(line -> "\n  " + line)
                                    .collect(joining())
                            + (differences.size() > SHOWN ? "\n  and " + (differences.size() - SHOWN) + " more" : "")),
                    "");
        }
        return new Verdict(
                Optional.empty(),
                (tables.isEmpty() ? " Rows fare the same" : " Made-up rows fare the same")
                        + (excused.isEmpty()
                                ? "."
                                : ", apart from what is another each time: "
                                        + excused.stream()
                                                .map(column -> column.table() + "." + column.column())
                                                .sorted()
                                                .collect(joining(", "))
                                        + "."));
    }

    private static Optional<MigrationFailedException> go(Way way, ScratchDatabase database) throws SQLException {
        try {
            way.on(database);
            return Optional.empty();
        } catch (MigrationFailedException e) {
            return Optional.of(e);
        }
    }

    private static String word(Optional<MigrationFailedException> failure) {
        return failure.flatMap(failed -> RowFindings.Way.failed("", failed).failure())
                .orElse("");
    }

    private static Set<String> volatileFunctions(ScratchDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return new CatalogIntrospector().volatileFunctions(connection);
        }
    }

    /** All that had rows before, and what was made since. */
    private RowPicture picture(ScratchDatabase database) throws SQLException {
        Catalog now = trial.picture(database).catalog();
        Set<QualifiedName> looked = new TreeSet<>(tables);
        now.tables().stream()
                .map(Table::name)
                .filter(name -> before.table(name).isEmpty())
                .forEach(looked::add);
        try (Connection connection = database.connect()) {
            return RowPicture.of(connection, now, trial.options().defaultSchema(), looked);
        }
    }
}
