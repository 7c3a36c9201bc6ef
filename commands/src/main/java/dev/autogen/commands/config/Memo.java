package dev.autogen.commands.config;

import java.util.function.Supplier;

/** Computes a value when it is first asked for, and keeps it. Safe for use by several threads. */
final class Memo<T> implements Supplier<T> {

    private final Supplier<T> computation;
    private T value;

    Memo(Supplier<T> computation) {
        this.computation = computation;
    }

    @Override
    public synchronized T get() {
        if (value == null) {
            value = computation.get();
        }
        return value;
    }
}
