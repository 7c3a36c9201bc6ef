package dev.autogen.commands.config;

import dev.autogen.codegen.MigrationStyle;
import dev.autogen.scratch.EmbeddedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.SourceVersion;

/**
 * Everything a command is configured with. For each setting the first of these counts: the option, the environment
 * variable ({@code AUTOGEN_...}, {@code DATABASE_URL}, {@code DATABASE_SCHEMA}), {@code autogen.properties} of the
 * project directory with the section of the chosen profile, the Spring application's own configuration,
 * {@code persistence.xml}, the default.
 *
 * <p>{@code autogen.properties} has one key an option, and one section a profile: {@code production.url} overrides
 * {@code url} under {@code --profile production}. A key that autogen does not know is an error. Keys that begin with
 * {@code hibernate.} or {@code jakarta.persistence.} go to Hibernate.
 *
 * <p>A profile named with {@code --profile} is also the active one of Spring's, in place of those that
 * {@code SPRING_PROFILES_ACTIVE} or the application itself activate.
 *
 * <p>The application's own configuration and the build file are read only when {@link #database()} or {@link #model()}
 * ask for them, so that a placeholder that is unset here does not stop a command that needs neither.
 */
public final class Settings {

    /** The first schema compared when nothing names one. */
    public static final String DEFAULT_SCHEMA = "public";

    private static final String DEFAULT_VERSION_TABLE = "autogen_version";
    private static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofSeconds(5);

    private final SettingValues values;
    private final AutogenProperties autogenProperties;
    private final Path project;
    private final Memo<ProjectLayout> layout;
    private final ProjectConfiguration application;
    private final Surroundings surroundings;
    private final Locations locations;
    private final Optional<String> profile;

    private Settings(
            Path project, SettingValues values, AutogenProperties autogenProperties, Surroundings surroundings) {
        this.project = project;
        this.values = values;
        this.autogenProperties = autogenProperties;
        this.surroundings = surroundings;
        this.layout = new Memo<>(() -> ProjectLayout.of(project));
        this.locations = Locations.of(project, surroundings);
        this.profile = values.text(Option.PROFILE).map(Setting::value);
        this.application = new ProjectConfiguration(layout, profile.orElse(null), surroundings);
    }

    /**
     * Looks at all places but the application's own configuration.
     *
     * @throws ConfigurationException when the project directory is missing, or {@code autogen.properties} is malformed,
     *     or the profile is unknown
     */
    public static Settings resolve(GivenOptions given, Surroundings surroundings) {
        EnvironmentSource environment = new EnvironmentSource(surroundings);
        SettingValues outside = new SettingValues(List.of(given, environment));
        Path project = projectDirectory(outside, surroundings);
        Optional<Setting<String>> profile = outside.text(Option.PROFILE);
        AutogenProperties properties =
                AutogenProperties.read(project, profile.map(Setting::value).orElse(null), surroundings);
        SettingValues values = new SettingValues(List.of(given, environment, properties));
        Settings settings = new Settings(project, values, properties, surroundings);
        settings.requireKnownProfile();
        return settings;
    }

    /** The project directory, absolute. */
    public Path project() {
        return project;
    }

    /**
     * Where the project keeps its sources and classes.
     *
     * @throws ConfigurationException when its build file is malformed
     */
    public ProjectLayout layout() {
        return layout.get();
    }

    /** The chosen profile; empty when none is chosen. */
    public Optional<String> profile() {
        return profile;
    }

    /**
     * The database to work on.
     *
     * @throws ConfigurationException when none is configured and autogen may not start its own, or the URL is not
     *     PostgreSQL's, or a placeholder cannot be resolved
     */
    public ConnectionTarget database() {
        return choice().choose();
    }

    /**
     * The database to work on, for a command that goes without one: empty where none is configured and autogen has not
     * made its own here yet.
     *
     * @throws ConfigurationException when the URL is not PostgreSQL's, or a placeholder cannot be resolved
     */
    public Optional<ConnectionTarget> databaseIfAny() {
        return choice().configured()
                .or(() -> Files.isDirectory(project.resolve(StateDirectory.NAME)
                                .resolve("pg-" + EmbeddedServer.bundledMajorVersion()))
                        ? Optional.of(choice().choose())
                        : Optional.empty());
    }

    /**
     * The database, or the file in its place, that {@code --from}, {@code --to} or {@code --against} names; empty where
     * nothing does.
     *
     * @throws ConfigurationException when the URL is neither PostgreSQL's nor a file's
     */
    public Optional<ConnectionTarget> reference(Option option) {
        return values.text(option).map(choice()::beside);
    }

    /**
     * The schemas of a {@linkplain #reference reference}, the default one first: those that its own URL names, else those
     * that {@code --schema} names, else those of the database it is compared with.
     *
     * @param other the schemas on the other side
     */
    public List<String> schemasOf(ConnectionTarget reference, Supplier<List<String>> other) {
        return reference
                .currentSchema()
                .or(() -> values.find(Option.SCHEMA).map(Setting::value))
                .orElseGet(other);
    }

    /**
     * The databases and schemas that {@code --each} and {@code --schemas-from} name; empty where neither is given, so that
     * a command works on the one database.
     *
     * @throws ConfigurationException when a URL is not PostgreSQL's, or a value is malformed, or the settings contradict
     *     each other
     */
    public Optional<FleetSettings> fleet() {
        return new FleetChoice(values, choice(), this::schemas).choose();
    }

    /**
     * The database that proofs are made on; empty when autogen chooses one itself.
     *
     * @throws ConfigurationException when the URL is not PostgreSQL's
     */
    public Optional<ConnectionTarget> scratchDatabase() {
        return values.text(Option.SCRATCH_URL).map(url -> choice().target(url, Credentials.NONE));
    }

    /**
     * The schemas to compare, at least one; the first is the default one. Where no setting names them, Hibernate's
     * {@code hibernate.default_schema} does, then the URL's {@code currentSchema}.
     */
    public Setting<List<String>> schemas(ConnectionTarget target) {
        return schemas(Optional.of(target));
    }

    /** The same for a command that goes without a database. */
    public Setting<List<String>> schemas(Optional<ConnectionTarget> target) {
        return values.find(Option.SCHEMA)
                .or(() -> Optional.ofNullable(hibernateSettings().get("hibernate.default_schema"))
                        .map(setting -> setting.map(List::of)))
                .or(() -> target.flatMap(
                        known -> known.currentSchema().map(schemas -> new Setting<>(schemas, known.chosenBy()))))
                .orElseGet(() -> new Setting<>(List.of(DEFAULT_SCHEMA), Origin.DEFAULT));
    }

    /**
     * Which entities, and how Hibernate reads them.
     *
     * @throws ConfigurationException when a named path does not exist or holds no classes, or a value is malformed
     */
    public ModelSettings model() {
        Optional<Setting<List<Path>>> entities = values.find(Option.ENTITIES)
                .map(setting -> setting.map(texts -> locations.resolveClasspath(texts, setting.origin())));
        EntityRoots roots = entities.map(setting -> EntityRoots.of(setting.value(), setting.origin()))
                .orElseGet(() -> new EntityRoots(layout().sourceRoots(), layout().classDirectories(), List.of()));
        return new ModelSettings(
                roots.sourceRoots(),
                roots.classDirectories(),
                roots.jars(),
                entities.map(Setting::origin).orElse(Origin.DEFAULT),
                classpath(),
                values.list(Option.PACKAGES),
                values.patterns(Option.INCLUDE_CLASS),
                values.patterns(Option.EXCLUDE_CLASS),
                hibernateSettings(),
                values.entries(Option.SERVICE),
                values.text(Option.NAMING));
    }

    /**
     * What entities and migrations need, where a setting names it; empty when it is the project's own to tell ({@link
     * ClasspathFinder}).
     *
     * @throws ConfigurationException when a named path does not exist
     */
    public Optional<Setting<List<Path>>> classpath() {
        return values.find(Option.CLASSPATH)
                .map(setting -> setting.map(texts -> locations.resolveClasspath(texts, setting.origin())));
    }

    /**
     * How entities and database are compared.
     *
     * @throws ConfigurationException when a value is malformed
     */
    public ComparisonSettings comparison() {
        return new ComparisonSettings(
                values.list(Option.INCLUDE),
                values.list(Option.EXCLUDE),
                values.isSet(Option.STRICT),
                values.isSet(Option.ALLOW_DROPS),
                values.entries(Option.RENAME),
                values.isSet(Option.RENAME_SPELLING),
                values.isSet(Option.PLAIN),
                new SplitChoice(values).choose());
    }

    /** Whether people may be asked, if there is anyone: not where a build server runs this, and not against their will. */
    public boolean mayAsk() {
        return !values.isSet(Option.NO_INPUT) && !surroundings.isContinuousIntegration();
    }

    /**
     * Where migrations are.
     *
     * @throws ConfigurationException when a value is malformed
     */
    public MigrationSettings migrations() {
        List<String> packages = packages();
        return values.find(Option.MIGRATIONS)
                .map(setting -> setting.value().stream()
                        .map(text -> locations.resolve(text, setting.origin()))
                        .toList())
                .map(roots -> new MigrationSettings(roots, packages))
                .orElseGet(() -> defaultMigrations(packages));
    }

    /**
     * What new migrations are called and look like.
     *
     * @throws ConfigurationException when a value is malformed, or the file with the header cannot be read
     */
    public MigrationStyle style() {
        return new StyleChoice(values, locations, project).choose();
    }

    /**
     * The commands that run after a migration was written, in order.
     *
     * @throws ConfigurationException when a quote does not end
     */
    public List<PostWriteCommand> postWrite() {
        return values.find(Option.POST_WRITE).stream()
                .flatMap(setting -> setting.value().stream().map(text -> new Setting<>(text, setting.origin())))
                .map(PostWriteCommand::of)
                .toList();
    }

    /**
     * How migrations run.
     *
     * @throws ConfigurationException when a value is malformed
     */
    public RunnerSettings runner() {
        return new RunnerSettings(
                values.text(Option.VERSION_TABLE).map(Setting::value).orElse(DEFAULT_VERSION_TABLE),
                values.text(Option.VERSION_SCHEMA).map(Setting::value),
                values.duration(Option.LOCK_TIMEOUT).map(Setting::value).orElse(DEFAULT_LOCK_TIMEOUT),
                values.duration(Option.STATEMENT_TIMEOUT).map(Setting::value));
    }

    /**
     * Whether a new migration is proved.
     *
     * @throws ConfigurationException when the settings contradict each other
     */
    public ProofMode proof() {
        return values.proof();
    }

    /**
     * How the data is looked at before migrations run.
     *
     * @throws ConfigurationException when a value is malformed
     */
    public PreflightSettings preflight() {
        return new PreflightSettings(
                !values.isSet(Option.NO_PREFLIGHT),
                values.positiveDuration(Option.PROBE_TIMEOUT).map(Setting::value),
                values.count(Option.SAMPLE_OVER).map(Setting::value));
    }

    private DatabaseChoice choice() {
        return new DatabaseChoice(values, application, project, surroundings, locations);
    }

    /** The build file, which takes its time to read, is read only where it may matter. */
    private MigrationSettings defaultMigrations(List<String> packages) {
        Path usual = project.resolve(ProjectLayout.JAVA_SOURCES);
        return Files.isDirectory(usual)
                ? new MigrationSettings(List.of(usual), packages)
                : layout().migrations(packages);
    }

    private Map<String, Setting<String>> hibernateSettings() {
        Map<String, Setting<String>> settings = new LinkedHashMap<>(application.hibernateSettings());
        settings.putAll(autogenProperties.hibernateSettings());
        settings.putAll(values.mergedEntries(Option.HIBERNATE));
        return settings;
    }

    private List<String> packages() {
        Optional<Setting<List<String>>> found = values.find(Option.PACKAGE);
        found.ifPresent(setting -> setting.value().forEach(name -> {
            if (!SourceVersion.isName(name)) {
                throw SettingValues.invalid(
                        Option.PACKAGE,
                        new Setting<>(name, setting.origin()),
                        "is no name of a Java package. Correct it.");
            }
        }));
        return found.map(Setting::value).orElse(List.of("migrations"));
    }

    private void requireKnownProfile() {
        Optional<Setting<String>> chosen = values.text(Option.PROFILE);
        if (chosen.isEmpty()
                || autogenProperties.profiles().contains(chosen.get().value())) {
            return;
        }
        if (!application.springProfiles().contains(chosen.get().value())) {
            String known = autogenProperties.profiles().isEmpty()
                    ? "The file has no sections"
                    : "The file has sections for " + String.join(", ", autogenProperties.profiles());
            throw new ConfigurationException("The profile \"" + chosen.get().value() + "\" ("
                    + chosen.get().origin()
                    + ") is unknown: neither " + AutogenProperties.FILE_NAME + " nor a Spring configuration in "
                    + project + " speaks of it. " + known + "; write one, such as "
                    + chosen.get().value()
                    + ".url=..., or correct the name.");
        }
    }

    private static Path projectDirectory(SettingValues outside, Surroundings surroundings) {
        Optional<Setting<String>> given = outside.text(Option.PROJECT);
        Locations base = Locations.of(surroundings.workingDirectory(), surroundings);
        Path directory = given.map(setting -> base.resolve(setting.value(), setting.origin()))
                .orElse(surroundings.workingDirectory());
        if (!Files.isDirectory(directory)) {
            throw new ConfigurationException("The project directory " + directory + " ("
                    + given.map(Setting::origin).orElse(Origin.DEFAULT)
                    + ") is not a directory. Name one with --project.");
        }
        return directory;
    }
}
