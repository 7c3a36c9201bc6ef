package dev.autogen.commands.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpringSettingsTest {

    private static final String YML = "src/main/resources/application.yml";
    private static final String PROPERTIES = "src/main/resources/application.properties";

    private ProjectOnDisk project;

    @BeforeEach
    void createProject(@TempDir Path temporary) {
        project = ProjectOnDisk.maven(temporary);
    }

    @Test
    void placeholders_take_environment_system_properties_other_properties_and_defaults() {
        project.with(YML, """
                        db:
                          name: shop
                        spring:
                          datasource:
                            url: jdbc:postgresql://${DB_HOST}:${db.port:${DEFAULT_PORT:6432}}/${db.name}
                            username: ${db.user}
                        """).variable("DB_HOST", "db").systemProperty("db.user", "app");
        assertThat(project.database().describe()).isEqualTo("postgresql://app@db:6432/shop");

        assertThat(project.variable("DB_PORT", "7777").database().describe())
                .isEqualTo("postgresql://app@db:7777/shop");
    }

    @Test
    void an_unset_placeholder_names_file_line_and_key() {
        project.with(YML, """
                spring:
                  datasource:
                    url: jdbc:postgresql://${DB_HOST}/shop
                """);

        assertThatThrownBy(project::database)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("In src/main/resources/application.yml:3, spring.datasource.url needs ${DB_HOST}, which"
                        + " neither the environment, a system property nor another property gives. Set DB_HOST in the"
                        + " environment, or write a default as ${DB_HOST:...}.");
    }

    @Test
    void an_unset_placeholder_does_not_matter_to_who_names_the_database() {
        project.with(PROPERTIES, "spring.datasource.url=${NOWHERE}").option(Option.URL, "embedded");

        assertThat(project.database()).isInstanceOf(ConnectionTarget.Embedded.class);
        assertThat(project.settings().model().hibernate()).isEmpty();
    }

    @Test
    void placeholders_in_a_circle_are_told() {
        project.with(PROPERTIES, "spring.datasource.url=${a}\na=${b}\nb=${a}");

        assertThatThrownBy(project::database)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("needs itself");
    }

    @Test
    void springs_own_variables_and_system_properties_beat_its_files() {
        project.with(PROPERTIES, "spring.datasource.url=jdbc:postgresql://file/shop")
                .variable("SPRING_DATASOURCE_URL", "jdbc:postgresql://env/shop")
                .variable("SPRING_DATASOURCE_USERNAME", "app");
        assertThat(project.chosen()).isEqualTo("postgresql://app@env:5432/shop <- SPRING_DATASOURCE_URL");

        project.systemProperty("spring.datasource.url", "jdbc:postgresql://system/shop");
        assertThat(project.chosen())
                .isEqualTo("postgresql://app@system:5432/shop <- system property spring.datasource.url");
    }

    @Test
    void the_file_beside_the_application_beats_the_one_within() {
        project.with(YML, "spring.datasource.url: jdbc:postgresql://yml/shop");
        assertThat(project.chosen()).contains("@yml:");
        project.with(PROPERTIES, "spring.datasource.url=jdbc:postgresql://properties/shop");
        assertThat(project.chosen()).contains("@properties:");
        project.with(
                "src/main/resources/config/application.yaml", "spring.datasource.url: jdbc:postgresql://inner/shop");
        assertThat(project.chosen()).contains("@inner:");
        project.with("application.yml", "spring.datasource.url: jdbc:postgresql://beside/shop");
        assertThat(project.chosen()).contains("@beside:");
        project.with("config/application.yml", "spring.datasource.url: jdbc:postgresql://config/shop");
        assertThat(project.chosen()).endsWith("@config:5432/shop <- config/application.yml:1");
    }

    @Test
    void active_profiles_choose_files_and_documents() {
        project.with(YML, """
                        spring.datasource.url: jdbc:postgresql://base/shop
                        ---
                        spring:
                          config.activate.on-profile: "prod & !eu | staging"
                          datasource.url: jdbc:postgresql://document/shop
                        """)
                .with("src/main/resources/application-dev.yml", "spring.datasource.url: jdbc:postgresql://dev/shop");
        assertThat(project.chosen()).contains("@base:");

        assertThat(project.variable("SPRING_PROFILES_ACTIVE", "dev").chosen()).contains("@dev:");
        assertThat(project.variable("SPRING_PROFILES_ACTIVE", "prod").chosen()).contains("@document:");
        assertThat(project.variable("SPRING_PROFILES_ACTIVE", "prod,eu").chosen())
                .contains("@base:");
        assertThat(project.variable("SPRING_PROFILES_ACTIVE", "staging, eu").chosen())
                .endsWith("<- src/main/resources/application.yml:5");
        assertThat(project.option(Option.PROFILE, "dev").chosen()).contains("@dev:");
    }

    @Test
    void the_application_activates_its_own_profiles_and_groups() {
        project.with(YML, """
                        spring:
                          profiles:
                            active: ${PROFILE:local}
                            group:
                              local:
                                - docker
                                - debug
                        """)
                .with(
                        "src/main/resources/application-docker.yml",
                        "spring.datasource.url: jdbc:postgresql://docker/shop");

        assertThat(project.chosen()).contains("@docker:");
    }

    @Test
    void without_a_profile_the_default_one_is_active() {
        project.with(PROPERTIES, "spring.datasource.url=jdbc:postgresql://base/shop")
                .with(
                        "src/main/resources/application-default.properties",
                        "spring.datasource.url=jdbc:postgresql://default/shop");

        assertThat(project.chosen()).contains("@default:");
    }

    @Test
    void documents_in_a_properties_file_are_separated_by_a_comment() {
        project.with(PROPERTIES, """
                        spring.datasource.url=jdbc:postgresql://base/shop
                        #---
                        spring.config.activate.on-profile=prod
                        spring.datasource.url=jdbc:postgresql://prod/shop
                        """).option(Option.PROFILE, "prod");

        assertThat(project.chosen()).endsWith("@prod:5432/shop <- src/main/resources/application.properties:4");
    }

    @Test
    void an_imported_dotenv_file_gives_values() {
        project.with(YML, """
                        spring:
                          config:
                            import: optional:file:.env[.properties], optional:vault://secrets
                          datasource:
                            url: jdbc:postgresql://${DB_HOST}/shop
                        """).with(".env", "DB_HOST=dotenv\n");

        assertThat(project.chosen()).contains("@dotenv:");
    }

    @Test
    void hibernates_settings_come_by_springs_and_by_their_own_names() {
        project.with(YML, """
                spring:
                  jpa:
                    databasePlatform: org.hibernate.dialect.PostgreSQLDialect
                    hibernate:
                      naming:
                        physical-strategy: com.example.Physical
                    properties:
                      hibernate:
                        default_schema: app
                        "[jdbc.time_zone]": UTC
                      "[hibernate.type.preferred_uuid_jdbc_type]": UUID
                """);

        assertThat(project.settings().model().hibernate())
                .hasEntrySatisfying(
                        "hibernate.dialect",
                        value -> assertThat(value.value()).isEqualTo("org.hibernate.dialect.PostgreSQLDialect"))
                .hasEntrySatisfying(
                        "hibernate.physical_naming_strategy",
                        value -> assertThat(value.value()).isEqualTo("com.example.Physical"))
                .hasEntrySatisfying(
                        "hibernate.default_schema",
                        value -> assertThat(value.value() + value.origin()).isEqualTo("app" + YML + ":9"))
                .hasEntrySatisfying(
                        "hibernate.jdbc.time_zone",
                        value -> assertThat(value.value()).isEqualTo("UTC"))
                .containsKey("hibernate.type.preferred_uuid_jdbc_type")
                .hasSize(5);
    }

    @Test
    void what_only_the_running_application_needs_is_left_alone() {
        project.with(PROPERTIES, """
                spring.jpa.properties.hibernate.search.backend.uris=${SEARCH_URIS}
                spring.jpa.properties.hibernate.connection.password=s3cret
                spring.jpa.properties.hibernate.globally_quoted_identifiers=true
                """);

        assertThat(project.settings().model().hibernate()).containsOnlyKeys("hibernate.globally_quoted_identifiers");
    }

    @Test
    void yaml_with_anchors_and_mavens_placeholders_is_read() {
        project.with(YML, """
                common: &common
                  username: app
                  url: jdbc:postgresql://common/shop
                spring:
                  profiles:
                    active: @activatedProperties@
                  datasource:
                    <<: *common
                    url: jdbc:postgresql://own/shop
                """);

        assertThat(project.database().describe()).isEqualTo("postgresql://app@own:5432/shop");
    }

    @Test
    void broken_yaml_is_told_with_its_line() {
        project.with(YML, "spring:\n  datasource: {url: [\n");

        assertThatThrownBy(project::database)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("src/main/resources/application.yml:3 is not YAML");
    }

    @Test
    void a_broken_profile_expression_is_told_with_its_line() {
        project.with(YML, "spring.config.activate.on-profile: \"prod & (eu\"\n");

        assertThatThrownBy(project::database)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("application.yml:1")
                .hasMessageContaining("parenthesis");
    }

    @Test
    void modules_with_different_databases_must_be_told_apart() {
        project.with("pom.xml", "<project><modules><module>a</module><module>b</module></modules></project>")
                .with("a/pom.xml", "<project/>")
                .with("a/" + PROPERTIES, "spring.datasource.url=jdbc:postgresql://app:s3cret@a/shop")
                .with("b/pom.xml", "<project/>")
                .with("b/" + PROPERTIES, "spring.datasource.url=jdbc:postgresql://app:s3cret@b/shop");

        assertThatThrownBy(project::database)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The project names more than one database: jdbc:postgresql://***@a/shop"
                        + " (a/src/main/resources/application.properties:1) and jdbc:postgresql://***@b/shop"
                        + " (b/src/main/resources/application.properties:1). Choose one with --url or DATABASE_URL, or"
                        + " one module with --project.");
    }
}
