package dev.autogen.commands;

import dev.autogen.commands.config.ComparisonSettings;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.recipe.Recipe;
import dev.autogen.differ.recipe.Stage;
import dev.autogen.schema.Catalog;
import java.util.List;

/**
 * How a difference is carried out.
 *
 * @param recipe how it is carried out at once
 * @param stages the migrations that carry it out
 */
record Staging(Recipe recipe, List<Stage> stages) {

    static Staging of(SchemaDiff diff, Catalog live, ComparisonSettings settings) {
        Recipe recipe = settings.plain() ? Recipe.plain(diff) : Recipe.safe(diff, live);
        boolean split = settings.split() && !diff.isEmpty();
        return new Staging(recipe, split ? Stage.expandAndContract(diff, live) : List.of(Stage.whole(diff, recipe)));
    }
}
