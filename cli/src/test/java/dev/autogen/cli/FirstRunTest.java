package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.ShopProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first command of a newcomer: a clone, no database, {@code -m}. */
class FirstRunTest {
    private static final String SHOP = "5637e3fb98bb";

    @TempDir
    private Path directory;

    private ShopProject shop;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        shop = ShopProject.copyTo(directory.resolve("shop"));
        terminal = Terminal.in(shop.directory());
    }

    @Test
    void without_a_database_autogens_own_one_is_at_head_by_itself_and_keeps_its_data() throws IOException {
        Terminal.Outcome first = terminal.autogen("-m", "add products table");

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.err().lines().findFirst().orElseThrow()).startsWith("Database: embedded");
        MigrationClass products = MigrationClass.newest(shop.directory());
        Golden.file("shop/01-add-table.java").holds(products.timeless());
        assertThat(terminal.ok("current")).isEqualTo(SHOP + " (current), Create shop\n");

        assertThat(terminal.ok("upgrade", "head")).startsWith("Ran 1 migration;");
        assertThat(terminal.ok("check")).isEqualTo("Entities and database agree.\n");
        assertThat(shop.directory().resolve(".autogen")).isDirectory();

        another_branch_starts_anew(products);
    }

    private void another_branch_starts_anew(MigrationClass products) throws IOException {
        String former = products.id();
        Files.delete(products.file());

        Terminal.Outcome again = terminal.autogen("-m", "add products table");

        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.err()).contains("holds revisions of another branch; it starts anew");
        MigrationClass second = MigrationClass.newest(shop.directory());
        assertThat(second.id()).isNotEqualTo(former);
        Golden.file("shop/01-add-table.java").holds(second.timeless());
        terminal.ok("upgrade", "head");
        assertThat(terminal.ok("check")).isEqualTo("Entities and database agree.\n");

        an_edited_migration_starts_anew(second);
    }

    private void an_edited_migration_starts_anew(MigrationClass applied) throws IOException {
        String table = "op.createTable(";
        Files.writeString(
                applied.file(),
                Files.readString(applied.file())
                        .replace(table, "op.execute(\"create table more (id int)\"); " + table));

        Terminal.Outcome again = terminal.autogen("-m", "nothing else");

        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.err()).contains("In the embedded database, migration " + applied.id(), "; it starts anew");
        assertThat(terminal.ok("current", "-v")).contains(applied.id()).doesNotContain("edited: ");
    }

    @Test
    void a_ci_server_gets_no_database_of_autogens_own() {
        Terminal.Outcome outcome = terminal.with("CI", "true").autogen("check");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("DATABASE_URL");
        assertThat(shop.directory().resolve(".autogen")).doesNotExist();
    }
}
