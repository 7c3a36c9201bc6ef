package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities that cannot be read, or that no database could follow: exit code 2, with the place, and nothing is written. */
class BadEntitiesTest {
    @TempDir
    private Path directory;

    private TestDatabase database;
    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        database = PostgresForTests.freshDatabase();
        project = new SmallProject(directory);
        terminal = Terminal.in(directory).on(database);
    }

    @AfterEach
    void nothing_was_written() throws SQLException {
        assertThat(project.migrations()).isEmpty();
        assertThat(database.query("select relname from pg_class where relnamespace = 'public'::regnamespace"))
                .isEmpty();
        database.close();
    }

    private Terminal.Outcome generate() {
        return terminal.autogen("-m", "first");
    }

    private Path source(String type) {
        return directory.resolve("src/main/java/app/" + type + ".java");
    }

    @Test
    void without_entities_it_says_where_it_looked() {
        project.write("src/main/java/app/Plain.java", "package app; class Plain {}");
        generate()
                .fails(
                        2,
                        "No entities were found.",
                        "source root " + directory.resolve("src/main/java"),
                        "Say where they are with --entities");
    }

    @Test
    void without_any_source_root_it_says_so() {
        generate().fails(2, "No entities", "--entities");
    }

    @Test
    void entities_that_are_said_to_be_where_nothing_is() {
        project.type(SmallProject.THING);
        terminal.autogen("-m", "first", "--entities", "src/main/jvaa").fails(2, "src/main/jvaa", "--entities");
    }

    @Test
    void source_that_does_not_compile_gives_file_line_and_the_compilers_words() {
        project.type("""
                @Entity
                public class Thing {
                    @Id Long id;
                    Strin name;
                }
                """);
        assertThat(generate().fails(2).message())
                .isEqualTo("The entities do not compile: " + source("Thing")
                        + ":8: cannot find symbol symbol: class Strin location: class app.Thing."
                        + " Correct the source and run autogen again.");
    }

    @Test
    void a_class_that_the_source_needs_is_named() {
        project.type("""
                @Entity
                public class Thing {
                    @Id Long id;
                    com.acme.Money price;
                }
                """);
        generate().fails(2, source("Thing") + ":8: package com.acme does not exist", "--classpath");
    }

    @Test
    void a_class_that_a_compiled_entity_needs_is_named_with_the_entity() throws Exception {
        Path money = project.write("src/main/java/acme/Money.java", "package acme; public class Money {}");
        Path thing = project.type("@Entity public class Thing { @Id Long id; acme.Money price; }");
        Path classes = Files.createDirectory(directory.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String classPath = terminal.environment().get("AUTOGEN_CLASSPATH");
        assertThat(compiler.run(
                        null,
                        null,
                        null,
                        List.of("-cp", classPath, "-proc:none", "-d", "" + classes, "" + money, "" + thing)
                                .toArray(String[]::new)))
                .isZero();
        Files.delete(classes.resolve("acme/Money.class"));
        terminal.autogen("-m", "first", "--entities", "classes")
                .fails(2, "The class acme.Money, which app.Thing needs, is not on the class path.", "--classpath");
    }

    @Test
    void a_mapping_that_hibernate_rejects_gives_its_words_and_the_place() {
        project.type("""
                @Entity
                public class Thing {
                    String name;
                }
                """);
        generate()
                .fails(
                        2,
                        "Hibernate rejects the mapping of app.Thing (" + source("Thing") + ":6): ",
                        "has no identifier",
                        "Correct the entity");
    }

    @Test
    void an_association_that_leads_nowhere_names_both_ends() {
        project.type("public class Other {}");
        project.type("""
                @Entity
                public class Thing {
                    @Id Long id;
                    @ManyToOne Other other;
                }
                """);
        generate().fails(2, "Hibernate rejects the mapping", "app.Thing", "app.Other");
    }

    @Test
    void a_mapped_by_that_names_nothing() {
        project.type("@Entity public class Other { @Id Long id; }");
        project.type("""
                @Entity
                public class Thing {
                    @Id Long id;
                    @OneToMany(mappedBy = "thing") java.util.List<Other> others;
                }
                """);
        generate().fails(2, "Hibernate rejects the mapping", "thing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clob", "longtext", "varchar(abc)", "text; drop table x", "numeric(2000,1)"})
    void a_column_definition_that_postgresql_refuses_is_named_with_its_line(String definition) {
        project.type("""
                @Entity
                public class Thing {
                    @Id Long id;
                    @Column(columnDefinition = "%s")
                    String text;
                    String name;
                }
                """.formatted(definition));
        generate().fails(2, source("Thing").getFileName() + ":", "thing.text", definition);
        terminal.autogen("check").fails(2, source("Thing").getFileName() + ":", "thing.text", definition);
    }

    @Test
    void all_refused_texts_are_listed_at_once() {
        project.type("""
                @Entity
                @Check(name = "ck", constraints = "nmae <> ''")
                public class Thing {
                    @Id Long id;
                    @Column(columnDefinition = "CLOB")
                    String text;
                    @ColumnDefault("noow()")
                    java.time.Instant at;
                    @Column(columnDefinition = "longtext")
                    String more;
                }
                """);
        generate().fails(2, "clob", "longtext", "noow()", "nmae", "nothing was compared or written");
    }

    @Test
    void an_index_over_a_column_that_is_not_there() {
        project.type("""
                @Entity
                @Table(indexes = @Index(name = "ix_thing_nope", columnList = "nope"))
                public class Thing {
                    @Id Long id;
                }
                """);
        generate().fails(2, source("Thing") + ":7: thing.ix_thing_nope: nope (column \"nope\" does not exist)");
    }

    @Test
    void an_index_of_the_same_name_on_two_tables_of_a_schema() {
        project.type("@Entity @Table(indexes = @Index(name = \"ix_name\", columnList = \"name\"))"
                + " public class One { @Id Long id; String name; }");
        project.type("@Entity @Table(indexes = @Index(name = \"ix_name\", columnList = \"name\"))"
                + " public class Two { @Id Long id; String name; }");
        generate().fails(2, "ix_name", "one", "two");
    }

    @Test
    void a_unique_constraint_of_the_same_name_on_two_tables_of_a_schema() {
        project.type("@Entity @Table(uniqueConstraints = @UniqueConstraint(name = \"uq_name\", columnNames = \"name\"))"
                + " public class One { @Id Long id; String name; }");
        project.type("@Entity @Table(uniqueConstraints = @UniqueConstraint(name = \"uq_name\", columnNames = \"name\"))"
                + " public class Two { @Id Long id; String name; }");
        generate().fails(2, "uq_name", "one", "two");
    }

    @Test
    void an_index_named_like_a_table() {
        project.type("@Entity @Table(indexes = @Index(name = \"two\", columnList = \"name\"))"
                + " public class One { @Id Long id; String name; }");
        project.type("@Entity public class Two { @Id Long id; String name; }");
        generate().fails(2, "two");
    }
}
