package dev.autogen.model;

import static dev.autogen.model.Catalogs.describe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.ClassPaths;
import dev.autogen.schema.Catalog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class HibernateLinesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"6.6", "7.0", "7.1", "7.2", "7.3", "7.4"})
    void every_line_reads_the_zoo_alike(String line) {
        EntityModel model = zoo().with("hibernate-" + line).read();
        assertThat(model.hibernateVersion()).startsWith(line + ".");
        assertThat(model.warnings()).isEmpty();
        String description = describe(model.catalog());
        if (line.equals("6.6")) {
            assertThat(description).isEqualTo(ZOO);
        } else {
            assertThat(tablesOf(model.catalog()))
                    .isEqualTo(tablesOf(zoo().with("hibernate-6.6").read().catalog()));
        }
    }

    @Test
    void a_hibernate_of_its_own_class_path_goes_before_the_projects() {
        Project project = zoo().with("hibernate-6.6");
        EntityModel model = new EntityModelReader()
                .read(project.sources()
                        .hibernateClassPath(ClassPaths.of("hibernate-7.0"))
                        .build());
        assertThat(model.hibernateVersion()).startsWith("7.0.");
    }

    @Test
    void without_a_hibernate_of_the_projects_the_bundled_one_reads() {
        assertThat(zoo().read().hibernateVersion()).startsWith("7.4.");
    }

    @Test
    void what_hibernate_logs_becomes_a_warning_and_reaches_no_terminal() {
        LoggerFactory.getILoggerFactory();
        PrintStream terminal = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            EntityModel model = new Project(directory)
                    .type("@Entity @IdClass(ThingKey.class) public class Thing { @Id Long a; @Id Long b; }")
                    .type("public class ThingKey implements java.io.Serializable { Long a; Long b; }")
                    .read();
            assertThat(model.warnings())
                    .extracting(ModelWarning::message)
                    .anyMatch(message -> message.endsWith("does not override equals(): shop.ThingKey"));
        } finally {
            System.setErr(terminal);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** Lines differ in checks, in the precision of LocalTime and the like, never in tables, columns and keys. */
    private static List<String> tablesOf(Catalog catalog) {
        return catalog.tables().stream()
                .map(table -> table.name() + " "
                        + table.columns().stream()
                                .map(column -> column.name() + " " + column.type())
                                .toList() + " " + table.primaryKey() + " " + table.foreignKeys())
                .toList();
    }

    private Project zoo() {
        return new Project(directory)
                .type("""
                        @Entity @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
                        public abstract class Animal {
                            @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;
                            @Version int version;
                            String name;
                        }
                        """)
                .type("@Entity public class Dog extends Animal { @Column(nullable = false) String barks; }")
                .type("@Entity public class Cat extends Animal { int lives; @ManyToOne Dog enemy; }")
                .type("""
                        @Entity @Inheritance(strategy = InheritanceType.JOINED)
                        public class Vehicle { @Id @GeneratedValue(generator = "v") @SequenceGenerator(name = "v", sequenceName = "v_seq", initialValue = 100, allocationSize = 10) Integer id; String plate; }
                        """)
                .type("@Entity public class Car extends Vehicle { int seats; }")
                .type("""
                        @Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
                        public abstract class Shape { @Id Long id; String color; @ManyToOne Vehicle seenFrom; }
                        """)
                .type("@Entity public class Circle extends Shape { double radius; }")
                .type("@Embeddable public record Key(String region, long number) {}")
                .type("@Embeddable public class Money { BigDecimal amount; String currency; }")
                .type("""
                        @Entity @SecondaryTable(name = "orders_extra") @Table(name = "orders")
                        public class Order {
                            @EmbeddedId Key key;
                            @Column(table = "orders_extra") String note;
                            @Embedded @AttributeOverride(name = "amount", column = @Column(name = "price")) Money price;
                            @ElementCollection @OrderColumn List<String> remarks;
                            @ElementCollection @MapKeyColumn(name = "lang") Map<String, String> titles;
                            @ManyToMany Set<Vehicle> vehicles;
                            @OneToMany(mappedBy = "order", cascade = CascadeType.ALL) List<Line> lines;
                        }
                        """)
                .type("""
                        @Entity @IdClass(LineKey.class)
                        public class Line {
                            @Id @ManyToOne Order order;
                            @Id int position;
                            UUID token; byte[] blob; Duration took; LocalDate day; Boolean flag; float weight; String[] tags;
                            @Lob String text;
                        }
                        """)
                .type("public record LineKey(Key order, int position) implements java.io.Serializable {}");
    }

    private static final String ZOO = """
            sequence animal_seq increment 50
            sequence v_seq start 100 increment 10
            table animal
              id bigint not null
              version integer not null
              name varchar(255)
              lives integer
              enemy_id bigint
              barks varchar(255) not null
              dtype varchar(31) not null
              pk [id]
              fk [enemy_id] -> animal[id]
            table car
              id integer not null
              seats integer not null
              pk [id]
              fk [id] -> vehicle[id]
            table circle
              id bigint not null
              color varchar(255)
              seenfrom_id integer
              radius double precision not null
              pk [id]
              fk [seenfrom_id] -> vehicle[id]
            table line
              order_region varchar(255) not null
              order_number bigint not null
              position integer not null
              token uuid
              blob bytea
              took numeric(21,0)
              day date
              flag boolean
              weight real not null
              tags varchar(255)[]
              text oid
              pk [position, order_number, order_region]
              fk [order_number, order_region] -> orders[number, region]
            table order_remarks
              order_region varchar(255) not null
              order_number bigint not null
              remarks_order integer not null
              remarks varchar(255)
              pk [remarks_order, order_number, order_region]
              fk [order_number, order_region] -> orders[number, region]
            table order_titles
              order_region varchar(255) not null
              order_number bigint not null
              lang varchar(255) not null
              titles varchar(255)
              pk [order_number, order_region, lang]
              fk [order_number, order_region] -> orders[number, region]
            table orders
              region varchar(255) not null
              number bigint not null
              price numeric(38,2)
              currency varchar(255)
              pk [number, region]
            table orders_extra
              region varchar(255) not null
              number bigint not null
              note varchar(255)
              pk [number, region]
              fk [number, region] -> orders[number, region]
            table orders_vehicle
              order_region varchar(255) not null
              order_number bigint not null
              vehicles_id integer not null
              pk [vehicles_id, order_number, order_region]
              fk [order_number, order_region] -> orders[number, region]
              fk [vehicles_id] -> vehicle[id]
            table vehicle
              id integer not null
              plate varchar(255)
              pk [id]
            """;
}
