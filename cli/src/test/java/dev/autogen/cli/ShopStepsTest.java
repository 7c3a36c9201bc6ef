package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.autogen.fixtures.DatabaseListing;
import dev.autogen.fixtures.ListingOptions;
import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.Psql;
import dev.autogen.fixtures.ShopProject;
import dev.autogen.fixtures.ShopStep;
import dev.autogen.fixtures.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The everyday changes, one after the other on one database that holds rows: each is generated, reviewed against a golden
 * file, applied, reverted and applied again.
 */
class ShopStepsTest {
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

    @TestFactory
    Stream<DynamicTest> every_step() {
        Stream<DynamicTest> first = Stream.of(
                dynamicTest("00-create-shop", this::the_committed_migration_runs),
                dynamicTest("01-add-table", () -> generated("01-add-table", "add products table", List.of())));
        return Stream.of(
                        first,
                        ShopProject.steps().stream().map(this::test),
                        Stream.of(dynamicTest("99-scripts", this::scripts_do_what_the_runner_does)))
                .flatMap(tests -> tests);
    }

    /** All of it once more, up and down, by the runner here and by psql there. */
    private void scripts_do_what_the_runner_does() throws SQLException {
        try (TestDatabase run = PostgresForTests.freshDatabase();
                TestDatabase scripted = PostgresForTests.freshDatabase()) {
            terminal.on(run).ok("upgrade", "head");
            Psql.run(terminal.without("DATABASE_URL").ok("upgrade", ":head", "--sql"), scripted);
            same(run, scripted);
            terminal.on(run).ok("downgrade", "base");
            Psql.run(terminal.without("DATABASE_URL").ok("downgrade", ":base", "--sql", "--idempotent"), scripted);
            same(run, scripted);
        }
    }

    private static void same(TestDatabase run, TestDatabase scripted) throws SQLException {
        ListingOptions options = ListingOptions.defaults().withColumnPositions().withExactChecks();
        assertThat(DatabaseListing.of(scripted, options)).isEqualTo(DatabaseListing.of(run, options));
        for (String query : List.of(
                "SELECT * FROM autogen_version",
                "SELECT revision, action, run_by, checksum, tool_version FROM autogen_history ORDER BY id")) {
            assertThat(scripted.query(query)).isEqualTo(run.query(query));
        }
    }

    private DynamicTest test(ShopStep step) {
        String name = "%02d-%s".formatted(step.number(), step.name());
        return dynamicTest(name, () -> {
            shop.apply(step.number());
            if (step.upgradeBody().isPresent()) {
                written(name, step);
            } else {
                generated(name, step.message(), step.arguments());
            }
        });
    }

    private void the_committed_migration_runs() throws SQLException {
        terminal.ok("upgrade", "head");
        database.execute("""
                INSERT INTO companies (name, fax) VALUES ('Acme', '555');
                INSERT INTO customers (name, email, status) VALUES ('Ada', 'ada@example.com', 'ACTIVE');
                INSERT INTO employees (company_id, full_name, email, job_title, salary, hired_on)
                VALUES (1, 'Grace', 'grace@example.com', 'Buyer', 4000, '2026-01-01');
                INSERT INTO orders (customer_id, status) VALUES (1, 'NEW');
                INSERT INTO order_items (order_id, product_name, sku, quantity, unit_price)
                VALUES (1, 'Pen', 'PEN', 2, 1.50);
                INSERT INTO tags (label) VALUES ('press')
                """);
    }

    private void generated(String name, String message, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("-m", message));
        words.addAll(arguments);
        terminal.ok(words.toArray(String[]::new));
        MigrationClass migration = MigrationClass.newest(shop.directory());
        Golden.file("shop/" + name + ".java").holds(migration.timeless());

        heed_hazards(migration);
        runs_both_ways(arguments, 1);
    }

    /** What a reviewer does about a hazard that would strike: rows that have no currency get one. */
    private static void heed_hazards(MigrationClass migration) {
        String check = "    op.createCheck(\"orders_currency_not_null_check\"";
        migration.replace(
                check, "    op.execute(\"update orders set currency = 'EUR' where currency is null\");\n" + check);
    }

    private void written(String name, ShopStep step) throws SQLException {
        terminal.ok("revision", "-m", step.message());
        MigrationClass migration = MigrationClass.newest(shop.directory());
        migration.fill(
                step.upgradeBody().orElseThrow().indent(4),
                step.downgradeBody().orElseThrow().indent(4));
        Golden.file("shop/" + name + ".java").holds(migration.timeless());

        database.execute("INSERT INTO products (name, sku, price, company_id) VALUES ('Pen', 'PEN', 1.5, 1)");
        runs_both_ways(step.arguments(), 0);
        assertThat(database.query("SELECT product_id FROM order_items")).containsExactly("1");
    }

    private void runs_both_ways(List<String> arguments, int checkAfterDowngrade) {
        terminal.ok("upgrade", "head");
        assertThat(terminal.ok("check")).isEqualTo("Entities and database agree.\n");
        terminal.ok("downgrade", "-1");
        List<String> check = new ArrayList<>(List.of("check"));
        check.addAll(arguments);
        Terminal.Outcome reverted = terminal.autogen(check.toArray(String[]::new));
        assertThat(reverted.exit()).as(reverted.out() + reverted.err()).isEqualTo(checkAfterDowngrade);
        assertThat(reverted.err()).contains("the database is not at head: 1 migration is to be applied");
        terminal.ok("upgrade", "head");
        assertThat(terminal.ok("check")).isEqualTo("Entities and database agree.\n");
    }
}
