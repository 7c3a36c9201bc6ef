package dev.autogen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.ClassPaths;
import dev.autogen.fixtures.DatabaseListing;
import dev.autogen.fixtures.HibernateExport;
import dev.autogen.fixtures.ListingOptions;
import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.migration.Migration;
import dev.autogen.schema.Catalog;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Entities that others wrote, from an empty database to the schema that Hibernate itself exports for them, and back. The
 * Hibernate is of the line that made the exports.
 */
class RealModelsTest {
    private static final String OWN_TABLES = "^autogen_";

    /** The names of constraints and the order of columns aside, everything counts, also the order of columns in keys. */
    private static final ListingOptions EQUALITY =
            ListingOptions.defaults().ignoringNames().excluding(OWN_TABLES);

    private static final List<String> HAPI_FHIR = List.of(
            "--naming",
            "jpa",
            "--packages",
            "ca.uhn.fhir.jpa.model.entity,ca.uhn.fhir.jpa.entity",
            "--service",
            "ca.uhn.fhir.jpa.util.ISequenceValueMassager=ca.uhn.fhir.jpa.util.ISequenceValueMassager$NoopSequenceValueMassager");

    @TempDir
    private Path project;

    @Test
    void axon() throws IOException, SQLException {
        Terminal terminal = terminal(
                hibernate66("axon"),
                ClassPaths.archives(ClassPaths.of("axon"), "axon-(messaging|eventsourcing|modelling)"));
        cycle(terminal, HibernateExport.of("axon"), List.of("--naming", "spring"));
    }

    @Test
    void spring_statemachine() throws IOException, SQLException {
        Terminal terminal = terminal(hibernate66("spring-statemachine"), statemachine());
        cycle(terminal, HibernateExport.of("spring-statemachine"), List.of("--naming", "spring"));
    }

    @Test
    void kogito() throws IOException, SQLException {
        List<Path> entities = ClassPaths.archives(
                ClassPaths.of("kogito"), "data-index-storage-jpa-common", "jobs-service-storage-jpa");
        cycle(terminal(hibernate66("kogito"), entities), HibernateExport.of("kogito"), List.of("--naming", "jpa"));
    }

    @Test
    void hapi_fhir_without_envers() throws IOException, SQLException {
        List<String> options = new ArrayList<>(HAPI_FHIR);
        options.addAll(List.of("--hibernate", "hibernate.integration.envers.enabled=false"));
        cycle(hapiFhir(), HibernateExport.of("hapi-fhir"), options);
    }

    @Test
    void hapi_fhir_with_the_audit_tables_of_envers() throws IOException, SQLException {
        cycle(hapiFhir(), HibernateExport.withEnvers("hapi-fhir"), HAPI_FHIR);
    }

    /** A set of strings is unique for Hibernate 7.4 and was not for 6.6: a real difference between the two. */
    @Test
    void the_bundled_hibernate_wants_one_unique_constraint_more_of_spring_statemachine_than_hibernate_6_6()
            throws SQLException {
        Terminal terminal = terminal(ClassPaths.of("spring-statemachine"), statemachine());
        try (TestDatabase exported = PostgresForTests.freshDatabase()) {
            HibernateExport.of("spring-statemachine").runOn(exported);
            Terminal.Outcome check = terminal.on(exported).autogen("check", "--naming", "spring");
            assertThat(check.exit()).as(check.err()).isEqualTo(1);
            assertThat(check.out()).isEqualTo("""
                    + unique deferred_events.deferred_events_jpa_repository_state_id_deferred_events_key
                    1 difference between entities and database.
                    """);
        }
    }

    private Terminal hapiFhir() {
        List<Path> classPath = ClassPaths.of("hapi-fhir");
        return terminal(
                classPath, ClassPaths.archives(classPath, "hapi-fhir-jpaserver-model", "hapi-fhir-jpaserver-base"));
    }

    private static List<Path> statemachine() {
        return ClassPaths.archives(ClassPaths.of("spring-statemachine"), "spring-statemachine-data-jpa");
    }

    private void cycle(Terminal offline, HibernateExport export, List<String> options)
            throws IOException, SQLException {
        try (TestDatabase migrated = PostgresForTests.freshDatabase();
                TestDatabase exported = PostgresForTests.freshDatabase()) {
            export.runOn(exported);
            Terminal terminal = offline.on(migrated);

            terminal.ok(words(options, "-m", "everything"));
            assertThat(warningsOfTheCompiler()).isEmpty();
            terminal.ok("upgrade", "head");
            assertThat(DatabaseListing.of(migrated, EQUALITY)).isEqualTo(DatabaseListing.of(exported, EQUALITY));
            assertThat(terminal.ok(words(options, "check"))).isEqualTo("Entities and database agree.\n");
            assertThat(offline.on(exported).ok(words(options, "check"))).isEqualTo("Entities and database agree.\n");
            terminal.ok("downgrade", "base");
            assertThat(DatabaseListing.of(migrated, EQUALITY)).isEmpty();
        }
    }

    private static String[] words(List<String> options, String... command) {
        return Stream.concat(Stream.of(command), options.stream()).toArray(String[]::new);
    }

    private Terminal terminal(List<Path> classPath, List<Path> entities) {
        return Terminal.in(project)
                .with("AUTOGEN_CLASSPATH", joined(classPath))
                .with("AUTOGEN_ENTITIES", joined(entities));
    }

    private static List<Path> hibernate66(String model) {
        return Stream.concat(ClassPaths.of("hibernate-6.6").stream(), ClassPaths.of(model).stream())
                .toList();
    }

    /** The migration compiled as strictly as a project may compile it, against nothing but what autogen-runtime brings. */
    private String warningsOfTheCompiler() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "-d",
                Files.createTempDirectory(project, "classes").toString(),
                "-classpath",
                joined(List.of(location(Migration.class), location(Catalog.class)))));
        try (Stream<Path> files = Files.list(project.resolve("src/main/java/migrations"))) {
            files.forEach(file -> arguments.add(file.toString()));
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(String[]::new));
        return messages.toString(UTF_8);
    }

    private static Path location(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
