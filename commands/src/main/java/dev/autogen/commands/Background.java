package dev.autogen.commands;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Work that is done beside the caller's, in a thread of its own: the shared pool has a thread less than there are
 * processors, and what waits for Hibernate or a database would keep it for all the time.
 *
 * @param <T> what comes of it
 */
final class Background<T> {
    private final CompletableFuture<T> result;

    private Background(CompletableFuture<T> result) {
        this.result = result;
    }

    /**
     * Begins.
     *
     * @param name what the thread does, which is its name
     */
    static <T> Background<T> start(String name, Supplier<T> work) {
        return new Background<>(CompletableFuture.supplyAsync(work, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
        }));
    }

    /** Waits for what comes of it, or throws what went wrong as if it had been called here. */
    T join() {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Waits for it and, unless it failed, gives what came of it to somebody who puts it away. */
    void whenDone(Consumer<T> away) {
        result.handle((done, failure) -> {
                    if (failure == null) {
                        away.accept(done);
                    }
                    return failure == null;
                })
                .join();
    }
}
