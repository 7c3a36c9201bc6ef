package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

import dev.autogen.commands.config.Settings;
import dev.autogen.commands.config.Surroundings;

/**
 * What every command works with.
 *
 * @param settings what is configured
 * @param surroundings what the process finds around it
 * @param progress hears what is being done
 */
public record Workspace(Settings settings, Surroundings surroundings, Progress progress) {

    public Workspace {
        requireNonNull(settings, "settings is null");
        requireNonNull(surroundings, "surroundings is null");
        requireNonNull(progress, "progress is null");
    }
}
