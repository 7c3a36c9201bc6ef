package dev.autogen.commands.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.autogen.commands.Comparison;
import dev.autogen.differ.Change;
import dev.autogen.differ.hazard.Hazard;
import dev.autogen.differ.recipe.RecipeStep;
import dev.autogen.differ.recipe.Stage;
import dev.autogen.model.SourcePosition;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.operation.OperationSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A difference as reports show it; the names of its components are those of the JSON report.
 *
 * @param text the difference in a line
 * @param change what happens to the thing in the database: {@code "added"}, {@code "changed"} or {@code "removed"}
 * @param kind what it is: {@code table}, {@code column}, {@code index}, ...
 * @param name its name
 * @param table the table, {@code schema.table} outside the default schema; absent when it is about none
 * @param column the column, where it is about one
 * @param file the entity's source file, relative to the project directory where it lies below; absent when not known
 * @param line the line in that file
 * @param reasons what differs
 * @param hazards what can go wrong
 * @param sql the statements that would run
 * @param migration {@code expand} or {@code contract}, the migration that does it; absent where the difference is not split
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Difference(
        String text,
        String change,
        String kind,
        String name,
        String table,
        String column,
        String file,
        Integer line,
        List<String> reasons,
        List<Danger> hazards,
        List<String> sql,
        String migration) {

    /**
     * A hazard.
     *
     * @param id which one
     * @param severity {@code error} or {@code warning}
     * @param message what happens to what
     */
    record Danger(String id, String severity, String message) {}

    /** The differences, each with all that is done about it. */
    static List<Difference> allOf(Comparison comparison) {
        return comparison.stages().stream()
                .flatMap(stage -> of(stage, comparison).stream())
                .toList();
    }

    /** Those of a stage. */
    private static List<Difference> of(Stage stage, Comparison comparison) {
        Map<Change, List<Hazard>> hazards = new HashMap<>();
        Map<Change, List<String>> sql = new HashMap<>();
        PostgresDdl ddl = PostgresDdl.inDefaultSchema(comparison.defaultSchema());
        List<RecipeStep> steps = stage.recipe().upgrade();
        List<List<Hazard>> ofSteps = comparison.hazards(stage);
        for (int i = 0; i < steps.size(); i++) {
            RecipeStep step = steps.get(i);
            List<Hazard> ofStep = ofSteps.get(i);
            step.change().ifPresent(change -> {
                hazards.computeIfAbsent(change, key -> new ArrayList<>()).addAll(ofStep);
                step.carriedOut()
                        .ifPresent(operation -> ddl.statements(operation).stream()
                                .map(SqlStatement::sql)
                                .forEach(sql.computeIfAbsent(change, key -> new ArrayList<>())::add));
            });
        }
        return stage.diff().steps().stream()
                .map(change -> of(
                        change,
                        hazards.getOrDefault(change, List.of()),
                        sql.getOrDefault(change, List.of()),
                        stage,
                        comparison))
                .toList();
    }

    private static Difference of(
            Change change, List<Hazard> hazards, List<String> sql, Stage stage, Comparison comparison) {
        OperationSummary summary = OperationSummary.of(change.operation());
        Optional<Subject> subject = Subject.of(change.operation());
        Optional<SourcePosition> position = subject.flatMap(about -> about.column() == null
                ? comparison.positions().ofTable(about.table())
                : comparison.positions().ofColumn(about.table(), about.column()));
        return new Difference(
                summary.toString(),
                Words.lower(summary.sign()),
                summary.kind(),
                summary.name(),
                subject.map(about -> about.table().toString()).orElse(null),
                subject.map(Subject::column).orElse(null),
                position.map(place -> Words.relative(comparison.project(), place.file()))
                        .orElse(null),
                position.map(SourcePosition::line).orElse(null),
                change.reasons(),
                hazards.stream()
                        .map(hazard -> new Danger(hazard.id(), Words.lower(hazard.severity()), hazard.message()))
                        .toList(),
                sql,
                stage.kind() == Stage.Kind.WHOLE ? null : Words.lower(stage.kind()));
    }

    /** {@code Product.java:23} with its path; empty when not known. */
    String place() {
        return file == null ? "" : file + ":" + line;
    }
}
