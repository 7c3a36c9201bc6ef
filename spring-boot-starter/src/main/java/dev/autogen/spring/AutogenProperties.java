package dev.autogen.spring;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties below {@code autogen}. They mean what they are called on the command line, but for {@code migrations},
 * which is {@code --package} there. Those without a default are null when they are not given.
 *
 * @param enabled Whether autogen takes part at all.
 * @param onStart What to do about the migrations when the application starts.
 * @param migrations Packages of the migrations; those below them count, too.
 * @param target Revision to bring the database to: head, heads, or an identifier.
 * @param allowNewerDatabase Whether to start on a database that a later version of the application has migrated further.
 * @param schema Schema that names without one mean. Default: DATABASE_SCHEMA, then Hibernate's default_schema, then the
 *     currentSchema of the URL, then public.
 * @param versionSchema Schema of autogen's own tables, if it is another one.
 * @param versionTable Name of the version table.
 * @param lockTimeout How long a statement waits for a lock before its migration is rolled back and tried again.
 * @param patience How long to wait for another instance to finish its migrations.
 * @param url JDBC URL for the migrations, if it is not the application's.
 * @param user Role that runs the migrations, if it is not the application's.
 * @param password Password of that role.
 */
@ConfigurationProperties("autogen")
public record AutogenProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("upgrade") OnStart onStart,
        @DefaultValue("migrations") List<String> migrations,
        @DefaultValue("head") String target,
        @DefaultValue("true") boolean allowNewerDatabase,
        String schema,
        String versionSchema,
        @DefaultValue("autogen_version") String versionTable,
        @DefaultValue("5s") Duration lockTimeout,
        @DefaultValue("10m") Duration patience,
        String url,
        String user,
        String password) {

    public AutogenProperties {
        migrations = List.copyOf(migrations);
    }

    /** Without the password, and without the URL, which may hold one. */
    @Override
    public String toString() {
        return "AutogenProperties[onStart=" + onStart + ", migrations=" + migrations + ", target=" + target + "]";
    }
}
