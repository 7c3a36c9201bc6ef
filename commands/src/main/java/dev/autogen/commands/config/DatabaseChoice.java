package dev.autogen.commands.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides which database a command works on. */
record DatabaseChoice(
        SettingSource settings,
        ProjectConfiguration application,
        Path project,
        Surroundings surroundings,
        Locations locations) {

    /** What, when set, says that a server is meant although no URL is given. */
    private static final List<String> SERVER_VARIABLES = List.of("PGHOST", "PGDATABASE");

    ConnectionTarget choose() {
        return configured().orElseGet(this::embeddedByDefault);
    }

    /** The database that something names, which the default does not. */
    Optional<ConnectionTarget> configured() {
        Optional<Setting<String>> user = text(Option.USER);
        Optional<Setting<String>> passwordFile = text(Option.PASSWORD_FILE);
        Optional<Setting<String>> url = text(Option.URL);
        if (url.isPresent()) {
            return Optional.of(
                    target(url.get(), new Credentials(user, passwordFile, Optional.empty(), Optional.empty())));
        }
        Optional<ProjectConfiguration.DataSource> source = application.dataSource();
        if (source.isPresent()) {
            return Optional.of(target(
                    source.get().url(),
                    new Credentials(
                            user,
                            passwordFile,
                            source.get().user(),
                            source.get().password())));
        }
        for (String variable : SERVER_VARIABLES) {
            if (surroundings.variable(variable).isPresent()) {
                return Optional.of(new ServerAssembly(surroundings, locations)
                        .assemble(
                                DatabaseUrl.UNSPECIFIC,
                                Origin.variable(variable),
                                new Credentials(user, passwordFile, Optional.empty(), Optional.empty())));
            }
        }
        return Optional.empty();
    }

    /**
     * The target that the URL of a database beside the configured one means, which may be a file. What the URL says comes
     * first; {@code --user} and {@code --password-file} fill in what it lacks.
     */
    ConnectionTarget beside(Setting<String> url) {
        String text = url.value().strip();
        if (SqlFileTarget.isFile(text)) {
            return SqlFileTarget.parse(text, url.origin(), locations);
        }
        if (!text.contains(":") && !text.equalsIgnoreCase(DatabaseUrl.EMBEDDED)) {
            throw new ConfigurationException("\"" + text + "\" (" + url.origin() + ") is not a URL. Give"
                    + " postgres://user@host/database, jdbc:postgresql://host/database or embedded; a file of SQL is"
                    + " written file:" + text + ".");
        }
        Optional<Setting<String>> user = text(Option.USER).map(DatabaseChoice::weak);
        Optional<Setting<String>> passwordFile = text(Option.PASSWORD_FILE)
                .map(DatabaseChoice::weak)
                .filter(file -> user.isEmpty() || mayBeUser(user.get().value(), url));
        return target(url, new Credentials(user, passwordFile, Optional.empty(), Optional.empty()));
    }

    /** A password file beside a user holds that user's password, and nobody else's. */
    private static boolean mayBeUser(String user, Setting<String> url) {
        if (url.value().strip().equalsIgnoreCase(DatabaseUrl.EMBEDDED)) {
            return false;
        }
        String named = DatabaseUrl.parse(url.value().strip(), url.origin()).user();
        return named == null || named.equals(user);
    }

    private static Setting<String> weak(Setting<String> setting) {
        return new Setting<>(
                setting.value(),
                new Origin(Origin.Kind.DEFAULT, setting.origin().text()));
    }

    /** The target that one URL means. */
    ConnectionTarget target(Setting<String> url, Credentials credentials) {
        String text = url.value().strip();
        if (SqlFileTarget.isFile(text)) {
            throw new ConfigurationException("A file cannot be the database to work on (" + url.origin()
                    + "). Compare with it: `autogen check --against " + text + "`, or --from and --to of `diff`.");
        }
        if (text.equalsIgnoreCase(DatabaseUrl.EMBEDDED)) {
            return embedded(url.origin());
        }
        return new ServerAssembly(surroundings, locations)
                .assemble(DatabaseUrl.parse(text, url.origin()), url.origin(), credentials);
    }

    private ConnectionTarget embeddedByDefault() {
        Optional<Setting<String>> credential = Stream.of(text(Option.USER), text(Option.PASSWORD_FILE))
                .flatMap(Optional::stream)
                .findFirst();
        String cure = " Give one with --url or DATABASE_URL, such as postgres://user@host/database; embedded stands for"
                + " a PostgreSQL that autogen runs itself.";
        if (credential.isPresent()) {
            throw new ConfigurationException(
                    "A user or password file is given (" + credential.get().origin() + "), but no database." + cure);
        }
        if (surroundings.isContinuousIntegration()) {
            throw new ConfigurationException("No database is configured, and on a build server (CI is set) autogen"
                    + " starts none of its own unasked." + cure);
        }
        if (BuildTool.of(project) == BuildTool.NONE) {
            throw new ConfigurationException("No database is configured, and " + project
                    + " holds no pom.xml, build.gradle or settings.gradle, so it does not look like a project whose"
                    + " database autogen may run. Name the project with --project, or a database." + cure);
        }
        return embedded(Origin.DEFAULT);
    }

    private ConnectionTarget embedded(Origin origin) {
        return new ConnectionTarget.Embedded(project.resolve(StateDirectory.NAME), origin);
    }

    private Optional<Setting<String>> text(Option option) {
        return settings.find(option).map(setting -> setting.map(values -> values.get(values.size() - 1)));
    }
}
