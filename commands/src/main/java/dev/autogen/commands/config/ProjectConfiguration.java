package dev.autogen.commands.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What the application's own configuration says, Spring's and JPA's, over all modules. Read only when it is needed. */
final class ProjectConfiguration {

    private static final String SPRING_PROPERTIES = "spring.jpa.properties";
    private static final Map<String, String> SPRING_SETTINGS = Map.of(
            "spring.jpa.hibernate.naming.implicit-strategy", "hibernate.implicit_naming_strategy",
            "spring.jpa.hibernate.naming.physical-strategy", "hibernate.physical_naming_strategy",
            "spring.jpa.database-platform", "hibernate.dialect");

    /**
     * What says nothing about tables but may connect, start something, or hold placeholders that only the running
     * application can resolve.
     */
    private static final List<String> NOT_OF_MAPPING = List.of(
            "jakarta.persistence.jdbc.",
            "jakarta.persistence.schema-generation.",
            "javax.persistence.jdbc.",
            "javax.persistence.schema-generation.",
            "hibernate.agroal.",
            "hibernate.c3p0.",
            "hibernate.cache.",
            "hibernate.connection.",
            "hibernate.hikari.",
            "hibernate.javax.cache.",
            "hibernate.search.");

    private final Supplier<ProjectLayout> layout;
    private final Memo<List<SpringConfiguration>> springConfigurations;

    /**
     * @param profile the Spring profile to activate; null for those that the application itself activates
     */
    ProjectConfiguration(Supplier<ProjectLayout> layout, String profile, Surroundings surroundings) {
        this.layout = layout;
        this.springConfigurations = new Memo<>(() -> layout.get().modules().stream()
                .map(module -> new SpringFiles(layout.get().directory(), module.directory(), module.resources()))
                .map(files -> SpringConfiguration.read(files, profile, surroundings))
                .toList());
    }

    /** A database that the application connects to. */
    record DataSource(Setting<String> url, Optional<String> user, Optional<String> password) {

        @Override
        public String toString() {
            return "DataSource[" + url.origin() + "]";
        }
    }

    /**
     * The application's database, Spring's before that of {@code persistence.xml}.
     *
     * @throws ConfigurationException when modules or persistence units name different ones
     */
    Optional<DataSource> dataSource() {
        List<DataSource> spring = new ArrayList<>();
        for (SpringConfiguration configuration : springConfigurations.get()) {
            configuration
                    .find("spring.datasource.url")
                    .filter(url -> !url.value().isBlank())
                    .ifPresent(url -> spring.add(new DataSource(
                            url,
                            text(configuration.find("spring.datasource.username")),
                            text(configuration.find("spring.datasource.password")))));
        }
        return only(spring).or(() -> only(persistenceDataSources()));
    }

    /** The settings for Hibernate's boot, Spring's over those of {@code persistence.xml}. */
    Map<String, Setting<String>> hibernateSettings() {
        Map<String, Setting<String>> settings = new LinkedHashMap<>();
        for (Map<String, Setting<String>> unit : persistenceUnits()) {
            unit.forEach((key, value) -> {
                if (concernsMapping(key)) {
                    settings.putIfAbsent(key, value);
                }
            });
        }
        Map<String, Setting<String>> springSettings = new LinkedHashMap<>();
        for (SpringConfiguration configuration : springConfigurations.get()) {
            SPRING_SETTINGS.forEach((key, setting) -> configuration
                    .find(key)
                    .filter(value -> !value.value().isBlank())
                    .ifPresent(value -> springSettings.putIfAbsent(setting, value)));
            configuration.forEachBelow(
                    SPRING_PROPERTIES, ProjectConfiguration::concernsMapping, springSettings::putIfAbsent);
        }
        settings.putAll(springSettings);
        return settings;
    }

    /** The profiles that some file of the application is for. */
    Set<String> springProfiles() {
        Set<String> profiles = new TreeSet<>();
        springConfigurations.get().forEach(configuration -> profiles.addAll(configuration.knownProfiles()));
        return profiles;
    }

    private static boolean concernsMapping(String key) {
        return NOT_OF_MAPPING.stream().noneMatch(key::startsWith);
    }

    private List<Map<String, Setting<String>>> persistenceUnits() {
        return layout.get().modules().stream()
                .flatMap(module -> module.resources().stream())
                .map(resources -> resources.resolve("META-INF").resolve("persistence.xml"))
                .filter(Files::isRegularFile)
                .map((Path path) -> TextFile.in(layout.get().directory(), path))
                .flatMap(file -> PersistenceXml.units(file).stream())
                .toList();
    }

    private List<DataSource> persistenceDataSources() {
        List<DataSource> sources = new ArrayList<>();
        for (Map<String, Setting<String>> unit : persistenceUnits()) {
            first(unit, "jakarta.persistence.jdbc.url", "hibernate.connection.url")
                    .ifPresent(url -> sources.add(new DataSource(
                            url,
                            text(first(unit, "jakarta.persistence.jdbc.user", "hibernate.connection.username")),
                            text(first(unit, "jakarta.persistence.jdbc.password", "hibernate.connection.password")))));
        }
        return sources;
    }

    private static Optional<Setting<String>> first(Map<String, Setting<String>> unit, String... keys) {
        for (String key : keys) {
            if (unit.containsKey(key) && !unit.get(key).value().isBlank()) {
                return Optional.of(unit.get(key));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(Optional<Setting<String>> setting) {
        return setting.map(Setting::value).filter(value -> !value.isEmpty());
    }

    private static Optional<DataSource> only(List<DataSource> sources) {
        for (DataSource source : sources) {
            DataSource first = sources.get(0);
            if (!source.url().value().equals(first.url().value())) {
                throw new ConfigurationException("The project names more than one database: "
                        + Masking.mask(first.url().value()) + " (" + first.url().origin() + ") and "
                        + Masking.mask(source.url().value()) + " ("
                        + source.url().origin()
                        + "). Choose one with --url or DATABASE_URL, or one module with --project.");
            }
        }
        return sources.stream().findFirst();
    }
}
