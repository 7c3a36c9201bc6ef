package dev.autogen.model;

import static dev.autogen.model.Catalogs.describe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.ClassPaths;
import dev.autogen.model.compile.Compilation;
import dev.autogen.model.compile.SourceCompiler;
import dev.autogen.schema.QualifiedName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectKindsTest {

    @TempDir
    Path directory;

    private Project project() {
        return new Project(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.6", "7.4"})
    void bean_validation_counts_where_a_provider_is_there(String line) {
        Project project = project().with("hibernate-" + line, "bean-validation");
        project.source("""
                package shop;
                import jakarta.persistence.*;
                import jakarta.validation.constraints.*;
                @Entity public class Thing {
                    @Id Long id;
                    @NotNull @Size(max = 40) String name;
                    @Min(1) int amount;
                }
                """);
        assertThat(describe(project.read().catalog())).isEqualTo("""
                table thing
                  id bigint not null
                  name varchar(40) not null
                  amount integer not null
                  pk [id]
                  check amount>=1
                """);
        EntitySources without = project.sources()
                .settings(Map.of("jakarta.persistence.validation.mode", "none"))
                .build();
        assertThat(describe(new EntityModelReader().read(without).catalog())).contains("name varchar(255)\n");
    }

    @Test
    void lombok_runs_where_the_project_has_it() {
        Project project = project().with("hibernate-7.4", "lombok");
        project.source("package shop; @lombok.Getter public class Price { private int cents; }")
                .source("""
                        package shop;
                        import jakarta.persistence.*;
                        @Entity @lombok.Data public class Thing {
                            @Id private Long id;
                            private String name;
                            String label(Price price) { return getName() + price.getCents(); }
                        }
                        """);
        assertThat(describe(project.read().catalog())).contains("name varchar(255)");
    }

    @Test
    void spring_names_are_used_when_asked_for() {
        project()
                .type("@Entity public class CustomerGroup { @Id Long id; }")
                .type(
                        "@Entity public class Customer { @Id Long id; String firstName; @ManyToMany List<CustomerGroup> otherGroups; }");
        EntityModel model = new EntityModelReader()
                .read(project().sources().naming("spring").build());
        assertThat(describe(model.catalog())).isEqualTo("""
                table customer
                  id bigint not null
                  first_name varchar(255)
                  pk [id]
                table customer_group
                  id bigint not null
                  pk [id]
                table customer_other_groups
                  customer_id bigint not null
                  other_groups_id bigint not null
                  fk [customer_id] -> customer[id]
                  fk [other_groups_id] -> customer_group[id]
                """);
    }

    @Test
    void a_mapping_file_says_what_annotations_do_not() throws IOException {
        project().source("package shop; public class Thing { Long id; String name; }");
        Path mapping = Files.writeString(directory.resolve("things.xml"), """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0">
                  <entity class="shop.Thing" access="FIELD">
                    <table name="things"/>
                    <attributes><id name="id"/><basic name="name"><column length="10"/></basic></attributes>
                  </entity>
                </entity-mappings>
                """);
        Path classes = compile();
        EntityModel model = new EntityModelReader()
                .read(EntitySources.builder()
                        .classDirectories(List.of(classes))
                        .mappingFiles(List.of(mapping))
                        .build());
        assertThat(describe(model.catalog())).isEqualTo("""
                table things
                  id bigint not null
                  name varchar(10)
                  pk [id]
                """);
    }

    @Test
    void the_standard_mapping_file_among_the_resources_counts() throws IOException {
        project().type("@Entity public class Thing { @Id Long id; String name; }");
        Path mapping = directory.resolve("src/main/resources/META-INF/orm.xml");
        Files.createDirectories(mapping.getParent());
        Files.writeString(mapping, """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0">
                  <entity class="shop.Thing" access="FIELD"><table name="renamed"/></entity>
                </entity-mappings>
                """);
        assertThat(project().read().catalog().table(QualifiedName.of("renamed")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.6", "7.4"})
    void what_only_the_package_says_counts_from_sources_and_from_classes(String line) throws IOException {
        Project project = project().with("hibernate-" + line);
        project.source("""
                        @org.hibernate.annotations.ConverterRegistration(
                                domainType = Serial.class, converter = SerialConverter.class)
                        package shop;
                        """)
                .source("package shop; public record Serial(int digits) {}")
                .type("""
                        public class SerialConverter implements AttributeConverter<Serial, Integer> {
                            public Integer convertToDatabaseColumn(Serial serial) { return 0; }
                            public Serial convertToEntityAttribute(Integer digits) { return null; }
                        }
                        """)
                .type("@Entity public class Thing { @Id Long id; Serial serial; }");
        assertThat(describe(project.read().catalog())).contains("serial integer\n");
        EntitySources classes = EntitySources.builder()
                .classDirectories(List.of(compile()))
                .hibernateClassPath(ClassPaths.of("hibernate-" + line))
                .build();
        assertThat(describe(new EntityModelReader().read(classes).catalog())).contains("serial integer\n");
    }

    @Test
    void options_that_a_mapping_appends_are_left_to_the_user_and_told() {
        Project project = project().with("hibernate-7.4");
        project.source("""
                package shop;
                import jakarta.persistence.*;
                @Entity @Table(options = "with (fillfactor = 70)") public class Thing {
                    @Id Long id;
                    @Column(options = "compression lz4") String text;
                }
                """);
        assertThat(project.read().warnings())
                .extracting(ModelWarning::toString)
                .containsExactly(
                        project.file("shop/Thing.java")
                                + ":3: The mapping gives the table Thing the options 'with (fillfactor = 70)', which are left to you.",
                        project.file("shop/Thing.java")
                                + ":5: The mapping gives the column Thing.text the options 'compression lz4', which are left to you.");
    }

    @Test
    void a_modular_project_compiles_like_any_other() {
        project()
                .type("@Entity public class Thing { @Id Long id; acme.Money price; }")
                .source("package acme; public class Money implements java.io.Serializable {}");
        try {
            Files.writeString(project().file("module-info.java"), "module shop { requires java.base; }");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(project().read().catalog().tables()).hasSize(1);
    }

    @Test
    void fresh_classes_are_used_and_stale_ones_are_not() throws IOException {
        project().type("@Entity public class Thing { @Id Long id; String before; }");
        Path classes = compile();
        Path source = project().file("shop/Thing.java");
        Files.writeString(source, Files.readString(source).replace("before", "after"));

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(describe(project().read().catalog())).as("classes are newer").contains("before");

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(describe(project().read().catalog())).as("sources are newer").contains("after");

        assertThat(classes).isDirectory();
    }

    @Test
    void a_class_whose_source_is_gone_is_no_entity_any_more() throws IOException {
        project()
                .type("@Entity public class Thing { @Id Long id; }")
                .type("@Entity public class Gone { @Id Long id; }");
        compile();
        Files.delete(project().file("shop/Gone.java"));
        assertThat(project().read().catalog().table(QualifiedName.of("gone"))).isEmpty();
    }

    @Test
    void sources_are_told_from_their_looks_alikes() {
        project()
                .type("@Entity public class Thing { @Id Long id; }")
                .source(
                        "package shop; import jakarta.persistence.Id; @shop.own.Entity public class NotOne { @Id Long id; }")
                .source("package shop.own; public @interface Entity {}");
        assertThat(project().read().catalog().tables()).hasSize(1);
    }

    @Test
    void filters_choose_among_entities() {
        project()
                .type("@Entity public class Thing { @Id Long id; }")
                .type("@Entity public class ThingDraft { @Id Long id; }");
        EntitySources sources = project()
                .sources()
                .excludeClasses(List.of(Pattern.compile(".*Draft")))
                .build();
        assertThat(new EntityModelReader().read(sources).catalog().tables())
                .extracting(table -> table.name().name())
                .containsExactly("thing");
    }

    @Test
    void a_database_setting_of_the_project_opens_no_connection() {
        project().type("@Entity public class Thing { @Id Long id; }");
        EntitySources sources = project()
                .sources()
                .settings(Map.of(
                        "hibernate.connection.url", "jdbc:postgresql://nowhere.invalid/db",
                        "hibernate.dialect", "org.hibernate.dialect.H2Dialect",
                        "hibernate.hbm2ddl.auto", "create"))
                .build();
        assertThat(new EntityModelReader().read(sources).catalog().tables()).hasSize(1);
    }

    /** Compiles the project where Maven would. */
    private Path compile() {
        SourceFiles files = new SourceFiles(List.of(project().sourceRoot()));
        Compilation compilation =
                SourceCompiler.against(BundledHibernate.classPath()).compile(files.all());
        assertThat(compilation.diagnostics()).isEmpty();
        Path classes = directory.resolve("target/classes");
        compilation.classes().forEach((name, bytes) -> {
            Path file = classes.resolve(name.replace('.', '/') + ".class");
            try {
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return classes;
    }
}
