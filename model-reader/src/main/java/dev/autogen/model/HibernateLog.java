package dev.autogen.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/**
 * Keeps Hibernate's log off the user's terminal while a mapping is read, and keeps its warnings. Logging is one for the
 * whole JVM, so readers take turns.
 */
final class HibernateLog implements AutoCloseable {

    private static final ReentrantLock TURN = new ReentrantLock();
    private static final Logger LOGGER = Logger.getLogger("org.hibernate");

    /** Where Hibernate, in an aside to developers, says that it lost the sequence or table of a generator. */
    private static final List<Logger> ASIDES = List.of(
            Logger.getLogger("org.hibernate.boot.internal.InFlightMetadataCollectorImpl"),
            Logger.getLogger("org.hibernate.orm.boot"));

    private static final String LOST_GENERATOR = "exception thrown when trying to build IdentifierGenerator";

    /** Settings of logging that keep SLF4J, whatever is behind it in the project, from printing. */
    private static final Map<String, String> QUIET = Map.of(
            "org.jboss.logging.provider", "jdk",
            "slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider",
            "slf4j.internal.verbosity", "ERROR");

    /** Advice on how to write entities, which is not what the user asked for. */
    private static final String DEPRECATION = "org.hibernate.orm.deprecation";

    /** What the reader itself brings about: naming the dialect, and having no connection to ask. */
    private static final List<String> OUR_OWN_DOING = List.of("HHH90000025", "HHH90000026", "HHH000342", "HHH000181");

    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Optional<String>> propertiesBefore = new HashMap<>();
    private final boolean parentHandlersBefore;
    private final Level levelBefore;
    private final Handler collector = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            String message = formatter.formatMessage(entry);
            if (message.contains(LOST_GENERATOR)) {
                add(lostGenerator(entry));
            } else if (entry.getLevel().intValue() >= Level.WARNING.intValue()
                    && !DEPRECATION.equals(entry.getLoggerName())) {
                add(message);
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
    };

    private HibernateLog() {
        parentHandlersBefore = LOGGER.getUseParentHandlers();
        levelBefore = LOGGER.getLevel();
        QUIET.forEach((key, value) -> propertiesBefore.put(key, Optional.ofNullable(System.setProperty(key, value))));
        LOGGER.setUseParentHandlers(false);
        LOGGER.setLevel(Level.WARNING);
        ASIDES.forEach(logger -> logger.setLevel(Level.FINE));
        LOGGER.addHandler(collector);
    }

    /** Starts listening; waits while another reader listens. */
    static HibernateLog listen() {
        TURN.lock();
        // Our own logging is chosen before the properties that silence the project's are set.
        LoggerFactory.getILoggerFactory();
        return new HibernateLog();
    }

    /** What was warned of so far, each once. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private static String lostGenerator(LogRecord entry) {
        Throwable thrown = entry.getThrown();
        String why = thrown == null ? "" : ": " + thrown.getMessage();
        return "Hibernate cannot set up an identifier generator, so its sequence or table is not in the model" + why
                + ". If the generator needs a service, name it with --service.";
    }

    private void add(String warning) {
        if (OUR_OWN_DOING.stream().noneMatch(warning::startsWith) && !warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    @Override
    public void close() {
        LOGGER.removeHandler(collector);
        LOGGER.setLevel(levelBefore);
        LOGGER.setUseParentHandlers(parentHandlersBefore);
        ASIDES.forEach(logger -> logger.setLevel(null));
        propertiesBefore.forEach((key, value) ->
                value.ifPresentOrElse(before -> System.setProperty(key, before), () -> System.clearProperty(key)));
        TURN.unlock();
    }
}
