package dev.autogen.commands.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClasspathFinderTest {

    private static final String PERSISTENCE_API = """
            <dependency>
              <groupId>jakarta.persistence</groupId>
              <artifactId>jakarta.persistence-api</artifactId>
              <version>3.2.0</version>
              <scope>%s</scope>
            </dependency>
            """;

    @TempDir
    private Path temporary;

    private final List<String> progress = new ArrayList<>();

    @Test
    void maven_is_asked_once_until_the_pom_changes() throws IOException {
        ProjectOnDisk project =
                ProjectOnDisk.plain(temporary).with("pom.xml", pom("shop", PERSISTENCE_API.formatted("provided")));

        assertThat(find(project))
                .map(Path::getFileName)
                .map(Path::toString)
                .containsExactly("jakarta.persistence-api-3.2.0.jar");
        assertThat(find(project)).hasSize(1);
        assertThat(progress).containsExactly("Asking Maven for the class path of " + project.directory());
        assertThat(project.directory().resolve(".autogen/.gitignore")).hasContent("*");

        project.with("pom.xml", pom("shop", PERSISTENCE_API.formatted("test")));
        assertThat(find(project)).isEmpty();
        assertThat(progress).hasSize(2);
    }

    @Test
    void every_scope_but_test_counts() {
        ProjectOnDisk project = ProjectOnDisk.plain(temporary)
                .with("lib/own tools.jar", "")
                .with(
                        "pom.xml",
                        pom(
                                "shop",
                                PERSISTENCE_API
                                                .formatted("runtime")
                                                .replace("<scope>", "<optional>true</optional><scope>")
                                        + """
                        <dependency>
                          <groupId>com.example</groupId>
                          <artifactId>own-tools</artifactId>
                          <version>1</version>
                          <scope>system</scope>
                          <systemPath>${project.basedir}/lib/own tools.jar</systemPath>
                        </dependency>
                        <dependency>
                          <groupId>org.junit.jupiter</groupId>
                          <artifactId>junit-jupiter-api</artifactId>
                          <version>5.14.4</version>
                          <scope>test</scope>
                        </dependency>
                        """));

        assertThat(find(project))
                .map(Path::getFileName)
                .map(Path::toString)
                .containsExactly("jakarta.persistence-api-3.2.0.jar", "own tools.jar");
    }

    @Test
    void a_broken_wrapper_gives_way_to_the_installed_maven() {
        ProjectOnDisk project = ProjectOnDisk.plain(temporary)
                .with("mvnw", "echo cannot download Maven >&2; exit 1")
                .with("pom.xml", pom("shop", PERSISTENCE_API.formatted("compile")));

        assertThat(find(project)).hasSize(1);
    }

    @Test
    void the_projects_wrapper_is_asked_first() {
        ProjectOnDisk project = ProjectOnDisk.plain(temporary)
                .with("mvnw", "echo '[ERROR] asked the wrapper'; exit 1")
                .with("pom.xml", pom("shop", PERSISTENCE_API.formatted("compile")));

        assertThatThrownBy(() -> find(project))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("It says: asked the wrapper");
    }

    @Test
    void a_cached_class_path_with_a_missing_jar_is_asked_for_again() throws IOException {
        ProjectOnDisk project = ProjectOnDisk.plain(temporary).with("pom.xml", pom("shop", ""));
        find(project);
        Files.writeString(
                project.directory().resolve(".autogen/classpath.txt"), "/gone.jar\n", StandardOpenOption.APPEND);

        assertThat(find(project)).isEmpty();
        assertThat(progress).hasSize(2);
    }

    @Test
    void a_module_finds_its_uninstalled_sibling() {
        String sibling = """
                <dependency><groupId>com.example</groupId><artifactId>base</artifactId><version>1</version></dependency>
                """;
        ProjectOnDisk root = ProjectOnDisk.plain(temporary)
                .with("pom.xml", """
                        <project>
                          <modelVersion>4.0.0</modelVersion>
                          <groupId>com.example</groupId>
                          <artifactId>root</artifactId>
                          <version>1</version>
                          <packaging>pom</packaging>
                          <modules><module>base</module><module>shop</module></modules>
                        </project>
                        """)
                .with("base/pom.xml", pom("base", PERSISTENCE_API.formatted("compile")))
                .with("shop/pom.xml", pom("shop", sibling));

        Path directory = root.directory().resolve("shop");
        Path base = root.directory().resolve("base/target/classes");
        assertThat(finder(directory, System.getenv()).find()).isNotEmpty().doesNotContain(base);
        assertThat(progress).contains("Not on the class path, since not compiled yet: " + base);

        root.withDirectory("base/target/classes");
        assertThat(finder(directory, System.getenv()).find())
                .contains(base)
                .anyMatch(entry -> entry.endsWith("jakarta.persistence-api-3.2.0.jar"));
    }

    @Test
    void an_unresolved_artifact_is_told_in_mavens_words_without_its_advice() {
        ProjectOnDisk project = ProjectOnDisk.plain(temporary)
                .with(
                        "pom.xml",
                        pom("shop", PERSISTENCE_API.formatted("compile").replace("3.2.0", "0.0.1-none")));

        assertThatThrownBy(() -> find(project))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Maven cannot resolve the class path of " + project.directory())
                .hasMessageContaining("jakarta.persistence-api:jar:0.0.1-none")
                .hasMessageContaining("--classpath")
                .hasMessageNotContaining("[ERROR]")
                .hasMessageNotContaining("stack trace");
    }

    @Test
    void a_missing_autogen_runtime_has_its_own_cure() {
        ProjectOnDisk project = ProjectOnDisk.plain(temporary)
                .with("pom.xml", pom("shop", RuntimeDependency.snippet(layout(temporary), "0.0.1-none")));

        assertThatThrownBy(() -> find(project))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Build autogen once with its launcher");
    }

    @Test
    void without_maven_the_class_path_must_be_named() {
        ProjectOnDisk project = ProjectOnDisk.maven(temporary);

        assertThatThrownBy(() -> finder(project.directory(), Map.of()).find())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no mvn in MAVEN_HOME or PATH")
                .hasMessageContaining("--classpath");
    }

    @Test
    void a_directory_where_nothing_can_be_kept_works_as_well() {
        ProjectOnDisk project = ProjectOnDisk.plain(temporary)
                .with("pom.xml", pom("shop", PERSISTENCE_API.formatted("compile")))
                // Stands for a read-only directory, which a test that runs as root cannot make.
                .with(".autogen", "a file where the directory should be");

        assertThat(find(project)).hasSize(1);
    }

    @Test
    void a_project_without_a_build_file_has_no_class_path_of_its_own() {
        assertThat(find(ProjectOnDisk.plain(temporary))).isEmpty();
    }

    @Test
    void the_runtime_is_found_among_class_directories() {
        Path runtime = ProjectOnDisk.plain(temporary)
                .with("runtime/dev/autogen/migration/Migration.class", "")
                .directory()
                .resolve("runtime");

        assertThat(RuntimeDependency.isOn(List.of(temporary, runtime))).isTrue();
        assertThat(RuntimeDependency.isOn(List.of(temporary))).isFalse();
    }

    private List<Path> find(ProjectOnDisk project) {
        return finder(project.directory(), System.getenv()).find();
    }

    private ClasspathFinder finder(Path directory, Map<String, String> environment) {
        Map<String, String> properties = new HashMap<>();
        properties.put("user.home", System.getProperty("user.home"));
        properties.put("os.name", System.getProperty("os.name"));
        return new ClasspathFinder(
                layout(directory), new Surroundings(environment, properties, directory), progress::add);
    }

    private static ProjectLayout layout(Path directory) {
        return ProjectLayout.of(directory);
    }

    private static String pom(String artifact, String dependencies) {
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>%s</artifactId>
                  <version>1</version>
                  <dependencies>
                %s
                  </dependencies>
                </project>
                """.formatted(artifact, dependencies);
    }
}
