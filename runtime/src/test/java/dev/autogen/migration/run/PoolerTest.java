package dev.autogen.migration.run;

import static dev.autogen.migration.run.Migrations.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pooler in transaction mode, as an imitation: each transaction goes to the next of its sessions. */
class PoolerTest {
    private TestDatabase database;

    @BeforeEach
    void createDatabase() {
        database = PostgresForTests.freshDatabase();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void a_pooler_that_changes_sessions_is_refused_before_anything_is_run() throws SQLException {
        try (Connection one = database.connect();
                Connection other = database.connect()) {
            Migrator migrator = migrator(() -> pooled(one, other));
            assertThatThrownBy(() -> migrator.upgrade("head"))
                    .isInstanceOf(UnsafeConnectionException.class)
                    .hasMessageContaining("pooler in transaction mode (such as PgBouncer with pool_mode = transaction)")
                    .hasMessageContaining("Connect to PostgreSQL itself")
                    .hasMessageEndingWith("Nothing was changed.");
            assertThat(database.query("select relname from pg_class where relname in ('t', 'autogen_version')"))
                    .isEmpty();
        }
    }

    @Test
    void a_session_that_two_runners_share_is_refused_to_the_second() throws SQLException {
        try (Connection shared = database.connect()) {
            RunListener second = new RunListener() {
                @Override
                public void finished(RevisionInfo revision, Direction direction, Duration took) {
                    assertThatThrownBy(() -> migrator(() -> pooled(shared)).upgrade("head"))
                            .isInstanceOf(UnsafeConnectionException.class)
                            .hasMessageContaining("holds the migration lock already, for another runner");
                }
            };
            assertThat(migrator(() -> pooled(shared)).listener(second).upgrade("head"))
                    .hasSize(1);
        }
    }

    @Test
    void a_migration_that_releases_all_locks_is_noticed() throws SQLException {
        LoadedMigration releasing = migration(
                RevisionInfo.of("a1"),
                op -> {
                    op.autocommit(() -> op.execute("discard all"));
                    op.execute("create table t (id int)");
                },
                op -> {});
        Migrator migrator = Migrator.forConnections(database::connect).migrations(List.of(releasing));
        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOf(UnsafeConnectionException.class)
                .hasMessageContaining("DISCARD ALL, pg_advisory_unlock_all");
        assertThat(database.query("select relname from pg_class where relname = 't'"))
                .isEmpty();
    }

    private static Migrator migrator(ConnectionSource connections) {
        return Migrator.forConnections(connections)
                .migrations(List.of(
                        migration(RevisionInfo.of("a1"), op -> op.execute("create table t (id int)"), op -> {})));
    }

    /** Outside of a transaction, each statement goes to the next session; closing it closes none. */
    private static Connection pooled(Connection... sessions) {
        int[] next = {0};
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    Connection session = sessions[next[0] % sessions.length];
                    if (method.getName().matches("prepareStatement|createStatement") && session.getAutoCommit()) {
                        next[0]++;
                    }
                    try {
                        return method.invoke(sessions[next[0] % sessions.length], arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
