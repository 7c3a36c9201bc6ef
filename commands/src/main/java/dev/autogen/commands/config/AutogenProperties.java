package dev.autogen.commands.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code autogen.properties} of the project directory.
 *
 * <p>Each option's long name is a key. A key that begins with {@code hibernate.}, {@code jakarta.persistence.} or
 * {@code javax.persistence.} is a setting for Hibernate's boot. {@code --profile NAME} lays the keys that begin with
 * {@code NAME.} over those that do not; the key {@code profile} chooses one by default:
 *
 * <pre>
 * schema = shop
 * strict = true
 * hibernate.default_schema = shop
 *
 * staging.url = jdbc:postgresql://staging.example.com/shop
 * production.url = ${PRODUCTION_URL}
 * production.lock-timeout = 2s
 * </pre>
 *
 * <p>{@code ${NAME}} and {@code ${NAME:default}} stand for environment variables and system properties.
 */
final class AutogenProperties implements SettingSource {

    static final String FILE_NAME = "autogen.properties";

    private static final List<String> HIBERNATE_PREFIXES =
            List.of("hibernate.", "jakarta.persistence.", "javax.persistence.");

    private final Map<Option, LocatedProperty> options = new LinkedHashMap<>();
    private final Map<String, LocatedProperty> hibernate = new LinkedHashMap<>();
    private final Set<String> profiles = new TreeSet<>();
    private final Placeholders placeholders;

    private AutogenProperties(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /**
     * Reads the project's file; a project without one has no settings in it.
     *
     * @param profile the chosen section; null for none, or for the one that the file itself chooses
     */
    static AutogenProperties read(Path project, String profile, Surroundings surroundings) {
        AutogenProperties properties = new AutogenProperties(new Placeholders(name -> surroundings
                .systemProperty(name)
                .or(() -> Optional.ofNullable(surroundings.environment().get(name)))));
        Path path = project.resolve(FILE_NAME);
        if (Files.exists(path)) {
            properties.add(PropertiesFile.properties(TextFile.in(project, path)), profile);
        }
        return properties;
    }

    @Override
    public Optional<Setting<List<String>>> find(Option option) {
        return Optional.ofNullable(options.get(option))
                .filter(property -> !property.value().isBlank())
                .map(this::resolved)
                .map(text -> text.map(option::split));
    }

    /** The settings for Hibernate that stand in the file by their own names. */
    Map<String, Setting<String>> hibernateSettings() {
        Map<String, Setting<String>> settings = new LinkedHashMap<>();
        hibernate.forEach((key, property) -> settings.put(key, resolved(property)));
        return settings;
    }

    /** The profiles that have a section. */
    Set<String> profiles() {
        return profiles;
    }

    private Setting<String> resolved(LocatedProperty property) {
        return new Setting<>(placeholders.resolve(property), property.origin(Origin.Kind.AUTOGEN_PROPERTIES));
    }

    private void add(List<LocatedProperty> properties, String chosenProfile) {
        List<LocatedProperty> sections = new ArrayList<>();
        for (LocatedProperty property : properties) {
            if (!put(property.key(), property)) {
                requireSection(property);
                sections.add(property);
            }
        }
        String profile = chosenProfile;
        if (profile == null && options.containsKey(Option.PROFILE)) {
            profile = placeholders.resolve(options.get(Option.PROFILE)).strip();
        }
        for (LocatedProperty property : sections) {
            int dot = property.key().indexOf('.');
            if (property.key().substring(0, dot).equals(profile)) {
                put(property.key().substring(dot + 1), property);
            }
        }
    }

    /** Takes the key if it is known outside of a section. */
    private boolean put(String key, LocatedProperty property) {
        Optional<Option> option = Option.ofKey(key).filter(known -> known != Option.PROJECT);
        if (option.isPresent()) {
            options.put(option.get(), property);
            return true;
        }
        if (isHibernateSetting(key)) {
            hibernate.put(key, property);
            return true;
        }
        return false;
    }

    private void requireSection(LocatedProperty property) {
        String key = property.key();
        int dot = key.indexOf('.');
        String rest = key.substring(dot + 1);
        boolean known =
                Option.ofKey(rest).filter(AutogenProperties::mayStandInSection).isPresent() || isHibernateSetting(rest);
        if (dot <= 0 || !known) {
            throw unknown(property, dot > 0 ? key.substring(0, dot + 1) : "", rest);
        }
        profiles.add(key.substring(0, dot));
    }

    private static boolean mayStandInSection(Option option) {
        return option != Option.PROJECT && option != Option.PROFILE;
    }

    private static boolean isHibernateSetting(String key) {
        return HIBERNATE_PREFIXES.stream().anyMatch(key::startsWith);
    }

    private static ConfigurationException unknown(LocatedProperty property, String section, String rest) {
        String advice;
        if (rest.equals(Option.PROJECT.key())) {
            advice = "The file is found through the project directory and cannot name it. Remove the line.";
        } else if (rest.equals("password")) {
            advice = "A password does not belong into a file that is committed. Use " + section
                    + "password-file, PGPASSWORD or ~/.pgpass.";
        } else {
            List<String> keys = Arrays.stream(Option.values())
                    .filter(AutogenProperties::mayStandInSection)
                    .map(Option::key)
                    .toList();
            advice = "The nearest key is \"" + section + NearestName.to(rest, keys)
                    + "\". Correct the line or remove it.";
        }
        return new ConfigurationException(
                property.location() + ": \"" + property.key() + "\" is not a setting of autogen. " + advice);
    }
}
