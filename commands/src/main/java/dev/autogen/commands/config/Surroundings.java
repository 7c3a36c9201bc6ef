package dev.autogen.commands.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What the process finds around it, handed in so that a test can hand in something else.
 *
 * @param environment the environment variables
 * @param systemProperties the JVM's system properties
 * @param workingDirectory what a relative {@code --project} is relative to
 */
public record Surroundings(
        Map<String, String> environment, Map<String, String> systemProperties, Path workingDirectory) {

    public Surroundings {
        environment = Map.copyOf(environment);
        systemProperties = Map.copyOf(systemProperties);
        workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }

    /** The environment, system properties and working directory of this JVM. */
    public static Surroundings ofThisProcess() {
        Properties properties = System.getProperties();
        return new Surroundings(
                System.getenv(),
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toMap(name -> name, properties::getProperty)),
                Path.of(""));
    }

    /** The variable's value; empty when it is unset or blank. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    Optional<String> systemProperty(String name) {
        return Optional.ofNullable(systemProperties.get(name));
    }

    /** The user's home; empty when the JVM does not know one. */
    Optional<Path> home() {
        return systemProperty("user.home").filter(home -> !home.isBlank()).map(Path::of);
    }

    boolean isWindows() {
        return systemProperty("os.name").orElse("").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** True when a build server runs this: {@code CI} is set, and not to {@code false} or {@code 0}. */
    boolean isContinuousIntegration() {
        return variable("CI")
                .filter(value -> !value.equalsIgnoreCase("false") && !value.equals("0"))
                .isPresent();
    }

    /** Says no more than the directory: variables hold passwords. */
    @Override
    public String toString() {
        return "Surroundings[" + workingDirectory + "]";
    }
}
