package dev.autogen.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.samples.good.M20261121101530_AddProductsTable;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a migrator makes of the classes of an application. */
class ClassPathTest {
    private static final String SAMPLES = "dev.autogen.migration.samples.";

    private final Migrator migrator = Migrator.forConnections(() -> {
        throw new AssertionError("no database is needed");
    });

    @Test
    void migrations_of_a_package_and_those_below_are_found_and_nothing_else_is_initialised() {
        List<RevisionInfo> found = migrator.migrations(SAMPLES + "good").graph().revisions();

        assertThat(found.stream().map(RevisionInfo::id)).containsExactly("a1", "b2", "c3");
        assertThat(found.get(0).created()).isEqualTo(Instant.parse("2026-11-21T10:15:30Z"));
        assertThat(found.get(0).labels()).containsExactly("shop");
        assertThat(found.get(0).source()).isEqualTo(SAMPLES + "good.M20261121101530_AddProductsTable");
    }

    @Test
    void the_message_is_what_the_class_name_was_made_of() {
        assertThat(migrator.migrations(SAMPLES + "good").graph().revisions().stream()
                        .map(RevisionInfo::message))
                .containsExactly("Add products table", "Use http URL of V2 api", "Add indexes");
    }

    @Test
    void migrations_can_be_named_one_by_one() {
        assertThat(migrator.migrations(new M20261121101530_AddProductsTable())
                        .graph()
                        .heads())
                .extracting(RevisionInfo::id)
                .containsExactly("a1");
        assertThatThrownBy(() -> migrator.migrations((Migration) op -> {}))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("does not carry @Revision");
    }

    @Test
    void a_package_without_migrations_is_not_taken_for_an_empty_history() {
        assertThatThrownBy(() -> migrator.migrations(SAMPLES + "god"))
                .isInstanceOf(RevisionException.class)
                .hasMessage("No class in the package dev.autogen.migration.samples.god or below carries @Revision, so"
                        + " there is no migration to run. Correct the name of the package, or see that the module with"
                        + " the migrations is part of the application.");
    }

    @Test
    void a_class_that_is_no_migration_or_cannot_be_made_is_named() {
        assertThatThrownBy(() -> migrator.migrations(SAMPLES + "bad"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining(SAMPLES + "bad.NoMigration carries @Revision but does not implement");
        assertThatThrownBy(() -> migrator.migrations(SAMPLES + "stubborn"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining(
                        "stubborn.Throwing cannot be made: java.lang.IllegalStateException: no configuration");
        assertThatThrownBy(() -> migrator.migrations(SAMPLES + "untimely"))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("is not a time such as 2026-11-21T10:15:30Z: yesterday");
    }
}
