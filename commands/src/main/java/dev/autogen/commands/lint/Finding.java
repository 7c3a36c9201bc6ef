package dev.autogen.commands.lint;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.revision.Direction;
import java.util.Optional;

/**
 * One thing that a look at a migration found.
 *
 * @param rule what is wrong
 * @param level how much it matters
 * @param message what happens to what, in a line
 * @param place where the migration asks for it
 * @param direction the direction in which it happens; null where it is in neither
 * @param because why the author accepts it; null where nobody does
 */
public record Finding(
        LintRule rule, Level level, String message, SourceLine place, Direction direction, String because) {
    public Finding {
        requireNonNull(rule, "rule is null");
        requireNonNull(level, "level is null");
        requireNonNull(message, "message is null");
        requireNonNull(place, "place is null");
    }

    /** Why the author accepts it; empty where nobody does. */
    public Optional<String> accepted() {
        return Optional.ofNullable(because);
    }

    /** Whether it fails a run that fails from that level on. */
    public boolean fails(Level from) {
        return because == null && level.compareTo(from) <= 0;
    }

    Finding acceptedBecause(String reason) {
        return new Finding(rule, level, message, place, direction, reason);
    }
}
