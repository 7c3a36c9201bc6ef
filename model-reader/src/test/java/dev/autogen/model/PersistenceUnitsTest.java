package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.model.compile.Compilation;
import dev.autogen.model.compile.SourceCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code persistence.xml} says about which classes are mapped. */
class PersistenceUnitsTest {

    @TempDir
    Path directory;

    private Project project() {
        return new Project(directory);
    }

    @Test
    void a_class_of_the_class_path_that_a_unit_names_is_mapped() throws IOException {
        Path library = library("lib/parts.jar");
        project().type("@Entity public class Thing { @Id Long id; }");
        unit("<class>parts.Part</class>");
        assertThat(tables(project().sources().classPath(List.of(library)))).containsExactly("part", "thing");
    }

    @Test
    void an_archive_that_a_unit_names_is_searched_wherever_the_class_path_has_it() throws IOException {
        Path library = library("repository/parts.jar");
        project().type("@Entity public class Thing { @Id Long id; }");
        unit("<jar-file>lib/parts.jar</jar-file>");
        assertThat(tables(project().sources().classPath(List.of(library)))).containsExactly("other", "part", "thing");
    }

    @Test
    void what_no_unit_names_is_left_out_where_all_of_them_say_so() throws IOException {
        project()
                .type("@Entity public class Thing { @Id Long id; }")
                .type("@Entity public class Draft { @Id Long id; }");
        unit("<class>shop.Thing</class><exclude-unlisted-classes/>");
        assertThat(tables(project().sources())).containsExactly("thing");
        unit("<class>shop.Thing</class><exclude-unlisted-classes>false</exclude-unlisted-classes>");
        assertThat(tables(project().sources())).containsExactly("draft", "thing");
    }

    @Test
    void a_mapping_file_that_a_unit_names_maps_classes_without_annotations() throws IOException {
        project().source("package shop; public class Plain { Long id; }");
        unit("<mapping-file>META-INF/plain.xml</mapping-file>");
        write("META-INF/plain.xml", """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0">
                  <entity class="shop.Plain" access="FIELD"><attributes><id name="id"/></attributes></entity>
                </entity-mappings>
                """);
        assertThat(tables(project().sources())).containsExactly("plain");
    }

    @Test
    void the_standard_mapping_file_alone_makes_entities_of_a_projects_classes() throws IOException {
        project().source("package shop; public class Plain { Long id; }");
        write("META-INF/orm.xml", """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0">
                  <entity class="shop.Plain" access="FIELD"><attributes><id name="id"/></attributes></entity>
                </entity-mappings>
                """);
        assertThat(tables(project().sources())).containsExactly("plain");
    }

    @Test
    void a_mapping_file_that_is_nowhere_is_named_with_the_cure() throws IOException {
        project().type("@Entity public class Thing { @Id Long id; }");
        unit("<mapping-file>META-INF/gone.xml</mapping-file>");
        assertThatThrownBy(() -> tables(project().sources()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("META-INF/gone.xml, which persistence.xml names, is neither among the resources");
    }

    @Test
    void a_class_that_is_nowhere_is_named() throws IOException {
        project().type("@Entity public class Thing { @Id Long id; }");
        unit("<class>shop.Gone</class>");
        assertThatThrownBy(() -> tables(project().sources()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("The class shop.Gone is not on the class path");
    }

    @Test
    void properties_without_fields_stand_in_the_order_of_their_getters() {
        project().type("""
                @Entity public class Thing {
                    private Object[] data;
                    @Id public Long getId() { return null; }
                    public void setId(Long id) {}
                    public String getZebra() { return null; }
                    public void setZebra(String text) {}
                    public String getMonkey() { return null; }
                    public void setMonkey(String text) {}
                    public int getAnt() { return 0; }
                    public void setAnt(int number) {}
                }
                """);
        assertThat(project().read().catalog().tables().get(0).columns())
                .extracting(column -> column.name())
                .containsExactly("id", "zebra", "monkey", "ant");
    }

    private static List<String> tables(EntitySources.Builder sources) {
        return new EntityModelReader()
                .read(sources.build()).catalog().tables().stream()
                        .map(table -> table.name().name())
                        .sorted()
                        .toList();
    }

    private void unit(String content) throws IOException {
        write("META-INF/persistence.xml", """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="unit">%s</persistence-unit>
                </persistence>
                """.formatted(content));
    }

    private void write(String resource, String text) throws IOException {
        Path file = directory.resolve("src/main/resources").resolve(resource);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** An archive with two entities, {@code parts.Part} and {@code parts.Other}. */
    private Path library(String name) throws IOException {
        Project parts = new Project(directory.resolve("parts"))
                .source("package parts; import jakarta.persistence.*; @Entity public class Part { @Id Long id; }")
                .source("package parts; import jakarta.persistence.*; @Entity public class Other { @Id Long id; }");
        Compilation compilation = SourceCompiler.against(BundledHibernate.classPath())
                .compile(List.of(parts.file("parts/Part.java"), parts.file("parts/Other.java")));
        Path jar = directory.resolve(name);
        Files.createDirectories(jar.getParent());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var type : compilation.classes().entrySet()) {
                out.putNextEntry(new ZipEntry(type.getKey().replace('.', '/') + ".class"));
                out.write(type.getValue());
            }
        }
        return jar;
    }
}
