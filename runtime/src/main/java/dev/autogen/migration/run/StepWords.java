package dev.autogen.migration.run;

import static java.util.stream.Collectors.joining;

import dev.autogen.migration.Step;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;

/** What a step is called in messages. */
final class StepWords {
    private static final int LONGEST = 120;
    private static final PostgresDdl DDL = PostgresDdl.inDefaultSchema("public");

    private StepWords() {}

    static String of(Segment segment) {
        return segment.steps().stream().map(StepWords::of).collect(joining(", "));
    }

    private static String of(Step step) {
        if (step instanceof Step.Run run) {
            return '"'
                    + cut(DDL.statements(run.operation()).stream()
                            .map(SqlStatement::sql)
                            .collect(joining("; ")))
                    + '"';
        }
        if (step instanceof Step.Unfilled unfilled) {
            return "the backfill of " + unfilled.table() + "." + unfilled.column() + ", which is yet to be written";
        }
        return step instanceof Step.Batch batch
                ? "the batches along " + batch.change().table().name()
                : "its own Java code";
    }

    static String cut(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
