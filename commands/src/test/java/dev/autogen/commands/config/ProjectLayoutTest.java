package dev.autogen.commands.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLayoutTest {

    @TempDir
    private Path temporary;

    @Test
    void mavens_layout() {
        ProjectOnDisk project = ProjectOnDisk.maven(temporary)
                .withDirectory("src/main/java")
                .withDirectory("src/main/resources")
                .withDirectory("target/classes");

        ProjectLayout layout = ProjectLayout.of(project.directory());

        assertThat(layout.tool()).isEqualTo(BuildTool.MAVEN);
        assertThat(names(project, layout.sourceRoots())).containsExactly("src/main/java");
        assertThat(names(project, layout.classDirectories())).containsExactly("target/classes");
        assertThat(layout.modules()).hasSize(1);
    }

    @Test
    void a_source_directory_of_the_poms_own() {
        ProjectOnDisk project =
                ProjectOnDisk.maven(temporary).with("pom.xml", """
                        <project xmlns="http://maven.apache.org/POM/4.0.0">
                          <properties><sources>source</sources></properties>
                          <build><sourceDirectory>${project.basedir}/${sources}</sourceDirectory></build>
                        </project>
                        """).withDirectory("source");

        assertThat(names(project, ProjectLayout.of(project.directory()).sourceRoots()))
                .containsExactly("source");
        assertThat(project.settings().migrations().sourceRoot())
                .isEqualTo(project.directory().resolve("source"));
    }

    @Test
    void the_modules_of_an_aggregator_count_together() {
        ProjectOnDisk project = aggregator();

        ProjectLayout layout = ProjectLayout.of(project.directory());

        assertThat(names(project, layout.sourceRoots())).containsExactly("a/src/main/java", "b/c/src/main/java");
        assertThat(names(project, layout.classDirectories())).containsExactly("a/target/classes");
    }

    @Test
    void the_module_that_has_migrations_gets_the_next() {
        ProjectOnDisk project = aggregator();
        assertThat(project.settings().migrations().sourceRoots()).hasSize(2);
        assertThatThrownBy(() -> project.settings().migrations().sourceRoot())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("a/src/main/java, b/c/src/main/java")
                .hasMessageContaining("--migrations");

        project.withDirectory("b/c/src/main/java/migrations");
        assertThat(project.settings().migrations().sourceRoot())
                .isEqualTo(project.directory().resolve("b/c/src/main/java"));
    }

    @Test
    void gradles_layout_with_included_projects() {
        ProjectOnDisk project = ProjectOnDisk.plain(temporary)
                .with("settings.gradle.kts", """
                        rootProject.name = "shop"
                        include(":a", ":b:c")
                        """)
                .withDirectory("a/src/main/java")
                .withDirectory("a/build/classes/java/main")
                .withDirectory("a/build/classes/kotlin/main")
                .withDirectory("b/c/src/main/java");

        ProjectLayout layout = ProjectLayout.of(project.directory());

        assertThat(layout.tool()).isEqualTo(BuildTool.GRADLE);
        assertThat(names(project, layout.sourceRoots())).containsExactly("a/src/main/java", "b/c/src/main/java");
        assertThat(names(project, layout.classDirectories()))
                .containsExactly("a/build/classes/java/main", "a/build/classes/kotlin/main");
    }

    @Test
    void plain_directories() {
        ProjectOnDisk project =
                ProjectOnDisk.plain(temporary).withDirectory("src/com").withDirectory("bin");

        ProjectLayout layout = ProjectLayout.of(project.directory());

        assertThat(layout.hasBuildFile()).isFalse();
        assertThat(names(project, layout.sourceRoots())).containsExactly("src");
        assertThat(names(project, layout.classDirectories())).containsExactly("bin");
    }

    @Test
    void a_broken_pom_is_told_with_its_line() {
        ProjectOnDisk project = ProjectOnDisk.maven(temporary).with("pom.xml", "<project>\n<build>\n</project>");

        assertThatThrownBy(() -> project.settings().layout())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("pom.xml:3 is not well-formed XML");
    }

    @Test
    void a_pom_reads_no_foreign_file() {
        ProjectOnDisk project = ProjectOnDisk.maven(temporary)
                .with("secret", "src")
                .withDirectory("src")
                .with("pom.xml", """
                        <!DOCTYPE project [<!ENTITY secret SYSTEM "%s">]>
                        <project><build><sourceDirectory>x&secret;</sourceDirectory></build></project>
                        """.formatted(
                                temporary.resolve("project/secret").toUri()));

        assertThat(ProjectLayout.of(project.directory()).sourceRoots()).isEmpty();
    }

    private ProjectOnDisk aggregator() {
        return ProjectOnDisk.maven(temporary)
                .with(
                        "pom.xml",
                        "<project><modules><module>a</module><module>b/pom.xml</module><module>gone</module></modules></project>")
                .with("a/pom.xml", "<project/>")
                .withDirectory("a/src/main/java")
                .withDirectory("a/target/classes")
                .with("b/pom.xml", "<project><modules><module>c</module></modules></project>")
                .with("b/c/pom.xml", "<project/>")
                .withDirectory("b/c/src/main/java");
    }

    private static List<String> names(ProjectOnDisk project, List<Path> paths) {
        return paths.stream()
                .map(path -> project.directory().relativize(path).toString().replace('\\', '/'))
                .toList();
    }
}
