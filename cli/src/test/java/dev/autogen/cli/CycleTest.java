package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.ShopProject;
import dev.autogen.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The developer's day: change an entity, generate, review, upgrade, check, and all the way back. */
class CycleTest {
    @TempDir
    private Path directory;

    private TestDatabase database;
    private ShopProject shop;
    private Terminal terminal;

    @BeforeEach
    void prepare() throws IOException {
        database = PostgresForTests.freshDatabase();
        shop = ShopProject.copyTo(directory.resolve("shop"));
        terminal = Terminal.in(shop.directory()).on(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void entities_one_step_ahead_give_that_step_and_the_database_follows_both_ways() throws IOException {
        terminal.ok("upgrade", "head");
        assertThat(terminal.autogen("check").exit()).isEqualTo(1);

        assertThat(terminal.ok("-m", "add products table")).contains("op.createTable(\"products\",");
        assertThat(terminal.autogen("check").exit()).isEqualTo(1);
        assertThat(terminal.ok("upgrade", "head")).startsWith("Ran 1 migration; the database is at ");
        assertThat(terminal.ok("check")).isEqualTo("Entities and database agree.\n");
        assertThat(terminal.ok("-m", "nothing")).startsWith("Entities and database agree; no migration is written.");

        Path product = shop.directory().resolve("src/main/java/com/example/shop/Product.java");
        String source = Files.readString(product);
        Files.writeString(product, source.replace("length = 50", "length = 64"));
        Terminal.Outcome drift = terminal.autogen("check");
        assertThat(drift.exit()).isEqualTo(1);
        assertThat(drift.out())
                .contains("~ column products.sku: varchar(50) -> varchar(64)")
                .contains("src/main/java/com/example/shop/Product.java:" + lineOf(source, "String sku;"));

        terminal.ok("-m", "longer sku");
        terminal.ok("upgrade", "head");
        terminal.ok("check");
        terminal.ok("downgrade", "-1");
        assertThat(terminal.ok("current")).contains("add products table".substring(1));
        terminal.ok("upgrade", "+1");
        terminal.ok("check");
        terminal.ok("downgrade", "base");
        assertThat(terminal.ok("current")).isEqualTo("base: no migration is applied\n");
        terminal.ok("upgrade", "head");
        terminal.ok("check");
    }

    private static int lineOf(String source, String text) {
        return (int) source.substring(0, source.indexOf(text)).lines().count();
    }
}
