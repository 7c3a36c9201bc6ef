package dev.autogen.commands.proof;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Elements.primaryKey;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.commands.Progress;
import dev.autogen.commands.Sides;
import dev.autogen.commands.Workspace;
import dev.autogen.commands.config.GivenOptions;
import dev.autogen.commands.config.Option;
import dev.autogen.commands.config.Settings;
import dev.autogen.commands.config.Surroundings;
import dev.autogen.commands.database.Database;
import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.introspector.Scope;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.RunOptions;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Identity;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProverTest {
    private static final Table USERS = Table.of(
                    QualifiedName.of("users"),
                    List.of(
                            Column.of("id", DataType.of("bigint")).notNull().withIdentity(Identity.byDefault()),
                            Column.of("name", DataType.of("varchar", 50))))
            .withConstraints(List.of(PrimaryKey.of("users_pkey", List.of("id"))));

    @TempDir
    private Path directory;

    private TestDatabase database;

    @BeforeEach
    void createDatabase() {
        database = PostgresForTests.freshDatabase();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void a_migration_that_does_what_it_claims_is_proved() {
        assertThat(prove(ProverTest::createUsers, op -> op.dropTable("users")).outcome())
                .isEqualTo(Proof.Outcome.PROVED);
    }

    @Test
    void a_migration_that_misses_something_fails_with_the_difference() {
        Proof proof = prove(
                op -> op.createTable("users", column("id", bigint()).notNull(), primaryKey("users_pkey", "id")),
                op -> op.dropTable("users"));
        assertThat(proof.outcome()).isEqualTo(Proof.Outcome.FAILED);
        assertThat(proof.message())
                .startsWith("proof failed: after upgrade, entities and database differ:")
                .contains("+ column users.name");
    }

    @Test
    void a_way_back_that_leaves_something_behind_fails_with_the_difference() {
        Proof proof = prove(
                op -> {
                    createUsers(op);
                    op.createSequence("left_over");
                },
                op -> op.dropTable("users"));
        assertThat(proof.message())
                .startsWith("proof failed: downgrade does not give back what was there:")
                .contains("- sequence left_over");
    }

    @Test
    void a_migration_that_does_not_run_fails_with_its_statement() {
        Proof proof = prove(op -> op.dropTable("nowhere"), op -> {});
        assertThat(proof.outcome()).isEqualTo(Proof.Outcome.FAILED);
        assertThat(proof.message()).contains("DROP TABLE public.nowhere").contains("does not exist");
    }

    private static void createUsers(Operations op) {
        op.createTable(
                "users",
                column("id", bigint()).notNull().generatedByDefault(),
                column("name", varchar(50)),
                primaryKey("users_pkey", "id"));
    }

    private Proof prove(Consumer<Operations> up, Consumer<Operations> down) {
        Settings settings = Settings.resolve(
                GivenOptions.none().with(Option.URL, database.jdbcUrl()).with(Option.SCRATCH_URL, database.jdbcUrl()),
                new Surroundings(Map.of(), Map.of(), directory));
        Workspace workspace = new Workspace(settings, new Surroundings(Map.of(), Map.of(), directory), Progress.SILENT);
        Catalog desired = Catalog.of(USERS);
        SchemaDiff diff = new SchemaDiffer().diff(desired, Catalog.EMPTY, DiffOptions.ENTITIES);
        Obligation obligation = new Obligation(
                Sides.ENTITIES,
                Catalog.EMPTY,
                desired,
                diff,
                DiffOptions.ENTITIES,
                Scope.of("public"),
                RunOptions.inSchema("public"));
        try (Database open = Database.open(workspace)) {
            return new Prover(obligation, List.of(migration(up, down))).prove(open, settings.scratchDatabase());
        }
    }

    private static LoadedMigration migration(Consumer<Operations> up, Consumer<Operations> down) {
        return new LoadedMigration(RevisionInfo.of("b1", "a1"), new Migration() {
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
