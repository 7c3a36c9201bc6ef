package dev.autogen.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Keeps Hibernate's log off the user's terminal while a mapping is read, and keeps its warnings. Logging is one for the
 * whole JVM, so readers take turns.
 */
final class HibernateLog implements AutoCloseable {

    private static final ReentrantLock TURN = new ReentrantLock();
    private static final String PROVIDER = "org.jboss.logging.provider";
    private static final Logger LOGGER = Logger.getLogger("org.hibernate");

    /** What the reader itself brings about: naming the dialect, and having no connection to ask. */
    private static final List<String> OUR_OWN_DOING = List.of("HHH90000025", "HHH90000026", "HHH000342", "HHH000181");

    private final List<String> warnings = new ArrayList<>();
    private final String providerBefore = System.getProperty(PROVIDER);
    private final boolean parentHandlersBefore;
    private final Level levelBefore;
    private final Handler collector = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                add(formatter.formatMessage(entry));
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
        System.setProperty(PROVIDER, "jdk");
        LOGGER.setUseParentHandlers(false);
        LOGGER.setLevel(Level.WARNING);
        LOGGER.addHandler(collector);
    }

    /** Starts listening; waits while another reader listens. */
    static HibernateLog listen() {
        TURN.lock();
        return new HibernateLog();
    }

    /** What was warned of so far, each once. */
    List<String> warnings() {
        return List.copyOf(warnings);
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
        if (providerBefore == null) {
            System.clearProperty(PROVIDER);
        } else {
            System.setProperty(PROVIDER, providerBefore);
        }
        TURN.unlock();
    }
}
