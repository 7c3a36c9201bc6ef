package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities that contradict themselves or one another: exit code 2, every place that is concerned, and nothing is written. */
class ContradictoryEntitiesTest {
    private static TestDatabase database;

    @TempDir
    private Path directory;

    private SmallProject project;
    private Terminal terminal;

    @BeforeAll
    static void open() {
        database = PostgresForTests.freshDatabase();
    }

    @AfterAll
    static void nothing_was_written() throws SQLException {
        assertThat(database.query("select relname from pg_class where relnamespace = 'public'::regnamespace"))
                .isEmpty();
        database.close();
    }

    @BeforeEach
    void prepare() {
        project = new SmallProject(directory);
        // Without a class path the bundled Hibernate reads, whole.
        terminal = Terminal.in(directory).without("AUTOGEN_CLASSPATH").on(database);
    }

    private String refused(String... words) {
        String message = terminal.autogen("-m", "first").fails(2, words).message();
        assertThat(project.migrations()).isEmpty();
        return message;
    }

    @Test
    void one_column_of_two_types_in_two_entities_on_one_table() {
        Path one = project.type("""
                @Entity
                @Table(name = "thing")
                public class One {
                    @Id Long id;
                    Integer size;
                }
                """);
        Path two = project.type("""
                @Entity
                @Table(name = "thing")
                public class Two {
                    @Id Long id;
                    String size;
                }
                """);
        assertThat(refused())
                .isEqualTo(
                        "The entities contradict themselves: The column thing.size is mapped twice: app.One.size wants"
                                + " integer, app.Two.size wants varchar(255) (" + one + ":9, " + two
                                + ":9). Correct them;"
                                + " nothing was compared or written.");
    }

    @Test
    void one_column_of_two_types_in_two_subclasses_whichever_hibernate_meets_first() {
        project.type("""
                @Entity
                @Inheritance
                public class Base {
                    @Id Long id;
                }
                """);
        Path left = project.type("@Entity public class Left extends Base { java.time.Instant at; }");
        Path right = project.type("@Entity public class Right extends Base { boolean at; }");
        refused("Base.at is mapped twice", "boolean", "timestamp(6) with time zone", left + ":5", right + ":5");
    }

    @Test
    void a_column_that_one_member_only_reads_is_as_long_as_the_other_wants_and_a_warning_says_so() {
        Path thing = project.type("""
                @Entity
                public class Thing {
                    @Id Long id;
                    @Column(name = "code", length = 10) String code;
                    @Column(name = "code", insertable = false, updatable = false) String again;
                }
                """);
        Terminal.Outcome diff = terminal.autogen("diff");
        assertThat(diff.exit()).as(diff.err()).isZero();
        assertThat(diff.err())
                .contains("warning: " + thing)
                .contains("The column Thing.code is mapped twice")
                .contains("the first counts, as it does for Hibernate");
    }

    @Test
    void two_tables_that_are_one_when_their_names_are_cut() {
        String name = "t".repeat(63);
        Path one = project.type("@Entity @Table(name = \"" + name + "_one\") public class One { @Id Long id; }");
        Path two = project.type("@Entity @Table(name = \"" + name + "_two\") public class Two { @Id Long id; }");
        refused(
                "PostgreSQL calls both the table " + name + "_one and the table " + name + "_two",
                one + ":5",
                two + ":5");
    }

    @Test
    void a_table_and_the_sequence_of_its_keys_that_are_one_when_their_names_are_cut() {
        String name = "t".repeat(70);
        Path one = project.type(
                "@Entity @Table(name = \"" + name + "\") public class One { @Id @GeneratedValue Long id; }");
        refused("PostgreSQL calls both the table " + name + " and the sequence " + name + "_SEQ", one + ":5");
    }

    @Test
    void two_columns_that_are_one_when_their_names_are_cut() {
        String name = "c".repeat(63);
        Path thing = project.type("""
                @Entity
                public class Thing {
                    @Id Long id;
                    @Column(name = "%1$s_1") Integer first;
                    @Column(name = "%1$s_2") String second;
                }
                """.formatted(name));
        refused("the table thing has two columns that PostgreSQL both calls " + name, thing + ":8", thing + ":9");
    }

    @Test
    void a_default_without_a_value() {
        Path thing = project.type("""
                @Entity
                public class Thing {
                    @Id Long id;
                    @Column(columnDefinition = "int default") Integer size;
                }
                """);
        assertThat(refused())
                .isEqualTo(
                        "The entities contradict themselves: the column definition of thing.size, 'int default', says"
                                + " default and nothing behind it (" + thing
                                + ":8). Correct them; nothing was compared or"
                                + " written.");
    }

    @Test
    void an_index_of_the_same_name_on_two_tables_tells_both_places() {
        Path one = project.type("@Entity @Table(indexes = @Index(name = \"ix_name\", columnList = \"name\"))"
                + " public class One { @Id Long id; String name; }");
        Path two = project.type("@Entity @Table(indexes = @Index(name = \"ix_name\", columnList = \"name\"))"
                + " public class Two { @Id Long id; String name; }");
        refused("ix_name", "have the same name", one + ":5", two + ":5");
    }

    @Test
    void a_unique_constraint_over_a_property_that_is_no_column() {
        project.type("""
                @Entity
                @Table(uniqueConstraints = @UniqueConstraint(name = "uq_thing", columnNames = "fullNmae"))
                public class Thing {
                    @Id Long id;
                    @Column(name = "full_name") String fullName;
                }
                """);
        refused("thing.uq_thing: fullNmae (column \"fullnmae\" does not exist)", "Thing.java:7");
    }

    @Test
    void a_foreign_key_to_a_column_that_is_not_there() {
        project.type("""
                @Entity
                public class Thing {
                    @Id Long id;
                    @ManyToOne @JoinColumn(referencedColumnName = "nope") Thing other;
                }
                """);
        refused("nope", "app.Thing", "Thing.java:6");
    }

    @Test
    void an_entity_of_a_mapping_file_that_has_no_class() {
        project.type(SmallProject.THING);
        project.write("src/main/resources/META-INF/orm.xml", """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0">
                  <entity class="app.Gone"><attributes><id name="id"/></attributes></entity>
                </entity-mappings>
                """);
        refused("app.Gone");
    }

    @Test
    void a_converter_that_has_no_class() {
        project.type(SmallProject.THING);
        project.write("src/main/resources/META-INF/orm.xml", """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0">
                  <entity class="app.Thing" access="FIELD"><attributes>
                    <id name="id"/>
                    <basic name="name"><convert converter="app.GoneConverter"/></basic>
                  </attributes></entity>
                </entity-mappings>
                """);
        refused("app.GoneConverter");
    }

    @Test
    void superclasses_in_a_circle() {
        project.type("@Entity public class One extends Two { @Id Long id; }");
        project.type("@Entity public class Two extends One { }");
        refused("cyclic inheritance", ".java:5");
    }

    @Test
    void a_type_that_needs_a_composite_type_of_the_database() {
        project.type("""
                @Embeddable
                @org.hibernate.annotations.Struct(name = "money_amount")
                public class Money { java.math.BigDecimal amount; String currency; }
                """);
        project.type("""
                @Entity
                public class Thing {
                    @Id Long id;
                    Money price;
                }
                """);
        refused("thing.price", "money_amount", "Thing.java:8");
    }
}
