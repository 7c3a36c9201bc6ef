package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

import dev.autogen.commands.config.Settings;
import dev.autogen.commands.config.Surroundings;
import java.util.Optional;

/**
 * What every command works with.
 *
 * @param settings what is configured
 * @param surroundings what the process finds around it
 * @param progress hears what is being done
 * @param questions whom to ask what only a person can know; empty where nobody is there
 */
public record Workspace(
        Settings settings, Surroundings surroundings, Progress progress, Optional<Questions> questions) {

    public Workspace {
        requireNonNull(settings, "settings is null");
        requireNonNull(surroundings, "surroundings is null");
        requireNonNull(progress, "progress is null");
        requireNonNull(questions, "questions is null");
    }

    /** One in which nobody can be asked. */
    public Workspace(Settings settings, Surroundings surroundings, Progress progress) {
        this(settings, surroundings, progress, Optional.empty());
    }
}
