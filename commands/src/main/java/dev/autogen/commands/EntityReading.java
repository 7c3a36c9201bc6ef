package dev.autogen.commands;

import dev.autogen.introspector.ServerFacts;
import dev.autogen.model.EntityModel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Entities that are read while the database is asked. Finding and compiling them begins at once; Hibernate begins when
 * the server's version is known.
 */
final class EntityReading implements AutoCloseable {
    private final CompletableFuture<Integer> postgresMajor = new CompletableFuture<>();
    private final CompletableFuture<EntityModel> model;

    private EntityReading(Entities entities, String defaultSchema) {
        model = CompletableFuture.supplyAsync(
                () -> entities.read(defaultSchema, postgresMajor::join), EntityReading::inThreadOfItsOwn);
    }

    static EntityReading start(Entities entities, String defaultSchema) {
        return new EntityReading(entities, defaultSchema);
    }

    /** The shared pool has a thread less than there are processors, and Hibernate would keep it for all the time. */
    private static void inThreadOfItsOwn(Runnable task) {
        Thread thread = new Thread(task, "reads entities");
        thread.setDaemon(true);
        thread.start();
    }

    void goOnFor(ServerFacts server) {
        postgresMajor.complete(server.majorVersion());
    }

    /**
     * The entities, once they are read.
     *
     * @throws dev.autogen.model.ModelException if they cannot be
     */
    EntityModel model() {
        try {
            return model.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Lets the thread end that waits for a version nobody will tell. */
    @Override
    public void close() {
        postgresMajor.cancel(false);
    }
}
