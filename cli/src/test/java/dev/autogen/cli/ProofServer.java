package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The scratch server of a class of tests, on which no proof may leave a database behind. */
final class ProofServer implements BeforeAllCallback, AfterAllCallback {
    private TestDatabase server;

    String jdbcUrl() {
        return server.jdbcUrl();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = PostgresForTests.freshDatabase();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        assertThat(server.query("select datname from pg_database where datname like 'autogen_proof%'"))
                .isEmpty();
        server.close();
    }
}
