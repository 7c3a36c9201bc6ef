package dev.autogen.commands.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gradle is not in the repositories that the build takes from, so a wrapper answers for it, but where it is installed. */
class GradleClasspathTest {
    /** Says what a script says that autogen gives along: a list in the directory it names. */
    private static final String WRAPPER = """
            for argument in "$@"; do
              case "$argument" in
                -Dautogen.classpath=*) answers="${argument#*=}" ;;
                --offline) offline=yes ;;
              esac
            done
            %s
            """;

    @TempDir
    private Path temporary;

    private final List<String> progress = new ArrayList<>();

    @Test
    void gradle_is_asked_once_until_a_script_or_a_catalog_of_versions_changes() {
        ProjectOnDisk project = ProjectOnDisk.plain(temporary)
                .with("build.gradle.kts", "")
                .with("settings.gradle.kts", "include(\":lib\")")
                .with("lib/build.gradle.kts", "")
                .with("some.jar", "");
        wrapper(project, "echo " + project.directory().resolve("some.jar") + " > \"$answers/_.list\"");

        assertThat(find(project)).containsExactly(project.directory().resolve("some.jar"));
        assertThat(find(project)).hasSize(1);
        assertThat(progress).containsExactly("Asking Gradle for the class path of " + project.directory());

        project.with("lib/build.gradle.kts", "// other");
        find(project);
        assertThat(progress).hasSize(2);
        project.with("gradle/libs.versions.toml", "[versions]");
        find(project);
        assertThat(progress).hasSize(3);
        project.with("lib/src/main/java/A.java", "class A {}");
        find(project);
        assertThat(progress).hasSize(3);
    }

    @Test
    void the_network_is_asked_where_the_machine_does_not_have_it() {
        ProjectOnDisk project =
                ProjectOnDisk.plain(temporary).with("build.gradle", "").with("some.jar", "");
        wrapper(
                project,
                "[ -n \"$offline\" ] && { echo '* What went wrong:'; echo 'No cached version available for offline"
                        + " mode.'; exit 1; }; echo " + project.directory().resolve("some.jar")
                        + " > \"$answers/_.list\"");

        assertThat(find(project)).hasSize(1);
    }

    @Test
    void a_failure_is_told_in_gradles_words_without_its_advice() {
        ProjectOnDisk project = ProjectOnDisk.plain(temporary).with("build.gradle", "");
        wrapper(project, """
                cat <<'END'
                FAILURE: Build failed with an exception.

                * What went wrong:
                Could not resolve all artifacts for configuration ':compileClasspath'.
                > Could not find org.example:gone:1.

                * Try:
                Run with --stacktrace option to get the stack trace.
                END
                exit 1""");

        assertThatThrownBy(() -> find(project))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Gradle cannot resolve the class path of " + project.directory() + ". It says: Could not"
                        + " resolve all artifacts for configuration ':compileClasspath'. > Could not find"
                        + " org.example:gone:1. Make gradle dependencies succeed there, or name the jars that the"
                        + " entities need with --classpath.");
    }

    @Test
    void without_gradle_the_class_path_must_be_named() {
        ProjectOnDisk project = ProjectOnDisk.plain(temporary).with("build.gradle", "");

        assertThatThrownBy(() -> finder(project.directory(), Map.of()).find())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no gradlew in the project and no gradle in GRADLE_HOME or PATH")
                .hasMessageContaining("--classpath");
    }

    @Test
    void an_installed_gradle_tells_jars_and_the_class_directories_of_siblings() {
        Surroundings here = Surroundings.ofThisProcess();
        assumeThat(BuildExecutable.gradle(here).commandsFor(List.of())).isNotEmpty();
        ProjectOnDisk project = ProjectOnDisk.plain(temporary)
                .with("settings.gradle", "include 'shop', 'base'")
                .with(
                        "base/build.gradle",
                        "plugins { id 'java-library' }\ndependencies { api files('../own tools.jar') }")
                .with("shop/build.gradle", "plugins { id 'java' }\ndependencies { implementation project(':base') }")
                .with("own tools.jar", "");
        Path base = project.directory().resolve("base/build/classes/java/main");
        Path shop = project.directory().resolve("shop");

        assertThat(finder(shop, System.getenv()).find()).doesNotContain(base);
        assertThat(progress).contains("Not on the class path, since not compiled yet: " + base);
        project.withDirectory("base/build/classes/java/main");
        assertThat(finder(shop, System.getenv()).find())
                .containsExactlyInAnyOrder(base, project.directory().resolve("own tools.jar"));
        assertThat(finder(project.directory(), System.getenv()).find())
                .containsExactlyInAnyOrder(base, project.directory().resolve("own tools.jar"));
    }

    private static void wrapper(ProjectOnDisk project, String answer) {
        project.with("gradlew", WRAPPER.formatted(answer));
    }

    /** With the programs that a wrapper needs, and no Gradle. */
    private List<Path> find(ProjectOnDisk project) {
        return finder(project.directory(), Map.of("PATH", "/bin")).find();
    }

    private ClasspathFinder finder(Path directory, Map<String, String> environment) {
        Map<String, String> properties =
                Map.of("user.home", System.getProperty("user.home"), "os.name", System.getProperty("os.name"));
        return new ClasspathFinder(
                ProjectLayout.of(directory), new Surroundings(environment, properties, directory), progress::add);
    }
}
