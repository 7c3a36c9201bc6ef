package dev.autogen.commands.config;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/**
 * A value and where it came from.
 *
 * @param value the value, never null
 * @param origin the place that gave it
 */
public record Setting<T>(T value, Origin origin) {

    public Setting {
        requireNonNull(value, "value is null");
        requireNonNull(origin, "origin is null");
    }

    <R> Setting<R> map(Function<? super T, ? extends R> change) {
        return new Setting<>(change.apply(value), origin);
    }

    /** Names the origin alone: the value may be a URL with a password in it. */
    @Override
    public String toString() {
        return "Setting[" + origin + "]";
    }
}
