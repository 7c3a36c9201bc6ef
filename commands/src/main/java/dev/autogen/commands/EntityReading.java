package dev.autogen.commands;

import dev.autogen.model.EntityModel;
import java.sql.Connection;
import java.sql.SQLException;
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

    /** The server that the connection leads to told its version when it was opened. */
    void goOnFor(Connection connection) throws SQLException {
        postgresMajor.complete(connection.getMetaData().getDatabaseMajorVersion());
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
