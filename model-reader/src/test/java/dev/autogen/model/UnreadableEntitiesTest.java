package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.autogen.model.compile.Compilation;
import dev.autogen.model.compile.SourceCompiler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableEntitiesTest {

    @TempDir
    Path directory;

    private Project project() {
        return new Project(directory);
    }

    private static ModelException failure(EntitySources.Builder sources) {
        return catchThrowableOfType(ModelException.class, () -> new EntityModelReader().read(sources.build()));
    }

    @Test
    void without_entities_it_says_where_it_looked_and_what_to_do() {
        project().source("package shop; public class Thing {}");
        assertThat(failure(project().sources()))
                .hasMessage(
                        "No entities were found. Looked for classes with @Entity of jakarta.persistence in source root "
                                + "%s. Say where they are with --entities: source roots, class directories or jars.",
                        project().sourceRoot());
    }

    @Test
    void entities_that_the_filters_leave_out_are_mentioned() {
        project().type("@Entity public class Thing { @Id Long id; }");
        assertThat(failure(project().sources().packages(List.of("other"))))
                .hasMessageContaining("The filters leave nothing of the 1 classes there");
    }

    @Test
    void an_entity_of_the_old_api_is_named() {
        project().source("package shop;\n@javax.persistence.Entity public class Thing { Long id; }");
        assertThat(failure(project().sources()))
                .hasMessageContaining("shop.Thing has the annotations of javax.persistence");
    }

    @Test
    void source_that_does_not_compile_gives_file_line_and_the_compilers_message() {
        project().type("@Entity public class Thing { @Id Long id;\n  Strin name; Wrng wrong; }");
        ModelException failure = failure(project().sources());
        Path file = project().file("shop/Thing.java");
        int line = failure.position().orElseThrow().line();
        assertThat(failure)
                .hasMessage(
                        "The entities do not compile: %s:%d: cannot find symbol symbol: class Strin location: class "
                                + "shop.Thing (and 1 more). Correct the source and run autogen again.",
                        file, line);
        assertThat(failure.position()).contains(new SourcePosition(file, line));
    }

    @Test
    void a_file_that_cannot_even_be_parsed_is_reported_by_the_compiler() {
        project().type("@Entity public class Thing { @Id Long id; ((( }");
        assertThat(failure(project().sources())).hasMessageContaining("Thing.java:");
    }

    @Test
    void a_class_that_the_sources_need_is_named_with_the_cure() {
        project().source("""
                package shop;
                import com.acme.Money;
                import jakarta.persistence.*;
                @Entity public class Thing { @Id Long id; Money money; }
                """);
        assertThat(failure(project().sources()))
                .hasMessageContaining("Thing.java:2: package com.acme does not exist")
                .hasMessageContaining("The class path lacks com.acme.Money. Add it to the class path with --classpath");
    }

    @Test
    void a_class_that_compiled_entities_need_is_named_with_the_entity() throws Exception {
        project()
                .source("package acme; public class Money implements java.io.Serializable {}")
                .type("@Entity public class Thing { @Id Long id; acme.Money money; }");
        Path classes = compileWithout("acme.Money");
        assertThat(failure(EntitySources.builder().classDirectories(List.of(classes))))
                .hasMessage(
                        "The class acme.Money, which shop.Thing needs, is not on the class path. Add it to the class "
                                + "path with --classpath, or compile the project so that its class path is complete.");
    }

    @Test
    void a_mapping_that_hibernate_rejects_gives_its_words_and_the_entity() {
        project().type("@Entity public class Thing { String name; }");
        ModelException failure = failure(project().sources());
        assertThat(failure).hasMessageContaining("Hibernate rejects the mapping of shop.Thing (");
        assertThat(failure).hasMessageContaining("shop.Thing' has no identifier");
        assertThat(failure.position().orElseThrow().file()).isEqualTo(project().file("shop/Thing.java"));
    }

    @Test
    void an_association_to_a_class_that_is_no_entity_is_rejected() {
        project()
                .type("public class Other { }")
                .type("@Entity public class Thing { @Id Long id; @ManyToOne Other other; }");
        assertThat(failure(project().sources())).hasMessageContaining("shop.Other");
    }

    @Test
    void two_columns_that_postgresql_takes_for_one_are_refused() {
        String longName = "a".repeat(63);
        project().type("""
                        @Entity public class Thing {
                            @Id Long id;
                            @Column(name = "%1$s_1") Instant first;
                            @Column(name = "%1$s_2") String second;
                        }
                        """.formatted(longName));
        assertThat(failure(project().sources()))
                .hasMessageContaining("the table thing has two columns")
                .hasMessageContaining(longName + ", one timestamptz(6), the other varchar(255)");
    }

    @Test
    void an_unknown_naming_strategy_is_named() {
        project().type("@Entity public class Thing { @Id Long id; }");
        assertThat(failure(project().sources().naming("com.acme.Naming")))
                .hasMessageContaining("the naming strategy com.acme.Naming cannot be created");
    }

    private Path compileWithout(String left) throws Exception {
        Compilation compilation = SourceCompiler.against(BundledHibernate.classPath())
                .withSourcePath(List.of(project().sourceRoot()))
                .compile(List.of(project().file("shop/Thing.java")));
        Path classes = Files.createDirectory(directory.resolve("classes"));
        for (Map.Entry<String, byte[]> type : compilation.classes().entrySet()) {
            if (!type.getKey().equals(left)) {
                Path file = classes.resolve(type.getKey().replace('.', '/') + ".class");
                Files.createDirectories(file.getParent());
                Files.write(file, type.getValue());
            }
        }
        return classes;
    }
}
