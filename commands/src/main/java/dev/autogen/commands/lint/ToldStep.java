package dev.autogen.commands.lint;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.Step;
import java.util.List;

/**
 * A step of a migration, with what there is to say of it.
 *
 * @param step the step as it was recorded; never an {@link Step.Autocommit}, but what is in it
 * @param autocommit whether it was asked for in one
 * @param findings what was found, accepted ones too
 */
public record ToldStep(Step step, boolean autocommit, List<Finding> findings) {
    public ToldStep {
        requireNonNull(step, "step is null");
        findings = List.copyOf(findings);
    }
}
