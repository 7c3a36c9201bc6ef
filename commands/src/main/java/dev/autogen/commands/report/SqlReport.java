package dev.autogen.commands.report;

import dev.autogen.commands.Comparison;
import dev.autogen.commands.config.Settings;
import dev.autogen.differ.recipe.RecipeStep;
import dev.autogen.differ.recipe.Stage;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/** The statements that the upgrade would send, in its transactions; these are shown where there are several. */
final class SqlReport {
    private final PostgresDdl ddl;
    private final boolean inParts;
    private final List<String> lines = new ArrayList<>();
    private boolean open;

    private SqlReport(PostgresDdl ddl, boolean inParts) {
        this.ddl = ddl;
        this.inParts = inParts;
    }

    static String of(Comparison comparison) {
        List<RecipeStep> steps = comparison.stages().stream()
                .flatMap(stage -> stage.recipe().upgrade().stream())
                .toList();
        SqlReport report = new SqlReport(
                PostgresDdl.inDefaultSchema(comparison.defaultSchema()),
                comparison.isSplit() || !steps.stream().allMatch(RecipeStep::isInTransaction));
        boolean psqlKnows = comparison.defaultSchema().equals(Settings.DEFAULT_SCHEMA);
        if (!steps.isEmpty() && !psqlKnows) {
            report.lines.add(searchPath(comparison.defaultSchema()));
        }
        for (Stage stage : comparison.stages()) {
            if (comparison.isSplit()) {
                report.lines.add("-- " + Words.lower(stage.kind()));
            }
            stage.recipe().upgrade().forEach(report::add);
            report.close();
        }
        return String.join("\n", report.lines);
    }

    private void add(RecipeStep step) {
        if (step.isInTransaction()) {
            begin();
        } else {
            close();
        }
        if (step instanceof RecipeStep.Run run) {
            statements(run.operation());
        } else if (step instanceof RecipeStep.Copy copy) {
            lines.add("UPDATE " + ddl.qualified(copy.table()) + " SET " + Identifiers.quote(copy.column()) + " = "
                    + copy.from() + " WHERE " + copy.condition() + ";");
        } else if (step instanceof RecipeStep.Backfill fill) {
            String column = Identifiers.quote(fill.column().name());
            lines.add("-- Say here what existing rows get: UPDATE " + ddl.qualified(fill.table()) + " SET " + column
                    + " = ... WHERE " + column + " IS NULL;");
        }
    }

    private void begin() {
        if (inParts && !open) {
            lines.add("BEGIN;");
        }
        open = true;
    }

    private void close() {
        if (inParts && open) {
            lines.add("COMMIT;");
        }
        open = false;
    }

    private void statements(Operation operation) {
        ddl.statements(operation).stream()
                .map(SqlStatement::sql)
                .map(sql -> sql + ";")
                .forEach(lines::add);
    }

    /** Types and expressions name things of the default schema as the runner sees them, without it. */
    private static String searchPath(String schema) {
        return "SET search_path = " + Identifiers.quote(schema) + ", " + Settings.DEFAULT_SCHEMA + ";";
    }
}
