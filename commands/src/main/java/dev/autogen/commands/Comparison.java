package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

import dev.autogen.differ.Notice;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.hazard.Hazard;
import dev.autogen.differ.hazard.HazardContext;
import dev.autogen.differ.hazard.Hazards;
import dev.autogen.differ.recipe.Recipe;
import dev.autogen.model.SourcePositions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of comparing a database with the entities, or with another database.
 *
 * @param sides what was compared
 * @param diff what to do to the database, and what else there is to know
 * @param recipe how that is done
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
        SourcePositions positions,
        Path project,
        String defaultSchema,
        HazardContext context,
        List<String> warnings) {

    public Comparison {
        requireNonNull(sides, "sides is null");
        requireNonNull(diff, "diff is null");
        requireNonNull(recipe, "recipe is null");
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

    /** Whether there is nothing to do; notices there may be. */
    public boolean isEmpty() {
        return diff.isEmpty();
    }

    /** Whether the two sides have drifted apart. */
    public boolean drift() {
        return diff.drift();
    }

    /** The same without what makes way for a change and comes back: that alone is no difference. */
    public Comparison withoutCarriedOver() {
        return new Comparison(
                sides, diff.withoutDependents(), recipe, positions, project, defaultSchema, context, warnings);
    }

    /** What else there is to know, a sentence each. */
    public List<String> notices() {
        return diff.notices().stream().map(Notice::message).toList();
    }

    Comparison withFirstWarnings(List<String> first) {
        List<String> all = Stream.concat(first.stream(), warnings.stream()).toList();
        return new Comparison(sides, diff, recipe, positions, project, defaultSchema, context, all);
    }
}
