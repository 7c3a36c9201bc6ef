package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

import dev.autogen.differ.Notice;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.hazard.Hazard;
import dev.autogen.differ.hazard.HazardContext;
import dev.autogen.differ.hazard.Hazards;
import dev.autogen.differ.recipe.Recipe;
import dev.autogen.differ.recipe.Stage;
import dev.autogen.model.SourcePositions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of comparing a database with the entities, or with another database.
 *
 * @param sides what was compared
 * @param diff what to do to the database, and what else there is to know
 * @param recipe how that is done at once
 * @param stages the migrations that do it, of which there are two where it is split
 * @param positions where the entities declare what they want
 * @param project the project directory, for paths in reports
 * @param defaultSchema the schema that names without one mean
 * @param context what is known of the database on which the difference would run
 * @param warnings what is odd but stops nothing: about the model, and that the database is not at head
 */
public record Comparison(
        Sides sides,
        SchemaDiff diff,
        Recipe recipe,
        List<Stage> stages,
        SourcePositions positions,
        Path project,
        String defaultSchema,
        HazardContext context,
        List<String> warnings) {

    public Comparison {
        requireNonNull(sides, "sides is null");
        requireNonNull(diff, "diff is null");
        requireNonNull(recipe, "recipe is null");
        stages = List.copyOf(stages);
        requireNonNull(positions, "positions is null");
        requireNonNull(project, "project is null");
        requireNonNull(defaultSchema, "defaultSchema is null");
        requireNonNull(context, "context is null");
        warnings = List.copyOf(warnings);
    }

    /** What can go wrong with each step of the recipe's upgrade, in their order. */
    public List<List<Hazard>> hazards() {
        return recipe.hazards(Hazards.in(context));
    }

    /** What can go wrong with each step of a stage's upgrade, which runs when those before it have run. */
    public List<List<Hazard>> hazards(Stage stage) {
        Hazards judge = Hazards.in(context);
        for (Stage earlier : stages.subList(0, stages.indexOf(stage))) {
            judge = judge.later(earlier.recipe().judged());
        }
        return stage.recipe().hazards(judge);
    }

    /** Whether the difference is meant to be carried out by stages, and not at once. */
    public boolean isSplit() {
        return stages.stream().anyMatch(stage -> stage.kind() != Stage.Kind.WHOLE);
    }

    /** Whether there is nothing to do; notices there may be. */
    public boolean isEmpty() {
        return diff.isEmpty();
    }

    /** Whether the two sides have drifted apart. */
    public boolean drift() {
        return diff.drift();
    }

    /** The same without what makes way for a change and comes back: that alone is no difference, nor is how it is done. */
    public Comparison withoutCarriedOver() {
        SchemaDiff alone = diff.withoutDependents();
        return new Comparison(
                sides,
                alone,
                recipe,
                List.of(Stage.whole(alone, recipe)),
                positions,
                project,
                defaultSchema,
                context,
                warnings);
    }

    /** What else there is to know, a sentence each. */
    public List<String> notices() {
        return Stream.concat(diff.notices().stream().map(Notice::message), unsplit().stream())
                .toList();
    }

    /** Of a difference in stages: what neither version of an application can live with between them, a sentence each. */
    public List<String> unsplit() {
        return stages.stream()
                .flatMap(stage -> stage.obstacles().stream())
                .map(obstacle -> "cannot be split, so it is part of the contract migration, which has to run while no"
                        + " version is at work: " + obstacle)
                .toList();
    }

    Comparison withFirstWarnings(List<String> first) {
        List<String> all = Stream.concat(first.stream(), warnings.stream()).toList();
        return new Comparison(sides, diff, recipe, stages, positions, project, defaultSchema, context, all);
    }
}
