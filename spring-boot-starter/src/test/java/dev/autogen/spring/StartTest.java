package dev.autogen.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.migration.Migrator;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the starter does when an application starts, by its properties. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {
    private static final String HEAD = "9c0d51e2a7f3";

    private TestDatabase database;
    private ApplicationContextRunner application;

    @BeforeEach
    void createDatabase() {
        database = PostgresForTests.freshDatabase();
        application = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        AutogenAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.datasource.hikari.maximum-pool-size=1",
                        "autogen.migrations=dev.autogen.spring.app.migrations");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void whoever_uses_the_database_finds_it_at_head() {
        application.withUserConfiguration(CountsProducts.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(CountsProducts.Count.class).products()).isZero();
            assertThat(context.getBean(Migrator.class).pending()).isEmpty();
        });
        assertThat(revisions("public")).containsExactly(HEAD);
    }

    @Test
    void who_uses_one_of_several_databases_waits_for_the_migrations_of_it() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(AutogenAutoConfiguration.class))
                .withPropertyValues(
                        "autogen.url=" + database.jdbcUrl(), "autogen.migrations=dev.autogen.spring.app.migrations")
                .withBean("shop", DataSource.class, () -> new DriverManagerDataSource(database.jdbcUrl()))
                .withBean("other", DataSource.class, () -> new DriverManagerDataSource("jdbc:postgresql:other"))
                .withBean(JdbcTemplate.class, new DriverManagerDataSource(database.jdbcUrl()))
                .withUserConfiguration(CountsProducts.class)
                .run(context -> assertThat(
                                context.getBean(CountsProducts.Count.class).products())
                        .isZero());
    }

    @Test
    void a_schema_is_found_where_the_command_line_finds_it() {
        application
                .withPropertyValues("DATABASE_SCHEMA=shop")
                .run(context -> assertThat(context).hasNotFailed());
        application
                .withPropertyValues("spring.jpa.properties.hibernate.default_schema=store")
                .run(context -> assertThat(context).hasNotFailed());
        application
                .withPropertyValues("autogen.schema=own", "DATABASE_SCHEMA=shop", "autogen.version-schema=ops")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(revisions("shop")).containsExactly(HEAD);
        assertThat(revisions("store")).containsExactly(HEAD);
        assertThat(revisions("ops")).containsExactly(HEAD);
    }

    @Test
    void a_role_of_their_own_runs_the_migrations() throws SQLException {
        database.execute(
                "drop role if exists ddl_of_tests",
                "create role ddl_of_tests login superuser password 'secret-of-tests'");
        try {
            application
                    .withPropertyValues("autogen.user=ddl_of_tests", "autogen.password=secret-of-tests")
                    .run(context -> assertThat(context).hasNotFailed());
            assertThat(database.query("select distinct run_by from autogen_history"))
                    .containsExactly("ddl_of_tests");
        } finally {
            database.execute("drop owned by ddl_of_tests", "drop role ddl_of_tests");
        }
    }

    @Test
    void an_application_that_only_checks_does_not_start_on_a_database_behind_it() {
        ApplicationContextRunner checking = application.withPropertyValues("autogen.on-start=check");

        checking.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(MigrationStartException.class)
                .hasMessage("The database is not at head: 2 migrations are not applied, 3f2a9c1b7d4e (Add products"
                        + " table), 9c0d51e2a7f3 (Add name to products). This application only checks that"
                        + " (autogen.on-start=check)."));
        application.run(context -> assertThat(context).hasNotFailed());
        checking.run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void an_older_version_starts_on_a_database_that_a_later_one_has_migrated() throws SQLException {
        application.run(context -> assertThat(context).hasNotFailed());
        database.execute(
                "update autogen_version set revision = 'later'",
                "insert into autogen_history (revision, action, took_ms, tool_version) values ('later', 'upgrade', 1, 'x')");

        application.run(context -> assertThat(context).hasNotFailed());
        application
                .withPropertyValues("autogen.allow-newer-database=false")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("The database is at revision later, which no migration has."));
        assertThat(revisions("public")).containsExactly("later");
    }

    @Test
    void a_database_that_left_these_migrations_is_not_taken_for_a_newer_one() throws SQLException {
        application
                .withPropertyValues("autogen.target=3f2a9c1b7d4e")
                .run(context -> assertThat(context).hasNotFailed());
        database.execute("update autogen_version set revision = 'other'");

        application.run(context -> assertThat(context).hasFailed());
    }

    @Test
    void nothing_is_done_where_it_is_switched_off_or_left_to_the_application() {
        application
                .withPropertyValues("autogen.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(Migrator.class));
        application.withPropertyValues("autogen.on-start=nothing").run(context -> {
            assertThat(context.getBean(Migrator.class).pending()).hasSize(2);
        });
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(AutogenAutoConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Migrator.class));
    }

    @Test
    void a_start_that_fails_is_explained_without_a_stack_trace(CapturedOutput output) {
        assertThat(startFails("--autogen.migrations=dev.autogen.spring.app.broken"))
                .isInstanceOf(BeanCreationException.class);

        assertThat(output.getOut())
                .contains("APPLICATION FAILED TO START")
                .contains("""
                        Upgrade to bad (Fill nowhere, dev.autogen.spring.app.broken.M20261123090000_FillNowhere) failed in operation 1 of 1:
                          INSERT INTO nowhere VALUES (1)
                        """)
                .contains("Action:\n\nCorrect the migration, or the data that it stumbles over")
                .doesNotContain("\tat ");
    }

    @Test
    void what_is_configured_wrongly_is_named(CapturedOutput output) {
        startFails("--autogen.migrations=dev.autogen.spring.ap.migrations");
        startFails("--autogen.url=postgres://u:secret-of-tests@h/db");
        startFails("--autogen.url=jdbc:postgresql://localhost:1/nothing?password=secret-of-tests");

        assertThat(output.getOut())
                .contains("No class in the package dev.autogen.spring.ap.migrations or below carries @Revision")
                .contains("autogen.url does not begin with jdbc:postgresql:")
                .contains("Connection to localhost:1 refused")
                .contains("Check spring.datasource.url, username and password, or autogen.url")
                .doesNotContain("secret-of-tests");
    }

    private Throwable startFails(String argument) {
        try (var context = SpringApplication.run(
                OnlyMigrations.class,
                "--spring.main.banner-mode=off",
                "--spring.datasource.url=" + database.jdbcUrl(),
                argument,
                argument.contains("autogen.migrations")
                        ? "--autogen.enabled=true"
                        : "--autogen.migrations=dev.autogen.spring.app.migrations")) {
            throw new AssertionError("it started with " + argument);
        } catch (RuntimeException e) {
            return e;
        }
    }

    private List<String> revisions(String schema) {
        try {
            return database.query("select revision from " + schema + ".autogen_version");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, AutogenAutoConfiguration.class})
    static class OnlyMigrations {}

    /** Uses the database as soon as it is made; that JdbcTemplate waits for the migrations is enough. */
    @Configuration(proxyBeanMethods = false)
    static class CountsProducts {
        record Count(Integer products) {}

        @Bean
        Count count(JdbcTemplate database) {
            return new Count(database.queryForObject("select count(name)::int from products", Integer.class));
        }
    }
}
