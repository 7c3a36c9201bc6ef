package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.ShopProject;
import dev.autogen.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The developer's day: change an entity, generate, review, upgrade, check, and all the way back. */
class CycleTest {
    private static final String SHOP = "5637e3fb98bb";
    private static final String PRODUCT = "src/main/java/com/example/shop/Product.java";

    @TempDir
    private Path directory;

    private TestDatabase database;
    private ShopProject shop;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        database = PostgresForTests.freshDatabase();
        shop = ShopProject.copyTo(directory.resolve("shop"));
        terminal = Terminal.in(shop.directory());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void entities_one_step_ahead_give_that_step_and_the_database_follows_both_ways() throws IOException {
        the_cycle_runs(terminal.on(database));
    }

    @Test
    void the_database_may_be_named_as_libpq_does_with_a_password_in_the_url() throws IOException, SQLException {
        String role = "keeper_" + database.name();
        database.execute(
                "CREATE ROLE " + role + " LOGIN PASSWORD 'p@ss/word'",
                "ALTER DATABASE " + database.name() + " OWNER TO " + role);
        try {
            String url = database.jdbcUrl()
                    .replaceFirst("^jdbc:postgresql://", "postgres://" + role + ":p%40ss%2Fword@")
                    .replaceFirst("\\?.*$", "");
            Terminal there = terminal.with("DATABASE_URL", url);
            Terminal.Outcome check = there.autogen("check");
            assertThat(check.err()).doesNotContain("p@ss").doesNotContain("p%40ss");

            the_cycle_runs(there);
        } finally {
            database.execute(
                    "REASSIGN OWNED BY " + role + " TO CURRENT_USER", "DROP OWNED BY " + role, "DROP ROLE " + role);
        }
    }

    @Test
    void the_url_may_be_an_option_and_counts_before_the_variable() throws SQLException {
        Terminal elsewhere = terminal.with("DATABASE_URL", "jdbc:postgresql://localhost:1/nowhere");

        elsewhere.ok("upgrade", "head", "--url", database.jdbcUrl());

        assertThat(database.query("SELECT revision FROM autogen_version")).containsExactly(SHOP);
    }

    @Test
    void a_schema_of_its_own_is_made_and_never_written_into_a_migration() throws Exception {
        the_cycle_runs(terminal.on(database).with("DATABASE_SCHEMA", "shop"));

        assertThat(tables())
                .contains("shop.products", "shop.autogen_version")
                .allMatch(name -> name.startsWith("shop."));
        assertThat(MigrationClass.of(shop.directory()))
                .hasSize(3)
                .noneSatisfy(migration -> assertThat(migration
                                .source()
                                .replace("com.example.shop", "")
                                .replace("Create shop", ""))
                        .contains("shop"));
    }

    @Test
    void one_class_serves_many_schemas() throws SQLException {
        Terminal there = terminal.on(database);
        for (String schema : List.of("shop", "Second Shop", "public")) {
            there.ok("upgrade", "head", "--schema", schema);
        }
        there.ok("-m", "add products table", "--schema", "shop");
        for (String schema : List.of("shop", "Second Shop", "public")) {
            there.ok("upgrade", "head", "--schema", schema);
            assertThat(there.ok("check", "--schema", schema)).isEqualTo("Entities and database agree.\n");
        }
        there.ok("downgrade", "base", "--schema", "Second Shop");

        assertThat(tables()).contains("shop.products", "public.products").noneMatch("Second Shop.products"::equals);
    }

    private List<String> tables() throws SQLException {
        return database.query("""
                SELECT schemaname || '.' || tablename FROM pg_tables
                WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                """);
    }

    private void the_cycle_runs(Terminal terminal) throws IOException {
        assertThat(terminal.ok("current")).isEqualTo("base: no migration is applied\n");
        terminal.ok("upgrade", "head");
        assertThat(terminal.ok("current")).isEqualTo(SHOP + " (head, current), Create shop\n");
        assertThat(terminal.autogen("check").exit()).isEqualTo(1);

        assertThat(terminal.ok("-m", "add products table")).contains("op.createTable(\"products\",");
        String products = MigrationClass.newest(shop.directory()).id();
        assertThat(terminal.ok("history", "-i")).isEqualTo("""
                        %2$s -> %1$s (head), Add products table
                        <base> -> %2$s (current), Create shop
                        """.formatted(products, SHOP));
        assertThat(terminal.autogen("check").exit()).isEqualTo(1);
        assertThat(terminal.autogen("-m", "again").exit()).isEqualTo(5);
        assertThat(terminal.ok("upgrade", "head")).isEqualTo("Ran 1 migration; the database is at " + products + "\n");
        assertThat(terminal.ok("check")).isEqualTo("Entities and database agree.\n");
        assertThat(terminal.ok("-m", "nothing")).isEqualTo("Entities and database agree; no migration is written.\n");
        assertThat(MigrationClass.of(shop.directory())).hasSize(2);

        int line = the_sku_becomes_longer();
        Terminal.Outcome drift = terminal.autogen("check");
        assertThat(drift.exit()).isEqualTo(1);
        assertThat(drift.out()).isEqualTo("""
                        ~ column products.sku: varchar(50) -> varchar(64)  [%s:%d]
                        1 difference between entities and database.
                        """.formatted(PRODUCT, line));

        terminal.ok("-m", "longer sku");
        String longer = MigrationClass.newest(shop.directory()).id();
        terminal.ok("upgrade", "head");
        agrees(terminal);
        terminal.ok("downgrade", "-1");
        assertThat(terminal.ok("current")).isEqualTo(products + " (current), Add products table\n");
        assertThat(terminal.autogen("current", "--check-heads").exit()).isEqualTo(5);
        assertThat(terminal.autogen("check").out()).startsWith("~ column products.sku: varchar(50) -> varchar(64)");
        terminal.ok("upgrade", "+1");
        terminal.ok("current", "--check-heads");
        agrees(terminal);
        terminal.ok("downgrade", "base");
        assertThat(terminal.ok("current")).isEqualTo("base: no migration is applied\n");
        assertThat(terminal.ok("upgrade", "head")).isEqualTo("Ran 3 migrations; the database is at " + longer + "\n");
        agrees(terminal);
        assertThat(terminal.ok("history", "-i")).isEqualTo("""
                        %2$s -> %1$s (head, current), Longer sku
                        %3$s -> %2$s, Add products table
                        <base> -> %3$s, Create shop
                        """.formatted(longer, products, SHOP));
        assertThat(terminal.ok("history", "-v")).startsWith("""
                        %s -> %s (head), Longer sku
                            file: %s
                            created: 20""".formatted(
                products, longer, MigrationClass.newest(shop.directory()).file()));
        assertThat(terminal.ok("current", "-v")
                        .lines()
                        .filter(entry -> entry.matches(" +20\\S+ (upgrade|downgrade) .*")))
                .hasSize(11);
    }

    private static void agrees(Terminal terminal) {
        assertThat(terminal.ok("check")).isEqualTo("Entities and database agree.\n");
    }

    /** Changes the entity and answers the line where its field stands. */
    private int the_sku_becomes_longer() throws IOException {
        Path product = shop.directory().resolve(PRODUCT);
        String source = Files.readString(product);
        Files.writeString(product, source.replace("length = 50", "length = 64"));
        return (int) source.substring(0, source.indexOf("String sku;")).lines().count();
    }
}
