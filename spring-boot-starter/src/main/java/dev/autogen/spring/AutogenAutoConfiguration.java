package dev.autogen.spring;

import dev.autogen.migration.Migrator;
import dev.autogen.migration.run.RunListener;
import dev.autogen.migration.run.RunOptions;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Gives an application with a {@link DataSource} a {@link Migrator} for it, and runs its migrations before whatever depends
 * on the database: the entity manager factory, {@code JdbcTemplate}, and beans with {@code @DependsOnDatabaseInitialization}.
 * A {@code Migrator} or {@link RunListener} of the application's own takes the place of the one here.
 */
@AutoConfiguration(
        afterName = {
            // Spring Boot 3
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            // Spring Boot 4
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnProperty(prefix = "autogen", name = "enabled", matchIfMissing = true)
@Conditional(AutogenAutoConfiguration.HasDatabase.class)
@EnableConfigurationProperties(AutogenProperties.class)
public class AutogenAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Migrator autogenMigrator(
            AutogenProperties properties,
            ObjectProvider<DataSource> dataSources,
            ObjectProvider<RunListener> listener,
            ApplicationContext application) {
        try {
            String schema = new DefaultSchema(properties, application.getEnvironment()).name();
            Migrator migrator = Migrator.forDataSource(new MigrationDataSource(properties, dataSources).choose())
                    .options(RunOptions.inSchema(schema)
                            .withVersionTable(
                                    properties.versionSchema() == null ? schema : properties.versionSchema(),
                                    properties.versionTable())
                            .withLockTimeout(properties.lockTimeout())
                            .withPatience(properties.patience()))
                    .migrations(
                            application.getClassLoader(),
                            properties.migrations().toArray(String[]::new));
            RunListener own = listener.getIfUnique();
            return own == null ? migrator : migrator.listener(own);
        } catch (RuntimeException e) {
            throw MigrationStartException.of(e);
        }
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationInitializer autogenInitializer(Migrator migrator, AutogenProperties properties) {
        return new MigrationInitializer(migrator, properties);
    }

    /** Lets what depends on the database wait; with several data sources nothing else asks for that. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DatabaseInitializationDependencyConfigurer.class)
    @Import(DatabaseInitializationDependencyConfigurer.class)
    static class Order {}

    /** Without a database there is nothing to do. */
    static final class HasDatabase extends AnyNestedCondition {
        HasDatabase() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnBean(DataSource.class)
        static final class OfTheApplication {}

        @ConditionalOnProperty(prefix = "autogen", name = "url")
        static final class OfItsOwn {}
    }
}
