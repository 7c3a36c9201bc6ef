package dev.autogen.migration.run;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Elements.primaryKey;
import static dev.autogen.migration.Elements.row;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.text;
import static dev.autogen.migration.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.DatabaseListing;
import dev.autogen.fixtures.ListingOptions;
import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.Psql;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.Operations;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final LoadedMigration USERS = migration(
            RevisionInfo.of("a1"),
            op -> {
                op.createTable(
                        "users",
                        column("id", bigint()).notNull().generatedByDefault(),
                        column("name", varchar(50)),
                        primaryKey("users_pkey", "id"));
                op.bulkInsert("users", List.of("name"), row("O'Brien \\ $1 ? :name"), row((Object) null));
            },
            op -> op.dropTable("users"));
    private static final LoadedMigration INDEX = migration(
            RevisionInfo.of("b1", "a1"),
            op -> {
                op.addColumn("users", column("email", text()));
                op.createIndex("ix_users_email", "users", "email").concurrently();
                op.execute("update users set email = 'x' where name is null");
            },
            op -> op.dropColumn("users", "email"));
    private static final LoadedMigration BATCHES = migration(
            RevisionInfo.of("c1", "b1"),
            op -> op.batch("users", "id")
                    .set("email", "coalesce(email, '') || id")
                    .size(1),
            op -> op.execute("update users set email = null"));
    private static final LoadedMigration LEFT = migration(
            RevisionInfo.of("l1", "a1"), op -> op.createEnum("mood", "sad", "it's"), op -> op.dropEnum("mood"));
    private static final LoadedMigration MERGE = migration(RevisionInfo.of("m1", "c1", "l1"), op -> {}, op -> {});

    private TestDatabase run;
    private TestDatabase scripted;

    @BeforeEach
    void createDatabases() {
        run = PostgresForTests.freshDatabase();
        scripted = PostgresForTests.freshDatabase();
    }

    @AfterEach
    void dropDatabases() {
        run.close();
        scripted.close();
    }

    @Test
    void a_script_leaves_what_the_runner_leaves_up_and_down() throws SQLException {
        for (ScriptOptions options : List.of(ScriptOptions.PLAIN, new ScriptOptions(true, false, false))) {
            migrator(run).upgrade("head");
            String up = script("base:head", Direction.UPGRADE, options);
            Psql.run(up, scripted);
            same();
            migrator(run).downgrade("base");
            String down = script("head:base", Direction.DOWNGRADE, options);
            Psql.run(down, scripted);
            same();
        }
    }

    private void same() throws SQLException {
        ListingOptions options = ListingOptions.defaults().withColumnPositions().withExactChecks();
        assertThat(DatabaseListing.of(scripted, options)).isEqualTo(DatabaseListing.of(run, options));
        for (String query : List.of(
                "select * from autogen_version order by 1",
                "select revision, action, run_by, run_from, checksum, tool_version from autogen_history order by id",
                "select * from autogen_progress")) {
            assertThat(scripted.query(query)).isEqualTo(run.query(query));
        }
    }

    private String script(String range, Direction direction, ScriptOptions options) throws SQLException {
        return migrator(scripted)
                .script(new ScriptRange(range), direction, options)
                .text();
    }

    private static Migrator migrator(TestDatabase database) {
        return Migrator.forConnections(database::connect).migrations(List.of(USERS, INDEX, BATCHES, LEFT, MERGE));
    }

    private static LoadedMigration migration(RevisionInfo info, Consumer<Operations> up, Consumer<Operations> down) {
        return new LoadedMigration(info, new Migration() {
            @Override
            public void upgrade(Operations op) {
                up.accept(op);
            }

            @Override
            public void downgrade(Operations op) {
                down.accept(op);
            }
        });
    }
}
