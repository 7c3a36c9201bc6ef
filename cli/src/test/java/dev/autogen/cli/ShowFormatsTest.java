package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code show} tells of a migration besides its source; no database is asked. */
class ShowFormatsTest {
    @TempDir
    private Path directory;

    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        project = new SmallProject(directory);
        terminal = Terminal.in(directory);
        project.migration(
                "a",
                List.of(),
                "op.createTable(\"authors\", column(\"id\", bigint()).notNull(), primaryKey(\"authors_pkey\", \"id\"));"
                        + "op.createTable(\"books\", column(\"id\", bigint()), column(\"price\", numeric(8, 2)),"
                        + " column(\"pk\", text()));",
                "op.dropTable(\"books\"); op.dropTable(\"authors\");");
        project.migration(
                "b",
                List.of("a"),
                "op.addColumn(\"books\", column(\"author id\", bigint()).notNull());"
                        + "op.alterColumn(\"books\", \"price\").type(numeric(10, 2)).notNull();"
                        + "op.createForeignKey(\"fk\", \"books\", \"author id\").references(\"authors\", \"id\");"
                        + "op.dropColumn(\"books\", \"pk\");",
                "op.execute(\"select 1\");");
    }

    @Test
    void markdown_shows_the_touched_tables_before_and_after() {
        assertThat(terminal.ok("show", "b", "--format", "markdown")).isEqualTo("""
                ### Makes b

                `b` on `a`, `src/main/java/migrations/M_b.java`

                | upgrade | hazards |
                | --- | --- |
                | `+ column books.author id (bigint not null)` | **required-column** fails if books holds rows: author id is not null \
                and has no default |
                | `~ column books.price: type numeric(10,2); not null` | **may-fail** fails if books.price holds nulls: fill them \
                in first<br>**long-lock** checks every row of books while nobody can read or write it |
                | `+ foreign key books.fk` | **may-fail** fk fails if books holds rows without their counterpart in \
                authors<br>**long-lock** checks every row of books while nobody can write to it or to authors\
                <br>**unindexed-foreign-key** no index of books begins with author id: each delete from authors reads \
                all of it |
                | `- column books.pk` | **data-loss** drops books.pk |

                | downgrade |
                | --- |
                | `~ sql select 1` |

                Before:

                ```mermaid
                erDiagram
                    "books" {
                        bigint id
                        numeric(8_2) price
                        text pk_ "goes"
                    }
                ```

                After:

                ```mermaid
                erDiagram
                    "books" {
                        bigint id
                        numeric(10_2) price "was numeric(8,2) nullable"
                        bigint author_id FK "new"
                    }
                    "authors" ||--o{ "books" : "fk"
                ```
                """);
    }

    @Test
    void markdown_tells_backfills_and_what_an_author_accepts() {
        project.write("src/main/java/migrations/M_c.java", """
                package migrations;
                import dev.autogen.migration.*;
                import static dev.autogen.migration.Elements.*;

                @Revision(id = "c", revises = "b")
                @Accept(value = "data-loss", on = "books.id", because = "a|b")
                public final class M_c implements Migration {
                    @Override public void upgrade(Operations op) {
                        op.backfill("books", "isbn", "'-'").inBatches("id");
                        op.backfill("books", "pages", todo("how many are there?"));
                        op.batch("books", "id").set("price", "price + 1").where("price < 5");
                        op.dropColumn("books", "id");
                        op.autocommit(() -> op.createIndex("ix", "books", "price").concurrently());
                    }
                }
                """);

        assertThat(terminal.ok("show", "c", "--format", "markdown")).contains("""
                | upgrade | hazards |
                | --- | --- |
                | `~ backfill books.isbn with '-'` |  |
                | `~ backfill books.pages: how many are there?` | **open-backfill** books.pages is not filled where \
                there are rows: how many are there? |
                | `~ rows of books in batches: price = price + 1` |  |
                | `- column books.id` | **data-loss** drops books.id *accepted: a\\|b* |
                | `+ index ix, outside of a transaction` |  |
                """);
    }

    @Test
    void what_an_author_does_in_sql_is_said_to_be_missing_from_diagrams() {
        project.migration("c", List.of("b"), "op.execute(\"select 1\"); op.dropTable(\"books\");", "");

        assertThat(terminal.ok("show", "c", "--format", "markdown"))
                .contains("""
                | downgrade |
                | --- |
                | nothing |

                Before:
                """)
                .endsWith("""
                ```

                > What SQL or Java code of an author does to tables is not in the diagrams.
                """);
    }

    @Test
    void sql_is_the_script_of_that_migration_alone() {
        String script = terminal.ok("show", "b", "--format", "sql");

        assertThat(script).isEqualTo(terminal.ok("upgrade", "a:b", "--sql"));
        assertThat(terminal.ok("show", "a", "--format", "sql")).isEqualTo(terminal.ok("upgrade", ":a", "--sql"));
    }

    @Test
    void the_script_of_a_merge_runs_neither_of_its_branches() {
        project.migration("c", "a");
        project.migration("m", List.of("b", "c"), "op.execute(\"select 'merged'\");", "");

        String script = terminal.ok("show", "m", "--format", "sql");

        assertThat(script).contains("select 'merged'").doesNotContain("public.t_c");
    }

    @Test
    void a_format_that_is_none_is_refused() {
        terminal.autogen("show", "b", "--format", "pdf").fails(2, "pdf");
    }
}
