package dev.autogen.migration.run;

import static dev.autogen.schema.Identifiers.quote;

import dev.autogen.migration.Step;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import java.util.List;

/**
 * What the runner and a script do at a backfill that nobody has said the expression of: they look whether there is
 * anything to fill.
 *
 * @param step the place in the migration
 * @param defaultSchema the schema that a table without one means
 */
record UnfilledBackfill(Step.Unfilled step, String defaultSchema) {

    /** A query that has a row where one is to be filled. */
    SqlStatement missing() {
        String table = PostgresDdl.inDefaultSchema(defaultSchema).qualified(step.table());
        return new SqlStatement(
                "SELECT 1 FROM " + table + " WHERE " + quote(step.column()) + " IS NULL LIMIT 1", List.of());
    }

    /** What is wrong where one is, and what to do; without the migration's name. */
    String refusal() {
        return step.table() + " holds rows in which " + step.column()
                + " is null, and the migration does not say what they get. " + cure();
    }

    /** What its author has to write. */
    String cure() {
        return "Write it there: in op.backfill(\"" + step.table().name() + "\", \"" + step.column()
                + "\", ...), an SQL expression over the columns of the table, such as \"'EUR'\" or \"other_column\","
                + " takes the place of todo(\"" + step.question() + "\").";
    }
}
