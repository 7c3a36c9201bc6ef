package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views and their like on a changed column, through the command line. */
class DependentsTest {
    private static final String HANGING = """
            select pg_get_viewdef(oid) || ' ' || coalesce(relacl::text, '') || coalesce(obj_description(oid), '')
              from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
            union all select indexdef from pg_indexes where tablename = 'name_counts'
            union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
            union all select p::text from pg_policies p
            order by 1
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
        database.execute(
                "create table thing (id bigint primary key, name varchar(100), note text)",
                """
                create view named_things with (security_barrier = true) as
                  select id, name from thing where name is not null
                """,
                """
                create materialized view name_counts as select name, count(*) as n from named_things group by name
                """,
                "create unique index name_counts_key on name_counts (name)",
                """
                create function audit() returns trigger language plpgsql as 'begin return new; end'
                """,
                """
                create trigger thing_audit before update of name on thing
                  for each row when (new.name is not null) execute function audit()
                """,
                "create policy visible on thing for select using (name <> 'hidden')",
                """
                create view other_things as select id from thing
                """,
                "grant select on named_things to public",
                "comment on view named_things is 'with a name'");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void entity(String columns) {
        project.type("""
                @Entity
                public class Thing {
                    @Id
                    Long id;
                    %s
                }
                """.formatted(columns));
    }

    @Test
    void what_goes_with_a_table_and_does_not_come_back_is_said_in_the_class() throws SQLException {
        entity("@Column(length = 100) String name;\n    @Column(columnDefinition = \"text\") String note;");
        database.execute(
                "create table old_thing (id bigint)",
                "create trigger old_audit before insert on old_thing for each row execute function audit()",
                "create policy old_policy on old_thing using (id > 0)",
                "grant select on old_thing to public");
        terminal.ok("-m", "no old things", "--allow-drops");
        assertThat(project.onlyMigration()).contains("""
                    // HAZARD data-loss: drops table old_thing (empty); downgrade does not bring back: trigger old_audit, policy
                    // old_policy, what PUBLIC may do
                    op.dropTable("old_thing");
                """);
    }

    @Test
    void what_hangs_on_a_column_makes_way_and_comes_back() throws SQLException {
        entity("String name;\n    @Column(columnDefinition = \"text\") String note;");
        List<String> before = database.query(HANGING);
        assertThat(terminal.autogen("check").out()).isEqualToIgnoringNewLines("""
                ~ column thing.name: varchar(100) -> varchar(255)  [src/main/java/app/Thing.java:9]
                1 difference between entities and database.
                """);
        assertThat(terminal.ok("diff")).isEqualTo("""
                - trigger thing.thing_audit  [src/main/java/app/Thing.java:6]
                - policy thing.visible  [src/main/java/app/Thing.java:6]
                - index name_counts_key
                - materialized view name_counts
                - view named_things
                ~ column thing.name: varchar(100) -> varchar(255)  [src/main/java/app/Thing.java:9]
                + view named_things
                + materialized view name_counts
                    HAZARD table-rewrite: computes materialized view name_counts anew
                + unique index name_counts_key
                + policy thing.visible  [src/main/java/app/Thing.java:6]
                + trigger thing.thing_audit  [src/main/java/app/Thing.java:6]
                1 difference between entities and database.
                """);
        assertThat(terminal.without("AUTOGEN_NO_PROOF")
                        .with("AUTOGEN_SCRATCH_URL", database.jdbcUrl())
                        .ok("-m", "longer names"))
                .contains("Proved on a scratch copy");
        assertThat(project.onlyMigration()).contains("""
                    op.dropView("named_things");

                    // Thing.java:9
                    op.alterColumn("thing", "name").type(varchar(255)); // was varchar(100)

                    op.createView("named_things",
                        \"""
                        SELECT id,
                            name
                           FROM thing
                          WHERE (name IS NOT NULL)\""")
                        .with("security_barrier", "true")
                        .grantToPublic("SELECT")
                        .comment("with a name");

                    // HAZARD table-rewrite: computes materialized view name_counts anew
                    op.createMaterializedView("name_counts",
                """);
        terminal.ok("upgrade", "head");
        assertThat(database.query(HANGING)).isEqualTo(before);
        assertThat(terminal.autogen("check").exit()).isZero();
        terminal.ok("downgrade", "base");
        assertThat(database.query(HANGING)).isEqualTo(before);
        terminal.ok("upgrade", "head");
        assertThat(terminal.autogen("check").exit()).isZero();
    }

    @Test
    void a_view_on_a_column_that_goes_is_listed_and_nothing_is_written() {
        entity("@Column(columnDefinition = \"text\") String note;");
        terminal.autogen("-m", "drop name", "--allow-drops")
                .fails(
                        2,
                        "view named_things hangs on thing.name: thing.name goes",
                        "policy visible on table thing hangs on thing.name",
                        "trigger thing_audit on table thing hangs on thing.name",
                        "CASCADE",
                        "autogen revision");
        assertThat(project.migrations()).isEmpty();
        assertThat(terminal.autogen("check", "--allow-drops").exit()).isEqualTo(1);
        assertThat(terminal.ok("diff", "--allow-drops"))
                .contains("- column thing.name", "note: view named_things hangs on thing.name");
    }

    @Test
    void a_change_on_which_nothing_hangs_leaves_everything_alone() {
        entity("@Column(length = 100) String name;\n    @Column(columnDefinition = \"varchar(10)\") String note;");
        assertThat(terminal.ok("diff")).doesNotContain("view");
    }
}
