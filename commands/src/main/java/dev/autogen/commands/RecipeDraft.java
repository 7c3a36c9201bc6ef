package dev.autogen.commands;

import dev.autogen.codegen.DraftStep;
import dev.autogen.codegen.NotedOperation;
import dev.autogen.differ.hazard.Hazard;
import dev.autogen.differ.recipe.Recipe;
import dev.autogen.differ.recipe.RecipeStep;
import java.util.List;
import java.util.stream.IntStream;

/** A recipe as statements of a migration. */
final class RecipeDraft {
    private static final String QUESTION = "what should existing rows hold?";

    private RecipeDraft() {}

    /**
     * The way there.
     *
     * @param hazards what can go wrong, a list for each step
     * @param lines who asked for what
     */
    static List<DraftStep> upgrade(Recipe recipe, List<List<Hazard>> hazards, EntityLines lines) {
        return IntStream.range(0, recipe.upgrade().size())
                .mapToObj(i -> step(recipe.upgrade().get(i), hazards.get(i), lines))
                .toList();
    }

    /** The way back, which no entity asks for. */
    static List<DraftStep> downgrade(Recipe recipe) {
        return recipe.downgrade().stream()
                .map(step -> step(step, List.of(), EntityLines.NONE))
                .toList();
    }

    private static DraftStep step(RecipeStep step, List<Hazard> hazards, EntityLines lines) {
        if (step instanceof RecipeStep.Backfill fill) {
            return new DraftStep.Backfill(fill.table(), fill.column().name(), QUESTION, fill.key(), fill.remarks());
        }
        if (step instanceof RecipeStep.Copy copy) {
            return new DraftStep.Copy(
                    copy.table(), copy.column(), copy.from(), copy.condition(), copy.key(), copy.remarks());
        }
        return step.carriedOut()
                .<DraftStep>map(operation -> new NotedOperation(
                        operation,
                        step.remarks(),
                        hazards.stream().map(Hazard::toString).toList(),
                        step.change()
                                .map(change -> lines.of(change.operation()))
                                .orElse(List.of())))
                .orElseGet(() -> new DraftStep.NewTransaction(step.remarks()));
    }
}
