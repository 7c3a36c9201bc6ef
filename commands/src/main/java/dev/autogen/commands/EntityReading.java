package dev.autogen.commands;

import dev.autogen.introspector.ServerFacts;
import dev.autogen.model.EntityModel;
import java.util.concurrent.CompletableFuture;

/**
 * Entities that are read while the database is asked. Finding and compiling them begins at once; Hibernate begins when
 * the server's version is known.
 */
final class EntityReading implements AutoCloseable {
    private final CompletableFuture<Integer> postgresMajor = new CompletableFuture<>();
    private final Background<EntityModel> model;

    private EntityReading(Entities entities, String defaultSchema) {
        model = Background.start("reads entities", () -> entities.read(defaultSchema, postgresMajor::join));
    }

    static EntityReading start(Entities entities, String defaultSchema) {
        return new EntityReading(entities, defaultSchema);
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
        return model.join();
    }

    /** Lets the thread end that waits for a version nobody will tell. */
    @Override
    public void close() {
        postgresMajor.cancel(false);
    }
}
