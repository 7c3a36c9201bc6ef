package dev.autogen.commands.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private ProjectOnDisk project;

    @BeforeEach
    void createProject(@TempDir Path temporary) {
        project = ProjectOnDisk.maven(temporary);
    }

    @Test
    void everything_has_a_default() {
        Settings settings = project.settings();

        assertThat(settings.project()).isEqualTo(project.directory());
        assertThat(settings.profile()).isEmpty();
        assertThat(settings.comparison())
                .isEqualTo(new ComparisonSettings(List.of(), List.of(), false, false, Map.of(), false, false, false));
        assertThat(settings.migrations())
                .isEqualTo(new MigrationSettings(
                        List.of(project.directory().resolve("src/main/java")), List.of("migrations")));
        assertThat(settings.runner())
                .isEqualTo(new RunnerSettings(
                        "autogen_version", Optional.empty(), Duration.ofSeconds(5), Optional.empty()));
        assertThat(settings.proof()).isEqualTo(ProofMode.AUTOMATIC);
        assertThat(settings.scratchDatabase()).isEmpty();
        ModelSettings model = settings.model();
        assertThat(model.classpath()).isEmpty();
        assertThat(model.naming()).isEmpty();
        assertThat(model.entitiesOrigin()).isEqualTo(Origin.DEFAULT);
    }

    @Test
    void every_option_is_a_variable_and_a_key_too() {
        project.with("autogen.properties", """
                version-table = of_the_file
                version-schema = of_the_file
                lock-timeout = 500ms
                """);
        assertThat(project.settings().runner().versionTable()).isEqualTo("of_the_file");
        assertThat(project.settings().runner().versionSchema()).contains("of_the_file");
        assertThat(project.settings().runner().lockTimeout()).isEqualTo(Duration.ofMillis(500));

        project.variable("AUTOGEN_VERSION_TABLE", "of_the_variable").variable("AUTOGEN_LOCK_TIMEOUT", "2min");
        assertThat(project.settings().runner().versionTable()).isEqualTo("of_the_variable");
        assertThat(project.settings().runner().lockTimeout()).isEqualTo(Duration.ofMinutes(2));

        project.option(Option.VERSION_TABLE, "of_the_option").option(Option.LOCK_TIMEOUT, "0");
        assertThat(project.settings().runner().versionTable()).isEqualTo("of_the_option");
        assertThat(project.settings().runner().lockTimeout()).isEqualTo(Duration.ZERO);
    }

    @Test
    void a_profiles_section_lies_over_the_rest() {
        project.with("autogen.properties", """
                production.url = postgres://app@production/shop
                url = postgres://app@development/shop
                strict = true
                production.hibernate.default_schema = prod
                """);
        assertThat(project.chosen()).isEqualTo("postgresql://app@development:5432/shop <- autogen.properties:2");

        project.variable("AUTOGEN_PROFILE", "production");
        assertThat(project.chosen()).isEqualTo("postgresql://app@production:5432/shop <- autogen.properties:1");
        assertThat(project.settings().comparison().strict()).isTrue();
        assertThat(project.settings().model().hibernate()).containsOnlyKeys("hibernate.default_schema");
        assertThat(project.settings().profile()).contains("production");
    }

    @Test
    void the_file_may_choose_a_profile_and_name_variables() {
        project.with("autogen.properties", """
                        profile = dev
                        dev.url = ${DEV_URL:postgres://app@fallback/shop}
                        """);
        assertThat(project.database().describe()).isEqualTo("postgresql://app@fallback:5432/shop");

        project.variable("DEV_URL", "postgres://app@dev/shop");
        assertThat(project.database().describe()).isEqualTo("postgresql://app@dev:5432/shop");
    }

    @Test
    void an_unknown_profile_is_refused() {
        project.with("autogen.properties", "production.url=embedded\nstaging.url=embedded\n")
                .option(Option.PROFILE, "prodution");

        assertThatThrownBy(project::settings)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The profile \"prodution\" (option --profile) is unknown")
                .hasMessageContaining("sections for production, staging");
    }

    @Test
    void an_unknown_key_is_told_with_its_line_and_the_nearest_key() {
        project.with("autogen.properties", "# comment\nschema = a,\\\n  b\nlock_timeot = 5s\n");
        assertThatThrownBy(project::settings)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("autogen.properties:4: \"lock_timeot\" is not a setting of autogen. The nearest key is"
                        + " \"lock-timeout\". Correct the line or remove it.");

        project.with("autogen.properties", "production.shema = a\n");
        assertThatThrownBy(project::settings).hasMessageContaining("The nearest key is \"production.schema\"");
    }

    @Test
    void a_password_in_the_file_is_refused() {
        project.with("autogen.properties", "production.password = s3cret\n");

        assertThatThrownBy(project::settings)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("production.password-file")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void lists_are_cut_at_commas_and_path_separators() {
        project.withDirectory("entities")
                .with("entities/A.java", "class A {}")
                .with("lib/b.jar", "")
                .with("lib/a.jar", "")
                .with("lib/readme.txt", "")
                .with("../home/more.jar", "")
                .with("autogen.properties", """
                        classpath = lib/*, ~/more.jar
                        packages = com.example.a, com.example.b
                        migrations = one%stwo,three
                        package = migrations,legacy.migrations
                        include-class = .*Entity{1,2},[A,B].*
                        exclude = tmp_*,audit.*
                        rename = users.name=full_name, orders=purchases
                        """.formatted(File.pathSeparator))
                .option(Option.ENTITIES, "entities,lib/a.jar");

        Settings settings = project.settings();
        ModelSettings model = settings.model();
        Path directory = project.directory();

        assertThat(model.sourceRoots()).containsExactly(directory.resolve("entities"));
        assertThat(model.jars()).containsExactly(directory.resolve("lib/a.jar"));
        assertThat(model.classDirectories()).isEmpty();
        assertThat(model.entitiesOrigin()).hasToString("option --entities");
        assertThat(model.classpath().orElseThrow().value())
                .containsExactly(
                        directory.resolve("lib/a.jar"),
                        directory.resolve("lib/b.jar"),
                        project.home().resolve("more.jar"));
        assertThat(model.packages()).containsExactly("com.example.a", "com.example.b");
        assertThat(model.includeClasses()).map(Pattern::pattern).containsExactly(".*Entity{1,2}", "[A,B].*");
        assertThat(settings.comparison().exclude()).containsExactly("tmp_*", "audit.*");
        assertThat(settings.comparison().renames())
                .containsExactly(entry("users.name", "full_name"), entry("orders", "purchases"));
        assertThat(settings.migrations().sourceRoots())
                .containsExactly(directory.resolve("one"), directory.resolve("two"), directory.resolve("three"));
        assertThat(settings.migrations().packages()).containsExactly("migrations", "legacy.migrations");
    }

    @Test
    void hibernates_settings_are_merged_key_by_key() {
        project.with("autogen.properties", """
                        hibernate.dialect = of_the_file
                        hibernate.default_schema = of_the_file
                        jakarta.persistence.validation.mode = none
                        service = a.Contract=a.Implementation
                        """)
                .variable("AUTOGEN_HIBERNATE", "hibernate.dialect=of_the_variable,hibernate.list=a,b")
                .option(Option.HIBERNATE, "hibernate.jdbc.time_zone=UTC");

        ModelSettings model = project.settings().model();

        assertThat(model.hibernate().entrySet())
                .map(setting -> setting.getKey() + "=" + setting.getValue().value() + " <- "
                        + setting.getValue().origin())
                .containsExactlyInAnyOrder(
                        "hibernate.dialect=of_the_variable <- AUTOGEN_HIBERNATE",
                        "hibernate.list=a,b <- AUTOGEN_HIBERNATE",
                        "hibernate.default_schema=of_the_file <- autogen.properties:2",
                        "jakarta.persistence.validation.mode=none <- autogen.properties:3",
                        "hibernate.jdbc.time_zone=UTC <- option --hibernate");
        assertThat(model.services()).containsExactly(entry("a.Contract", "a.Implementation"));
    }

    @Test
    void hibernates_settings_in_persistence_xml_count_without_its_connection() {
        project.with("src/main/resources/META-INF/persistence.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="shop">
                    <properties>
                      <property name="javax.persistence.jdbc.url" value="jdbc:postgresql://db/shop"/>
                      <property name="javax.persistence.jdbc.password" value="s3cret"/>
                      <property name="hibernate.implicit_naming_strategy" value="legacy-jpa"/>
                    </properties>
                  </persistence-unit>
                </persistence>
                """);

        assertThat(project.settings().model().hibernate()).containsOnlyKeys("hibernate.implicit_naming_strategy");
        assertThat(project.server().properties()).containsEntry("password", "s3cret");
    }

    @Test
    void malformed_values_are_told_with_their_place() {
        assertRefused(Option.STRICT, "perhaps", "\"perhaps\", which is neither true nor false", s -> s.comparison());
        assertRefused(Option.LOCK_TIMEOUT, "5", "\"5\", which is no duration", s -> s.runner());
        assertRefused(Option.PACKAGE, "db.1", "\"db.1\", which is no name of a Java package", s -> s.migrations());
        assertRefused(Option.INCLUDE_CLASS, "(", "\"(\", which is no regular expression", s -> s.model());
        assertRefused(Option.RENAME, "old", "\"old\", which is not of the form KEY=VALUE", s -> s.comparison());
        assertRefused(Option.PROOF, "perhaps", "\"perhaps\", which is none of required, auto and off", s -> s.proof());
        assertRefused(Option.ENTITIES, "nowhere", "nowhere does not exist", s -> s.model());
        assertRefused(Option.CLASSPATH, "nowhere.jar", "nowhere.jar does not exist", s -> s.model());
    }

    private void assertRefused(Option option, String value, String problem, Function<Settings, Object> use) {
        Settings settings = Settings.resolve(GivenOptions.none().with(option, value), project.surroundings());

        assertThatThrownBy(() -> use.apply(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("option --" + option.key())
                .hasMessageContaining(problem);
    }

    @Test
    void entities_without_classes_are_refused() {
        project.withDirectory("empty").option(Option.ENTITIES, "empty");

        assertThatThrownBy(() -> project.settings().model())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("No entities are found")
                .hasMessageContaining("empty (option --entities)");
    }

    @Test
    void the_stronger_of_proof_and_no_proof_counts() {
        project.with("autogen.properties", "proof = required\n");
        assertThat(project.settings().proof()).isEqualTo(ProofMode.REQUIRED);

        project.option(Option.NO_PROOF, "true");
        assertThat(project.settings().proof()).isEqualTo(ProofMode.OFF);

        project.option(Option.PROOF, "required");
        assertThatThrownBy(() -> project.settings().proof())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("option --proof");
    }

    @Test
    void the_project_directory_is_relative_to_the_working_directory(@TempDir Path elsewhere) {
        project.withDirectory("inner").option(Option.PROJECT, "inner");
        assertThat(project.settings().project()).isEqualTo(project.directory().resolve("inner"));

        project.option(Option.PROJECT, elsewhere.toString());
        assertThat(project.settings().project()).isEqualTo(elsewhere);

        project.option(Option.PROJECT, "nowhere");
        assertThatThrownBy(project::settings)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nowhere (option --project) is not a directory");
    }
}
