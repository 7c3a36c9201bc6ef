package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.commands.Version;
import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.ShopProject;
import dev.autogen.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where entities may come from. Whatever it is, the migration is the same. */
class EntityInputsTest {
    private static final Golden PRODUCTS = Golden.file("shop/01-add-table.java");
    /** Class files do not say where things are declared. */
    private static final String ENTITY_LINE = "    // Product.java:32\n";

    @TempDir
    private Path directory;

    private TestDatabase database;
    private ShopProject shop;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        database = PostgresForTests.freshDatabase();
        shop = ShopProject.copyTo(directory.resolve("shop"));
        terminal = Terminal.in(shop.directory()).on(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_directory_of_classes() throws IOException {
        Path classes = compiled();
        without_sources();

        write_the_products_table(terminal, "--entities", classes.toString());
        PRODUCTS.holdsWithout(ENTITY_LINE, newest());
    }

    @Test
    void a_jar_and_the_class_path_it_needs() throws IOException {
        Path jar = jar(compiled());
        without_sources();
        String needed = terminal.environment().get("AUTOGEN_CLASSPATH");

        write_the_products_table(
                terminal.without("AUTOGEN_CLASSPATH"), "--entities", jar.toString(), "--classpath", needed);
        PRODUCTS.holdsWithout(ENTITY_LINE, newest());
    }

    @Test
    void a_maven_project_whose_class_path_is_mavens_to_tell() throws IOException {
        Files.writeString(shop.directory().resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>shop</artifactId>
                  <version>1</version>
                  <dependencies>
                    <dependency>
                      <groupId>org.hibernate.orm</groupId>
                      <artifactId>hibernate-core</artifactId>
                      <version>7.4.6.Final</version>
                    </dependency>
                  </dependencies>
                </project>
                """);
        Terminal without = terminal.without("AUTOGEN_CLASSPATH");
        for (String variable : List.of("PATH", "MAVEN_HOME", "JAVA_HOME", "HOME")) {
            String value = System.getenv(variable);
            without = value == null ? without : without.with(variable, value);
        }

        Terminal.Outcome outcome = write_the_products_table(without);
        PRODUCTS.holds(newest());

        assertThat(outcome.err())
                .contains("Asking Maven for the class path of " + shop.directory())
                .contains("""
                        The project does not depend on autogen-runtime yet, so its own build cannot compile this class. Add:
                        <dependency>
                          <groupId>dev.autogen</groupId>
                          <artifactId>autogen-runtime</artifactId>
                          <version>%s</version>
                        </dependency>
                        """.formatted(Version.current()));
    }

    private String newest() {
        return MigrationClass.newest(shop.directory()).timeless();
    }

    private Terminal.Outcome write_the_products_table(Terminal terminal, String... options) {
        terminal.ok("upgrade", "head");
        List<String> words = new ArrayList<>(List.of("-m", "add products table"));
        words.addAll(List.of(options));
        Terminal.Outcome outcome = terminal.autogen(words.toArray(String[]::new));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome;
    }

    private void without_sources() throws IOException {
        for (Path source : entitySources()) {
            Files.delete(source);
        }
    }

    private List<Path> entitySources() throws IOException {
        try (Stream<Path> files = Files.list(shop.directory().resolve("src/main/java/com/example/shop"))) {
            return files.toList();
        }
    }

    private Path compiled() throws IOException {
        Path classes = directory.resolve("classes");
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-cp", terminal.environment().get("AUTOGEN_CLASSPATH"), "-d", classes.toString()));
        entitySources().forEach(source -> arguments.add(source.toString()));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return classes;
    }

    private Path jar(Path classes) throws IOException {
        Path jar = directory.resolve("shop.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
