package dev.autogen.spring;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Chooses the connections that migrations run on: the application's, or those of a role that may change the schema. */
record MigrationDataSource(AutogenProperties properties, ObjectProvider<DataSource> dataSources) {
    private static final String JDBC = "jdbc:postgresql:";

    DataSource choose() {
        if (properties.url() != null) {
            if (!properties.url().startsWith(JDBC)) {
                throw new MigrationStartException(
                        "autogen.url does not begin with " + JDBC + ", so it is no JDBC URL of a PostgreSQL database.",
                        "Write it as jdbc:postgresql://host:5432/database, with autogen.user and autogen.password.",
                        null);
            }
            return with(DataSourceBuilder.create().url(properties.url()));
        }
        DataSource application = dataSources.getIfUnique();
        if (application == null) {
            throw new MigrationStartException(
                    "The application has several data sources and none of them is primary, so it is unknown which"
                            + " database the migrations are for.",
                    "Mark one with @Primary, name the database with autogen.url, or define a Migrator bean.",
                    null);
        }
        return properties.user() == null ? application : with(DataSourceBuilder.derivedFrom(application));
    }

    /** No pool: a connection is needed once, and gone before the application serves. */
    private DataSource with(DataSourceBuilder<?> builder) {
        DataSourceBuilder<SimpleDriverDataSource> simple = builder.type(SimpleDriverDataSource.class);
        if (properties.user() != null) {
            simple.username(properties.user());
        }
        if (properties.password() != null) {
            simple.password(properties.password());
        }
        SimpleDriverDataSource source = simple.build();
        if (properties.user() != null) {
            source.setUrl(withoutCredentials(String.valueOf(source.getUrl())));
        }
        return source;
    }

    /** The driver believes a user in the URL rather than the one it is given. */
    private static String withoutCredentials(String url) {
        int query = url.indexOf('?');
        if (query < 0) {
            return url;
        }
        String kept = Stream.of(url.substring(query + 1).split("&"))
                .filter(parameter -> !parameter.startsWith("user=") && !parameter.startsWith("password="))
                .collect(joining("&"));
        return url.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept);
    }
}
