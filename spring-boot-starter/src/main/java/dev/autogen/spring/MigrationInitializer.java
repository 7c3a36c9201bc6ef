package dev.autogen.spring;

import static java.util.stream.Collectors.joining;

import dev.autogen.migration.Migrator;
import dev.autogen.migration.revision.RevisionInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/** Does with the migrations what the application is configured to do when it starts. */
final class MigrationInitializer implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationInitializer.class);
    private static final int SHOWN = 5;

    private final Migrator migrator;
    private final AutogenProperties properties;

    MigrationInitializer(Migrator migrator, AutogenProperties properties) {
        this.migrator = migrator;
        this.properties = properties;
    }

    @Override
    public void afterPropertiesSet() {
        if (properties.onStart() == OnStart.NOTHING) {
            return;
        }
        try {
            if (properties.allowNewerDatabase() && migrator.isBehindDatabase()) {
                LOG.warn(
                        "The database is at {}, which no migration of this application has: a later version of it has"
                                + " migrated the database further. Nothing is to be done.",
                        String.join(", ", new TreeSet<>(migrator.status().current())));
            } else if (properties.onStart() == OnStart.UPGRADE) {
                upgrade();
            } else {
                requireNothingPending();
            }
        } catch (SQLException | RuntimeException e) {
            throw MigrationStartException.of(e);
        }
    }

    private void upgrade() throws SQLException {
        List<RevisionInfo> done = migrator.upgrade(properties.target());
        if (done.isEmpty()) {
            LOG.info("The database is up to date: no migration is to be run");
        } else {
            LOG.info(
                    "Ran {}; the database is at {}",
                    done.size() == 1 ? "1 migration" : done.size() + " migrations",
                    done.get(done.size() - 1).id());
        }
    }

    private void requireNothingPending() throws SQLException {
        List<RevisionInfo> pending = migrator.pending();
        if (!pending.isEmpty()) {
            String some = pending.stream()
                    .limit(SHOWN)
                    .map(revision -> revision.id() + " (" + revision.message() + ")")
                    .collect(joining(", "));
            throw new MigrationStartException(
                    "The database is not at head: " + pending.size()
                            + (pending.size() == 1 ? " migration is" : " migrations are") + " not applied, " + some
                            + (pending.size() > SHOWN ? ", ..." : "")
                            + ". This application only checks that (autogen.on-start=check).",
                    "Run `autogen upgrade head` on the database first, or let the application do it with"
                            + " autogen.on-start=upgrade.",
                    null);
        }
    }
}
