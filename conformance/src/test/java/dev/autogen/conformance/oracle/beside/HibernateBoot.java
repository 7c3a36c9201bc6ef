package dev.autogen.conformance.oracle.beside;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/**
 * Starts Hibernate as an application does, so that it creates or updates the schema. Loaded by name beside the Hibernate
 * in question; takes and gives JDK types alone.
 *
 * <p>Takes {@code classes}, {@code packages} (lists of names), {@code mappings} (a list of URLs) and {@code settings};
 * gives the statements that PostgreSQL refused, each with its reason.
 */
public final class HibernateBoot implements Function<Map<String, Object>, List<String>> {

    private static final Logger LOGGER = Logger.getLogger("org.hibernate");
    private static final String REFUSED = "Error executing DDL";

    /** Of a table generator: data, and from 7.0 on inserted twice. */
    private static final String FIRST_ROW = "\"insert into ";

    private final ClassLoader loader = HibernateBoot.class.getClassLoader();

    @Override
    public List<String> apply(Map<String, Object> request) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        Refusals refusals = new Refusals();
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(refusals);
        try {
            boot(request);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        } finally {
            LOGGER.removeHandler(refusals);
            LOGGER.setUseParentHandlers(true);
            thread.setContextClassLoader(before);
        }
        return refusals.statements;
    }

    @SuppressWarnings("unchecked") // the keys and their types are this class's contract
    private void boot(Map<String, Object> request) throws ClassNotFoundException {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(loader)
                        .build())
                .applySettings((Map<String, Object>) request.get("settings"))
                .build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            for (String name : (List<String>) request.get("classes")) {
                sources.addAnnotatedClass(Class.forName(name, false, loader));
            }
            ((List<String>) request.get("packages")).forEach(sources::addPackage);
            ((List<URL>) request.get("mappings")).forEach(sources::addURL);
            sources.buildMetadata().buildSessionFactory().close();
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    /** Hibernate logs what the database does not take, and goes on. */
    private static final class Refusals extends Handler {
        private final List<String> statements = new ArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            Throwable thrown = entry.getThrown();
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()
                    && thrown != null
                    && String.valueOf(thrown.getMessage()).contains(REFUSED)) {
                String statement = thrown.getMessage().replaceAll("\\s+", " ");
                if (!statement.contains(FIRST_ROW)) {
                    statements.add(statement);
                }
            }
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
