package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is called otherwise now is asked, told or pointed out, and its rows stay where they are. */
class RenamesTest {
    private static final String CUSTOMER = """
            @Entity
            @Table(name = "customer")
            public class Customer {
                @Id
                Long id;
                String fullName;
            }
            """;

    @TempDir
    private Path directory;

    private TestDatabase database;
    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void prepare() throws SQLException {
        database = PostgresForTests.freshDatabase();
        project = new SmallProject(directory);
        terminal = Terminal.in(directory).on(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void customers() throws SQLException {
        database.execute("create table customer (id bigint primary key, name varchar(255) unique)");
        database.execute("insert into customer values (1, 'Ada')");
        project.type(CUSTOMER.replace("String fullName", "@Column(unique = true) String fullName"));
    }

    @Test
    void a_renamed_entity_takes_along_its_rows_and_all_that_follows_from_it() throws SQLException {
        database.execute(
                "create sequence orders_seq increment 50",
                """
                create table orders (id bigint primary key, name varchar(255) unique,
                    state varchar(255) check (state in ('OPEN', 'DONE')),
                    address_city varchar(255), address_zip varchar(255))""",
                "create table line (id bigint primary key, order_id bigint references orders)",
                "create table order_tags (order_id bigint not null references orders, tags varchar(255))",
                "insert into orders values (1, 'first', 'OPEN', 'Turin', '10121')",
                "insert into line values (2, 1)",
                "insert into order_tags values (1, 'new')");
        project.type("""
                @Entity
                @Table(name = "purchases")
                public class Purchase {
                    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE)
                    Long id;
                    @Column(unique = true) String reference;
                    @Enumerated(EnumType.STRING) State state;
                    @Column(name = "home_city") String city;
                    @Column(name = "home_zip") String zip;
                    @ElementCollection java.util.List<String> tags;
                    enum State { OPEN, DONE }
                }
                """);
        project.type("""
                @Entity
                public class Line {
                    @Id Long id;
                    @ManyToOne Purchase purchase;
                }
                """);
        Terminal.Outcome outcome = terminal.typing("y", "", "y", "yes").autogen("-m", "orders are purchases now");
        assertThat(outcome.err()).contains("""
                Is table purchases the renamed orders? (4 of 5 columns alike, the same types in a row, both referred to by \
                line; src/main/java/app/Purchase.java:7) [y/N/q]""", """
                And with it: order_tags → purchase_tags, line.order_id → purchase_id, order_tags.order_id → purchase_id \
                (by themselves: sequence orders_seq → purchases_seq, 5 constraints and indexes)?
                  e = ask for each
                  [Y/n/e/q]""", """
                Are these columns of purchases renamed? orders.address_city → home_city, orders.address_zip → home_zip""", """
                Is purchases.reference the renamed orders.name? (same type varchar(255), same place, both unique; \
                src/main/java/app/Purchase.java:10) [y/N/q]""", """
                To tell the same without being asked: --rename orders=purchases --rename order_tags=purchase_tags \
                --rename line.order_id=purchase_id --rename order_tags.order_id=purchase_id \
                --rename 'orders.address_*=home_*' --rename orders.name=reference
                """);
        assertThat(project.onlyMigration()).doesNotContain("op.drop", "op.create", "op.add");
        terminal.ok("upgrade", "head");
        assertThat(database.query("""
                select reference, state, home_city, home_zip, tags, line.id
                from purchases join line on purchase_id = purchases.id join purchase_tags t on t.purchase_id = purchases.id""")).containsExactly("first|OPEN|Turin|10121|new|2");
        assertThat(terminal.ok("check")).isEqualTo("Entities and database agree.\n");
        terminal.ok("downgrade", "base");
        assertThat(database.query("select name, address_zip from orders")).containsExactly("first|10121");
        assertThat(database.query("select count(*) from order_tags")).containsExactly("1");
    }

    @Test
    void who_is_told_so_asks_nothing() throws SQLException {
        database.execute(
                "create table orders (id bigint primary key)",
                "create table order_tags (order_id bigint not null references orders, tags varchar(255))",
                "insert into orders values (1)",
                "insert into order_tags values (1, 'new')");
        project.type("""
                @Entity
                @Table(name = "purchases")
                public class Purchase {
                    @Id Long id;
                    @ElementCollection java.util.List<String> tags;
                }
                """);
        assertThat(terminal.autogen("-m", "rename", "--rename", "orders=purchases")
                        .err())
                .contains("With that are renamed: order_tags → purchase_tags, order_tags.order_id → purchase_id.");
        assertThat(project.onlyMigration()).doesNotContain("op.drop", "op.create");
        terminal.ok("upgrade", "head");
        assertThat(database.query("select * from purchase_tags")).containsExactly("1|new");
    }

    @Test
    void an_entity_tells_its_former_names_for_as_long_as_the_database_has_them() throws SQLException {
        database.execute("create table client (id bigint primary key, name varchar(255))");
        database.execute("insert into client values (1, 'Ada')");
        project.type("@interface RenamedFrom { String[] value(); }");
        project.type(CUSTOMER.replace("public class", "@RenamedFrom(\"client\") public class")
                .replace("String fullName", "@RenamedFrom({\"short_name\", \"name\"}) String fullName"));
        terminal.ok("-m", "rename");
        assertThat(project.onlyMigration())
                .contains("op.renameTable(\"client\", \"customer\")")
                .contains("op.renameColumn(\"customer\", \"name\", \"fullname\")")
                .doesNotContain("op.drop", "op.add");
        terminal.ok("upgrade", "head");
        assertThat(database.query("select fullname from customer")).containsExactly("Ada");
        assertThat(terminal.ok("check")).isEqualTo("Entities and database agree.\n");
        terminal.ok("downgrade", "base");
        assertThat(database.query("select name from client")).containsExactly("Ada");
    }

    @Test
    void an_embedded_member_tells_the_former_names_of_all_its_columns() throws SQLException {
        database.execute(
                "create table client (id bigint primary key, home_strasse varchar(255) unique, home_zip varchar(255),"
                        + " home_lat double precision, zip varchar(255))",
                "create index client_home_zip_idx on client (home_zip)",
                "insert into client values (1, 'Hauptstr. 1', '10121', 45.1, '?')");
        project.type("@interface RenamedFrom { String[] value(); }");
        project.type("@Embeddable class Geo { Double lat; Double lon; }");
        project.type("""
                @Embeddable
                class Address {
                    @RenamedFrom("*strasse") String street;
                    String zip;
                    Geo geo;
                }
                """);
        String client = """
                @Entity
                @RenamedFrom("client")
                @Table(indexes = @Index(columnList = "address_zip"))
                public class Customer {
                    @Id Long id;
                    @RenamedFrom("home_*")
                    @AttributeOverride(name = "street", column = @Column(name = "home_street", unique = true))
                    @AttributeOverride(name = "zip", column = @Column(name = "address_zip"))
                    @AttributeOverride(name = "geo.lat", column = @Column(name = "address_lat"))
                    Address address;
                    String zip;
                }
                """;
        project.type(client);
        terminal.ok("-m", "rename");
        assertThat(project.onlyMigration())
                .contains(
                        "op.renameColumn(\"customer\", \"home_strasse\", \"home_street\")",
                        "op.renameColumn(\"customer\", \"home_zip\", \"address_zip\")",
                        "op.renameColumn(\"customer\", \"home_lat\", \"address_lat\")",
                        "op.renameConstraint(\"customer\", \"client_home_strasse_key\", \"customer_home_street_key\")",
                        "op.renameIndex(\"customer\", \"client_home_zip_idx\", \"customer_address_zip_idx\")")
                .containsOnlyOnce("op.addColumn")
                .containsOnlyOnce("op.dropColumn");
        terminal.ok("upgrade", "head");
        assertThat(database.query("select home_street, address_zip, address_lat, zip from customer"))
                .containsExactly("Hauptstr. 1|10121|45.1|?");
        assertThat(terminal.ok("check")).isEqualTo("Entities and database agree.\n");
        terminal.ok("downgrade", "base");
        assertThat(database.query("select home_strasse, home_zip, home_lat, zip from client"))
                .containsExactly("Hauptstr. 1|10121|45.1|?");

        project.type(client.replace("home_*", "home"));
        assertThat(terminal.autogen("diff").err())
                .contains("Customer.java:14: @RenamedFrom of app.Customer.address says nothing, for it stands for 4"
                        + " columns: say what their names had in common, such as \"home_*\"");
    }

    @Test
    void former_names_that_contradict_are_told_with_their_lines() throws SQLException {
        customers();
        project.type("@interface RenamedFrom { String value(); }");
        project.type("""
                @Entity
                public class Customer {
                    @Id Long id;
                    @RenamedFrom("name") String fullName;
                    @RenamedFrom("name") String nick;
                }
                """);
        terminal.autogen("diff").fails(2, "Customer.java:8", "Customer.java:9", "customer.name", "@RenamedFrom");
        project.type("""
                @Entity
                public class Customer {
                    @Id Long id;
                    @RenamedFrom("name") String fullName;
                    String nick;
                }
                """);
        terminal.autogen("diff", "--rename", "customer.name=nick")
                .fails(2, "Customer.java:8", "was called customer.name", "--rename says customer.name=nick");
    }

    @Test
    void nothing_is_written_where_a_question_stays_without_an_answer() throws SQLException {
        customers();
        for (Terminal silent : new Terminal[] {terminal.typing(), terminal.typing("what?", "q")}) {
            Terminal.Outcome outcome = silent.autogen("-m", "rename");
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err()).contains("error: Nothing was written", "--no-input");
            assertThat(project.migrations()).isEmpty();
        }
    }

    @Test
    void what_is_not_said_to_be_a_rename_is_none() throws SQLException {
        customers();
        Terminal someone = terminal.typing("");
        Terminal.Outcome denied = someone.autogen("-m", "new");
        assertThat(denied.err())
                .contains("Is customer.fullname the renamed customer.name?")
                .contains("note: customer has name and the model fullname");
        assertThat(project.onlyMigration()).contains("op.addColumn").doesNotContain("op.rename");
        assertThat(someone.autogen("diff", "--no-input").err()).doesNotContain("[y/N/q]");
        assertThat(someone.with("CI", "true")
                        .autogen("-m", "again", "--rev-id", "ffff")
                        .err())
                .doesNotContain("[y/N/q]");
    }

    @Test
    void a_changed_naming_strategy_is_one_question() throws SQLException {
        database.execute(
                "create table customerorder (id bigint primary key, fullname varchar(255), zipcode varchar(9) default '?')",
                "insert into customerorder values (1, 'Ada', '10121')");
        project.type("""
                @Entity
                public class CustomerOrder {
                    @Id Long id;
                    String fullName;
                    @Column(length = 9) @ColumnDefault("'?'") String zipCode;
                }
                """);
        Terminal.Outcome outcome = terminal.typing("y").autogen("-m", "snake case", "--naming", "spring");
        assertThat(outcome.err()).contains("""
                3 names are only spelled otherwise, as after a change of the naming strategy: customerorder → \
                customer_order, customerorder.fullname → full_name, customerorder.zipcode → zip_code. Are these renamed?
                  e = ask for each
                  [y/N/e/q]""", "To tell the same without being asked: --rename-spelling\n");
        assertThat(project.onlyMigration()).doesNotContain("op.drop", "op.create", "op.alter");
        terminal.ok("upgrade", "head");
        assertThat(database.query("select * from customer_order")).containsExactly("1|Ada|10121");
        terminal.ok("downgrade", "base");
        assertThat(terminal.ok("diff", "--naming", "spring", "--rename-spelling"))
                .contains("customerorder: renamed to customer_order")
                .doesNotContain("\n- ");
    }

    @Test
    void one_of_several_candidates_is_chosen() throws SQLException {
        database.execute("create table customer (id bigint primary key, a varchar(255), b varchar(255))");
        project.type(CUSTOMER);
        Terminal.Outcome outcome = terminal.typing("2").autogen("-m", "rename");
        assertThat(outcome.err()).contains("""
                What is customer.fullname? src/main/java/app/Customer.java:10
                  1 = the renamed customer.a (same type varchar(255), same place)
                  2 = the renamed customer.b (same type varchar(255), same place)
                  n = none of them, it is new
                  [1/2/N/q]""");
        assertThat(project.onlyMigration()).contains("op.renameColumn(\"customer\", \"b\", \"fullname\")");
    }
}
