package dev.autogen.commands.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

    private ProjectOnDisk project;

    @BeforeEach
    void createProject(@TempDir Path temporary) {
        project = ProjectOnDisk.maven(temporary);
    }

    @Test
    void the_stronger_place_wins() {
        project.with("src/main/resources/META-INF/persistence.xml", """
                <persistence>
                  <persistence-unit name="shop">
                    <properties>
                      <property name="jakarta.persistence.jdbc.url" value="jdbc:postgresql://jpa/shop"/>
                      <property name="jakarta.persistence.jdbc.user" value="app"/>
                    </properties>
                  </persistence-unit>
                </persistence>
                """);
        assertThat(project.chosen())
                .isEqualTo("postgresql://app@jpa:5432/shop <- src/main/resources/META-INF/persistence.xml:4");

        project.with("src/main/resources/application.yml", """
                spring:
                  datasource:
                    username: boot
                    url: jdbc:postgresql://spring/shop
                """);
        assertThat(project.chosen())
                .isEqualTo("postgresql://boot@spring:5432/shop <- src/main/resources/application.yml:4");

        project.with("autogen.properties", "\nurl = postgres://file/shop\n");
        assertThat(project.chosen()).isEqualTo("postgresql://somebody@file:5432/shop <- autogen.properties:2");

        project.variable("DATABASE_URL", "postgres://env/shop");
        assertThat(project.chosen()).isEqualTo("postgresql://somebody@env:5432/shop <- DATABASE_URL");

        project.variable("AUTOGEN_URL", "postgres://own/shop");
        assertThat(project.chosen()).isEqualTo("postgresql://somebody@own:5432/shop <- AUTOGEN_URL");

        project.option(Option.URL, "postgres://option/shop");
        assertThat(project.chosen()).isEqualTo("postgresql://somebody@option:5432/shop <- option --url");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "jdbc:postgresql://db.example.com:6432/shop?user=app&password=s3cret -> app@db.example.com:6432/shop",
                "jdbc:postgresql://db/shop -> somebody@db:5432/shop",
                "jdbc:postgresql:shop -> somebody@localhost:5432/shop",
                "jdbc:postgresql:/ -> somebody@localhost:5432/somebody",
                "jdbc:postgresql://[2001:db8::1]:6432/shop?user=app -> app@[2001:db8::1]:6432/shop",
                "jdbc:postgresql://a:1,b:2/shop -> somebody@a:1,b:2/shop",
                "postgres://app:s3cret@db/shop?sslmode=require -> app@db:5432/shop",
                "postgresql://app:s%403cret@db:6432/my%20shop -> app@db:6432/my%20shop",
                "postgres://app@[::1]/shop -> app@[::1]:5432/shop",
                "postgres://app:s3cret@a,b:6432/shop -> app@a:5432,b:6432/shop",
                "postgres:///shop?host=db&port=6432&user=app -> app@db:6432/shop",
                "POSTGRES://app@db -> app@db:5432/app",
                "postgresql:// -> somebody@localhost:5432/somebody",
            })
    void both_spellings_are_read(String url, String described) {
        project.option(Option.URL, url);

        assertThat(project.database().describe()).isEqualTo("postgresql://" + described);
    }

    @Test
    void the_driver_gets_what_the_url_says_in_its_own_words() {
        project.option(
                Option.URL,
                "postgres://app:p%2Fs%40s+%3A@db/shop?sslmode=verify-full&connect_timeout=3&target_session_attrs=read-write");

        ServerTarget server = project.server();

        assertThat(server.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5432/shop");
        assertThat(server.properties())
                .containsOnly(
                        entry("user", "app"),
                        entry("password", "p/s@s+:"),
                        entry("sslmode", "verify-full"),
                        entry("connectTimeout", "3"),
                        entry("targetServerType", "primary"));
    }

    @Test
    void pg_variables_fill_in_only_what_the_url_lacks() {
        project.variable("PGHOST", "pghost")
                .variable("PGPORT", "7777")
                .variable("PGDATABASE", "pgdatabase")
                .variable("PGUSER", "pguser")
                .variable("PGPASSWORD", "pgpassword")
                .variable("PGSSLMODE", "require")
                .variable("DATABASE_URL", "postgres://db");
        assertThat(project.chosen()).isEqualTo("postgresql://pguser@db:7777/pgdatabase <- DATABASE_URL");
        assertThat(project.server().properties())
                .containsEntry("password", "pgpassword")
                .containsEntry("sslmode", "require");

        project.variable("DATABASE_URL", "postgres://app:s3cret@db:1/shop?sslmode=disable");
        assertThat(project.chosen()).isEqualTo("postgresql://app@db:1/shop <- DATABASE_URL");
        assertThat(project.server().properties())
                .containsEntry("password", "s3cret")
                .containsEntry("sslmode", "disable");
    }

    @Test
    void pghost_or_pgdatabase_alone_mean_a_server() {
        assertThat(project.variable("PGDATABASE", "shop").chosen())
                .isEqualTo("postgresql://somebody@localhost:5432/shop <- PGDATABASE");
        assertThat(project.variable("PGHOST", "db").chosen()).isEqualTo("postgresql://somebody@db:5432/shop <- PGHOST");
    }

    @Test
    void a_unix_socket_is_refused_with_a_reason() {
        project.variable("PGHOST", "/var/run/postgresql").option(Option.URL, "postgres:///shop");

        assertThatThrownBy(project::database)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Unix socket")
                .hasMessageContaining("localhost");
    }

    @Test
    void the_user_option_overrides_the_url_and_does_not_get_the_other_users_password() {
        project.option(Option.URL, "postgres://app:s3cret@db/shop").option(Option.USER, "owner");

        assertThat(project.server().user()).isEqualTo("owner");
        assertThat(project.server().hasPassword()).isFalse();
    }

    @Test
    void a_weaker_user_only_fills_in() {
        project.with("autogen.properties", "user=owner").option(Option.URL, "postgres://app@db/shop");
        assertThat(project.server().user()).isEqualTo("app");

        project.option(Option.URL, "postgres://db/shop");
        assertThat(project.server().user()).isEqualTo("owner");
    }

    @Test
    void springs_password_does_not_go_to_another_database() {
        project.with("src/main/resources/application.properties", """
                spring.datasource.url=jdbc:postgresql://db/shop
                spring.datasource.username=app
                spring.datasource.password=s3cret
                """);
        assertThat(project.server().properties()).containsEntry("user", "app").containsEntry("password", "s3cret");

        project.option(Option.URL, "postgres://elsewhere/shop");
        assertThat(project.server().hasPassword()).isFalse();
    }

    @Test
    void the_password_file_holds_the_password_on_its_first_line() {
        project.with("../home/secret", "s3cret: with colon\n")
                .option(Option.URL, "postgres://app@db/shop")
                .option(Option.PASSWORD_FILE, "~/secret");

        assertThat(project.server().properties()).containsEntry("password", "s3cret: with colon");
    }

    @Test
    void a_missing_or_empty_password_file_is_an_error() {
        project.option(Option.URL, "postgres://app@db/shop").option(Option.PASSWORD_FILE, "secret");
        assertThatThrownBy(project::database)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("secret does not exist");

        project.with("secret", "");
        assertThatThrownBy(project::database)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("secret (option --password-file) is empty");
    }

    @Test
    void pgpass_gives_the_password_of_the_first_line_that_matches() throws IOException {
        pgPass("rw-------", """
                # comment
                other:5432:shop:app:wrong
                db:5433:shop:app:wrong
                db:*:sh\\:op:app:colon\\:and\\\\backslash
                db:5432:*:*:s3cret
                *:*:*:*:late
                """);
        project.option(Option.URL, "postgres://app@db/shop");
        assertThat(project.server().properties()).containsEntry("password", "s3cret");

        project.option(Option.URL, "postgres://app@db/sh%3Aop");
        assertThat(project.server().properties()).containsEntry("password", "colon:and\\backslash");

        project.variable("PGPASSWORD", "env");
        assertThat(project.server().properties()).containsEntry("password", "env");
    }

    @Test
    void an_empty_password_is_none() throws IOException {
        pgPass("rw-------", "*:*:*:*:s3cret");

        project.option(Option.URL, "jdbc:postgresql://db/shop?user=app&password=");
        assertThat(project.server().properties()).containsEntry("password", "s3cret");
        project.option(Option.URL, "postgres://app:@db/shop");
        assertThat(project.server().properties()).containsEntry("password", "s3cret");
    }

    @Test
    void pgpassfile_names_another_file() throws IOException {
        Path file = pgPass("rw-------", "*:*:*:*:s3cret");
        Path moved = Files.move(file, file.resolveSibling("passwords"));
        project.variable("PGPASSFILE", moved.toString()).option(Option.URL, "postgres://app@db/shop");

        assertThat(project.server().properties()).containsEntry("password", "s3cret");
    }

    @Test
    void a_pgpass_that_others_may_read_is_ignored_and_noticed() throws IOException {
        Path file = pgPass("rw-r-----", "*:*:*:*:s3cret");
        project.option(Option.URL, "postgres://app@db/shop");

        assertThat(project.server().hasPassword()).isFalse();
        assertThat(project.server().notices())
                .containsExactly("The password file " + file
                        + " is ignored: group or others have access to it. Run chmod 600 " + file + ".");
    }

    @Test
    void no_text_about_a_target_holds_its_password() {
        project.option(Option.URL, "jdbc:postgresql://db/shop?user=app&password=s3cret&sslpassword=s3cret");

        ServerTarget server = project.server();

        assertThat(server.toString()).doesNotContain("s3cret");
        assertThat(server.describe()).isEqualTo("postgresql://app@db:5432/shop");
        assertThat(server.jdbcUrl()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:shop;PASSWORD=s3cret",
                "jdbc:mysql://app:s3cret@db/shop",
                "mysql://app:s3cret@db/shop?x=@",
                "app:s3cret@db/shop",
                "embeded",
                "postgres//app:s3cret@db/shop",
                "postgres://app:s3cret/x@db/shop",
                "postgres://app:s3cret?x@db/shop",
                "postgres://app:s3cret%zz@db/shop",
                "postgres://app:s3cret@db:54x/shop",
                "postgres://app:s3cret@db:99999/shop",
                "postgres://app:s3cret/shop",
                "jdbc:postgresql://app:s3cret",
                "mysql://app:s3cret",
                "postgres://app:s3cret@[::1/shop",
            })
    void anything_else_is_refused_and_never_the_embedded_database(String url) {
        project.variable("DATABASE_URL", url);

        assertThatThrownBy(project::database)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("DATABASE_URL")
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }

    @Test
    void springs_h2_is_named_with_file_and_line() {
        project.with("src/main/resources/application.properties", "\nspring.datasource.url=jdbc:h2:mem:shop\n");

        assertThatThrownBy(project::database)
                .hasMessage("The database URL \"jdbc:h2:mem:shop\" (src/main/resources/application.properties:2) is not"
                        + " PostgreSQL's, and autogen migrates PostgreSQL only. Give jdbc:postgresql://host/database,"
                        + " postgres://user@host/database or embedded, with --url or DATABASE_URL.");
    }

    @Test
    void embedded_is_the_default_where_nothing_else_is_configured() {
        assertThat(project.database())
                .isEqualTo(new ConnectionTarget.Embedded(project.directory().resolve(".autogen"), Origin.DEFAULT));
        assertThat(project.variable("CI", "false").database()).isInstanceOf(ConnectionTarget.Embedded.class);
        assertThat(project.variable("CI", "").database()).isInstanceOf(ConnectionTarget.Embedded.class);
        assertThat(project.variable("DATABASE_URL", "").database()).isInstanceOf(ConnectionTarget.Embedded.class);
    }

    @Test
    void on_a_build_server_embedded_must_be_asked_for() {
        project.variable("CI", "true");
        assertThatThrownBy(project::database)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("CI is set")
                .hasMessageContaining("--url");

        project.option(Option.URL, "embedded");
        assertThat(project.database()).isInstanceOf(ConnectionTarget.Embedded.class);
    }

    @Test
    void a_directory_without_a_build_file_gets_no_database(@TempDir Path temporary) {
        ProjectOnDisk plain = ProjectOnDisk.plain(temporary.resolve("plain"));

        assertThatThrownBy(plain::database)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("holds no pom.xml")
                .hasMessageContaining("--project");
    }

    @Test
    void a_user_without_a_database_is_not_answered_with_the_embedded_one() {
        project.option(Option.USER, "app");

        assertThatThrownBy(project::database)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("option --user");
    }

    @Test
    void an_empty_option_is_refused() {
        project.option(Option.URL, "");

        assertThatThrownBy(project::database)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--url is empty");
    }

    @Test
    void schemas_come_from_settings_then_hibernate_then_the_url_then_public() {
        project.option(Option.URL, "jdbc:postgresql://db/shop");
        assertThat(schemas()).isEqualTo("[public] <- default");

        project.option(Option.URL, "jdbc:postgresql://db/shop?currentSchema=one,two");
        assertThat(schemas()).isEqualTo("[one, two] <- option --url");

        project.with("src/main/resources/application.properties", "spring.jpa.properties.hibernate.default_schema=jpa");
        assertThat(schemas()).isEqualTo("[jpa] <- src/main/resources/application.properties:1");

        project.variable("DATABASE_SCHEMA", "app, audit");
        assertThat(schemas()).isEqualTo("[app, audit] <- DATABASE_SCHEMA");

        project.option(Option.SCHEMA, "shop");
        assertThat(schemas()).isEqualTo("[shop] <- option --schema");
    }

    @Test
    void other_options_urls_are_read_alike() {
        project.option(Option.SCRATCH_URL, "postgres://app@scratch/copy");

        assertThat(project.settings().scratchDatabase().orElseThrow().describe())
                .isEqualTo("postgresql://app@scratch:5432/copy");
    }

    private String schemas() {
        Settings settings = project.settings();
        var schemas = settings.schemas(settings.database());
        return schemas.value() + " <- " + schemas.origin();
    }

    private Path pgPass(String permissions, String lines) throws IOException {
        Path file = project.with("../home/.pgpass", lines).home().resolve(".pgpass");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file;
    }
}
