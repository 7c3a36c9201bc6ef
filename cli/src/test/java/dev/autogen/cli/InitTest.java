package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.DatabaseListing;
import dev.autogen.fixtures.ListingOptions;
import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.ShopProject;
import dev.autogen.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start on a database that was there before autogen. */
class InitTest {
    @TempDir
    private Path directory;

    private TestDatabase database;
    private ShopProject shop;
    private Terminal terminal;

    /** A database in which the shop has lived so far, with tables beside that its entities do not know. */
    @BeforeEach
    void prepare() throws IOException, SQLException {
        database = PostgresForTests.freshDatabase();
        shop = ShopProject.copyTo(directory.resolve("shop"));
        terminal = Terminal.in(shop.directory()).on(database);
        terminal.ok("upgrade", "head");
        database.execute("DROP TABLE autogen_version, autogen_history, autogen_progress", """
                CREATE TYPE mood AS ENUM ('happy', 'sad');
                CREATE SEQUENCE invoice_numbers START 1000;
                CREATE TABLE legacy_invoices (
                    number bigint PRIMARY KEY DEFAULT nextval('invoice_numbers'),
                    mood mood NOT NULL DEFAULT 'happy',
                    total numeric(10, 2) CHECK (total >= 0));
                CREATE INDEX legacy_open ON legacy_invoices (round(total)) WHERE total > 0;
                COMMENT ON TABLE legacy_invoices IS 'before the shop';
                CREATE VIEW open_invoices AS SELECT * FROM legacy_invoices WHERE total > 0;
                INSERT INTO companies (name) VALUES ('Acme')
                """);
        for (MigrationClass migration : MigrationClass.of(shop.directory())) {
            Files.delete(migration.file());
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_baseline_describes_what_is_there_and_the_database_is_stamped_with_it() {
        String printed = terminal.ok("init");

        assertThat(printed).contains("Wrote ", "The database is stamped with the baseline: it is not run there.");
        assertThat(shop.directory().resolve("autogen.properties")).exists();
        MigrationClass baseline = MigrationClass.newest(shop.directory());
        Golden.file("init/baseline.java").holds(baseline.timeless());
        assertThat(terminal.ok("current")).isEqualTo(baseline.id() + " (head, baseline, current), Baseline\n");
        assertThat(terminal.ok("init")).contains("is there already", "There are migrations already");
    }

    @Test
    void nothing_of_a_baseline_is_ever_dropped_because_entities_do_not_know_it() throws IOException {
        terminal.ok("init");

        assertThat(terminal.autogen("check").out())
                .startsWith("+ table products (6 columns)")
                .doesNotContain("\n- ");
        terminal.ok("-m", "add products table");
        Golden.file("shop/01-add-table.java")
                .holds(MigrationClass.newest(shop.directory()).timeless());
        terminal.ok("upgrade", "head");
        assertThat(terminal.ok("check"))
                .endsWith("Entities and database agree.\n")
                .doesNotContain("\n- ");

        Path company = shop.directory().resolve("src/main/java/com/example/shop/Company.java");
        Files.writeString(
                company,
                Files.readString(company)
                        .replaceAll(
                                "(?s)    @Column\\(name = \"fax\".*?String fax;\n",
                                "    private transient String fax;\n"));
        assertThat(terminal.ok("check"))
                .contains(
                        "note: column fax of companies is kept: the model does not know it and no migration created it");
        assertThat(terminal.autogen("check", "--strict").exit()).isEqualTo(1);
    }

    @Test
    void a_baseline_makes_the_same_database_elsewhere() throws SQLException {
        terminal.ok("init");
        database.execute("DROP VIEW open_invoices");
        try (TestDatabase other = PostgresForTests.freshDatabase()) {
            Terminal there = terminal.on(other);
            there.ok("upgrade", "head");

            ListingOptions options = ListingOptions.defaults().excluding("autogen");
            assertThat(DatabaseListing.of(other, options)).isEqualTo(DatabaseListing.of(database, options));

            there.ok("downgrade", "base");
            assertThat(other.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                            + " AND relkind IN ('r', 'S') AND relname NOT LIKE 'autogen%'"))
                    .isEmpty();
        }
    }

    @Test
    void what_was_there_before_autogen_is_not_taken_down() throws SQLException {
        terminal.ok("init");
        String baseline = MigrationClass.newest(shop.directory()).id();
        terminal.ok("-m", "add products table");
        terminal.ok("upgrade", "head");

        Terminal.Outcome base = terminal.autogen("downgrade", "base");

        assertThat(base.exit()).isEqualTo(5);
        assertThat(base.err()).contains("`autogen downgrade " + baseline + "`");
        assertThat(terminal.ok("current")).contains("Add products table");
        terminal.ok("downgrade", baseline);
        assertThat(terminal.autogen("downgrade", "-1").exit()).isEqualTo(5);
        assertThat(database.query("SELECT name FROM companies")).containsExactly("Acme");
    }
}
