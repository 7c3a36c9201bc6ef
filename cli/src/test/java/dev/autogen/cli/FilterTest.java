package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.ShopProject;
import dev.autogen.fixtures.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left out of a comparison is left out on both sides. The entities are ahead by the table products. */
class FilterTest {
    private static final String AGREE = "Entities and database agree.\n";

    @TempDir
    private Path directory;

    private TestDatabase database;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        database = PostgresForTests.freshDatabase();
        terminal = Terminal.in(ShopProject.copyTo(directory.resolve("shop")).directory())
                .on(database);
        terminal.ok("upgrade", "head");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_table_of_the_entities_is_left_out() {
        assertThat(terminal.ok("check", "--exclude", "prod*")).isEqualTo(AGREE);
        assertThat(terminal.ok("check", "--exclude", "public.products")).isEqualTo(AGREE);
        assertThat(terminal.ok("check", "--include", "customer*", "--include", "orders"))
                .isEqualTo(AGREE);
        assertThat(terminal.autogen("check", "--exclude", "prod?").exit()).isEqualTo(1);
    }

    @Test
    void a_table_of_the_database_is_left_out() throws Exception {
        database.execute("create table legacy_log (id int)");
        assertThat(terminal.autogen("check", "--exclude", "products", "--strict")
                        .exit())
                .isEqualTo(1);
        assertThat(terminal.ok("check", "--exclude", "products", "--exclude", "legacy_*", "--strict"))
                .isEqualTo(AGREE);
    }

    @Test
    void indexes_and_constraints_are_left_out_by_their_own_names() throws Exception {
        assertThat(terminal.ok("diff", "--exclude", "products.ix_*", "--exclude", "uq_products_sku", "--format", "sql"))
                .contains("CREATE TABLE public.products")
                .doesNotContain("ix_products_sku", "uq_products_sku");
        database.execute("alter table customers drop constraint uq_customers_email");
        assertThat(terminal.autogen("check", "--exclude", "products").exit()).isEqualTo(1);
        assertThat(terminal.ok("check", "--exclude", "products", "--exclude", "uq_customers_email"))
                .isEqualTo(AGREE);
    }

    @Test
    void a_constraint_without_a_name_is_left_out_with_the_one_that_it_stands_for() throws Exception {
        SmallProject project = new SmallProject(directory.resolve("small"));
        project.type("""
                @Entity
                public class Thing {
                    @Id
                    Long id;
                    @Column(unique = true)
                    String name;
                }
                """);
        database.execute("create table thing (id bigint primary key, name varchar(255) constraint by_hand unique)");
        Terminal small = Terminal.in(project.directory()).on(database);
        assertThat(small.ok("check", "--include", "thing", "--exclude", "by_hand"))
                .isEqualTo(AGREE);
        database.execute("alter table thing drop constraint by_hand");
        assertThat(small.autogen("check", "--include", "thing", "--exclude", "by_hand")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void a_migration_beside_a_table_that_is_left_out_is_proved_where_it_does_not_need_it() throws Exception {
        database.execute("alter table orders drop column note");
        Terminal proving = terminal.without("AUTOGEN_NO_PROOF");
        assertThat(proving.ok("-m", "note again", "--exclude", "products", "--exclude", "customers"))
                .contains("op.addColumn(\"orders\"", "Proved on a scratch copy");
    }
}
