package dev.autogen.commands.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * What a Spring Boot application would see of its own configuration: its {@code application.properties|yml|yaml} under
 * the active profiles, below environment variables and system properties, which bind in Spring's relaxed way
 * ({@code SPRING_DATASOURCE_URL}).
 */
final class SpringConfiguration {

    private static final String ACTIVE = "spring.profiles.active";
    private static final String INCLUDE = "spring.profiles.include";
    private static final String DEFAULT = "spring.profiles.default";
    private static final List<String> ON_PROFILE = List.of("spring.config.activate.on-profile", "spring.profiles");
    private static final String ON_CLOUD_PLATFORM = "spring.config.activate.on-cloud-platform";
    private static final String IMPORT = "spring.config.import";

    private final SpringFiles files;
    private final Surroundings surroundings;
    private final Placeholders placeholders = new Placeholders(this::raw);
    private final Map<String, LocatedProperty> effective = new LinkedHashMap<>();
    private final Set<String> knownProfiles = new TreeSet<>();
    private final Set<Path> imported = new HashSet<>();

    private SpringConfiguration(SpringFiles files, Surroundings surroundings) {
        this.files = files;
        this.surroundings = surroundings;
    }

    /**
     * Reads the application's files.
     *
     * @param profile the profile to activate; null for those that the application itself activates
     */
    static SpringConfiguration read(SpringFiles files, String profile, Surroundings surroundings) {
        SpringConfiguration configuration = new SpringConfiguration(files, surroundings);
        Set<String> active = configuration.activeProfiles(profile);
        configuration.effective.clear();
        configuration.imported.clear();
        for (List<Path> group : files.groups()) {
            configuration.addDocuments(files.documents(group, ""), active);
            for (String each : active) {
                configuration.addDocuments(files.documents(group, "-" + each), active);
            }
        }
        return configuration;
    }

    /** The property's value, placeholders replaced; the key in Spring's own kebab case. */
    Optional<Setting<String>> find(String key) {
        Optional<String> system = surroundings.systemProperty(key);
        if (system.isPresent()) {
            LocatedProperty property = new LocatedProperty(key, system.get(), "system property " + key, 0);
            return Optional.of(
                    new Setting<>(placeholders.resolve(property), new Origin(Origin.Kind.SPRING, property.file())));
        }
        String variable = variableName(key);
        Optional<String> environment = surroundings.variable(variable);
        if (environment.isPresent()) {
            LocatedProperty property = new LocatedProperty(key, environment.get(), variable, 0);
            return Optional.of(new Setting<>(placeholders.resolve(property), new Origin(Origin.Kind.SPRING, variable)));
        }
        return Optional.ofNullable(effective.get(canonical(key))).map(this::resolved);
    }

    /** Calls back for each wanted property below the prefix, with the rest of its key as the file spells it. */
    void forEachBelow(String prefix, Predicate<String> wanted, BiConsumer<String, Setting<String>> action) {
        String start = canonical(prefix);
        for (LocatedProperty property : effective.values()) {
            String key = withoutBrackets(property.key());
            if (canonical(key).startsWith(start + ".")) {
                String rest = key.substring(lengthOfCanonical(key, start.length()) + 1);
                if (wanted.test(rest)) {
                    action.accept(rest, resolved(property));
                }
            }
        }
    }

    /** Every profile that a file or a document of the application is for. */
    Set<String> knownProfiles() {
        Set<String> profiles = new TreeSet<>(knownProfiles);
        profiles.addAll(files.profilesWithFiles());
        return profiles;
    }

    private Setting<String> resolved(LocatedProperty property) {
        return new Setting<>(placeholders.resolve(property), property.origin(Origin.Kind.SPRING));
    }

    /** Spring takes them from the files that are there whatever the profile, so those are read first. */
    private Set<String> activeProfiles(String chosen) {
        for (List<Path> group : files.groups()) {
            addDocuments(files.documents(group, ""), null);
        }
        List<String> names = chosen != null ? List.of(chosen) : list(ACTIVE);
        if (names.isEmpty()) {
            names = list(DEFAULT);
        }
        Set<String> active = new LinkedHashSet<>();
        list(INCLUDE).forEach(name -> activate(name, active));
        (names.isEmpty() ? List.of("default") : names).forEach(name -> activate(name, active));
        return active;
    }

    private void activate(String name, Set<String> active) {
        if (active.add(name)) {
            list("spring.profiles.group." + name).forEach(member -> activate(member, active));
        }
    }

    /** A list in one property, separated by commas, or in several, {@code key[0]} and so on. */
    private List<String> list(String key) {
        List<String> values = new ArrayList<>();
        find(key).ifPresent(text -> values.addAll(Arrays.asList(text.value().split(","))));
        for (int i = 0; ; i++) {
            Optional<LocatedProperty> item = Optional.ofNullable(effective.get(canonical(key + "[" + i + "]")));
            if (item.isEmpty()) {
                break;
            }
            values.add(placeholders.resolve(item.get()));
        }
        return values.stream()
                .map(String::strip)
                // @name@ is for Maven's resource filtering to replace, and names no profile before that.
                .filter(value -> !value.isEmpty() && !value.startsWith("@"))
                .toList();
    }

    /** Adds what applies under the active profiles; null while they are not known and nothing for a profile applies. */
    private void addDocuments(List<List<LocatedProperty>> documents, Set<String> active) {
        for (List<LocatedProperty> document : documents) {
            if (isActive(document, active)) {
                document.forEach(property -> effective.put(canonical(property.key()), property));
                for (LocatedProperty property : document) {
                    if (withoutIndex(canonical(property.key())).equals(canonical(IMPORT))) {
                        Arrays.stream(placeholders.resolve(property).split("[,;]"))
                                .forEach(location -> addImport(location.strip(), property, active));
                    }
                }
            }
        }
    }

    private boolean isActive(List<LocatedProperty> document, Set<String> active) {
        boolean matches = true;
        Set<String> alternatives = new LinkedHashSet<>();
        for (LocatedProperty property : document) {
            String key = withoutIndex(canonical(property.key()));
            if (key.equals(canonical(ON_CLOUD_PLATFORM))) {
                matches = false;
            } else if (ON_PROFILE.stream().anyMatch(name -> canonical(name).equals(key))) {
                alternatives.add(property.value());
                Arrays.stream(property.value().split("[&|!(),\\s]+"))
                        .filter(name -> !name.isEmpty())
                        .forEach(knownProfiles::add);
                requireExpression(property);
            }
        }
        return matches
                && (alternatives.isEmpty()
                        || (active != null
                                && alternatives.stream().anyMatch(text -> ProfileExpression.matches(text, active))));
    }

    private static void requireExpression(LocatedProperty property) {
        try {
            ProfileExpression.matches(property.value(), Set.of());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    property.location() + ": \"" + property.value() + "\" is not an expression over profiles: "
                            + e.getMessage() + ". Correct it.",
                    e);
        }
    }

    /** Imports files, such as {@code optional:file:.env[.properties]}; other kinds of import need a running Spring. */
    private void addImport(String location, LocatedProperty importing, Set<String> active) {
        String target = location.startsWith("optional:") ? location.substring("optional:".length()) : location;
        String extension = "";
        if (target.endsWith("]") && target.contains("[.")) {
            extension = target.substring(target.lastIndexOf("[.") + 1, target.length() - 1);
            target = target.substring(0, target.lastIndexOf("[."));
        } else if (target.lastIndexOf('.') >= 0) {
            extension = target.substring(target.lastIndexOf('.'));
        }
        if (!List.of(".properties", ".yml", ".yaml").contains(extension)) {
            return;
        }
        for (Path file : importedFiles(target, importing)) {
            if (Files.isRegularFile(file) && imported.add(file)) {
                addDocuments(files.documents(file, extension), active);
            }
        }
    }

    private List<Path> importedFiles(String target, LocatedProperty importing) {
        if (target.startsWith("classpath:")) {
            String name = target.substring("classpath:".length()).replaceFirst("^/+", "");
            return files.resources().stream()
                    .map(root -> root.resolve(name).normalize())
                    .toList();
        }
        if (target.startsWith("file:")) {
            return List.of(
                    files.module().resolve(target.substring("file:".length())).normalize());
        }
        if (target.contains(":")) {
            return List.of();
        }
        return List.of(
                files.project().resolve(importing.file()).resolveSibling(target).normalize());
    }

    /** What a placeholder's name stands for, unresolved. */
    private Optional<String> raw(String name) {
        return surroundings
                .systemProperty(name)
                .or(() -> Optional.ofNullable(surroundings.environment().get(name)))
                .or(() -> Optional.ofNullable(surroundings.environment().get(variableName(name))))
                .or(() -> Optional.ofNullable(effective.get(canonical(name))).map(LocatedProperty::value));
    }

    private static String variableName(String key) {
        return key.replace("-", "")
                .replaceAll("\\[(\\d+)]", "_$1")
                .replace('.', '_')
                .toUpperCase(Locale.ROOT);
    }

    /** Spring binds {@code physical-strategy}, {@code physicalStrategy} and {@code physical_strategy} alike. */
    private static String canonical(String key) {
        return withoutBrackets(key).replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** {@code properties[hibernate.dialect]} is {@code properties.hibernate.dialect}; an index stays. */
    private static String withoutBrackets(String key) {
        return key.replaceAll("\\.?\\[([^\\]\\d][^\\]]*)]", ".$1");
    }

    private static String withoutIndex(String key) {
        return key.replaceAll("\\[\\d+]$", "");
    }

    /** How many characters of the key make so many of its canonical form. */
    private static int lengthOfCanonical(String key, int length) {
        int position = 0;
        for (int seen = 0; seen < length; position++) {
            if (key.charAt(position) != '-' && key.charAt(position) != '_') {
                seen++;
            }
        }
        return position;
    }
}
