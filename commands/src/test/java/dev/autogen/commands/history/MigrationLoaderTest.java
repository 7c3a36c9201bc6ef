package dev.autogen.commands.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.commands.config.ConfigurationException;
import dev.autogen.commands.config.MigrationSettings;
import dev.autogen.migration.Migration;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Recorder;
import dev.autogen.migration.Step;
import dev.autogen.schema.operation.ExecuteSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations are compiled when they or what they use changed, and only then. */
class MigrationLoaderTest {
    @TempDir
    private Path project;

    private List<Path> classPath = List.of();

    @BeforeEach
    void two_migrations() throws IOException {
        migration("M1", "\"one\"");
        migration("M2", "\"two\"");
    }

    private void source(String name, String text) throws IOException {
        Path file = project.resolve("src/migrations").resolve(name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void migration(String name, String sql) throws IOException {
        source(name, """
                package migrations;
                import dev.autogen.migration.*;
                @Revision(id = "%1$s")
                public final class %1$s implements Migration {
                    @Override public void upgrade(Operations op) { op.execute(%2$s); }
                    @Override public void downgrade(Operations op) {}
                }
                """.formatted(name, sql));
    }

    private List<String> statements() {
        List<String> statements = new ArrayList<>();
        new MigrationLoader(project, () -> classPath).load(folder()).forEach(loaded -> {
            for (Step step : Recorder.record(loaded.migration()::upgrade)) {
                statements.add(((ExecuteSql) ((Step.Run) step).operation()).sql());
            }
        });
        return statements;
    }

    @Test
    void a_migration_s_sql_files_are_beside_it_or_among_the_resources_and_are_never_kept() throws IOException {
        source("M1", """
                package migrations;
                import dev.autogen.migration.*;
                @Revision(id = "M1")
                public final class M1 implements Migration {
                    @Override public void upgrade(Operations op) {
                        op.sqlFile("beside.sql");
                        op.sqlFile("/migrations/resource.sql");
                    }
                    @Override public void downgrade(Operations op) {}
                }
                """);
        Path resources = Files.createDirectories(project.resolve("resources/migrations"));
        Files.writeString(resources.resolve("resource.sql"), "a");
        for (String text : List.of("b", "c")) {
            Files.writeString(project.resolve("src/migrations/beside.sql"), text);
            Migration migration = new MigrationLoader(project, () -> classPath)
                    .load(folder())
                    .get(0)
                    .migration();
            assertThat(Step.operations(RecordedMigration.of(migration).upgrade()))
                    .containsExactly(new ExecuteSql(text, List.of()), new ExecuteSql("a", List.of()));
        }
    }

    private MigrationFolder folder() {
        return MigrationFolder.read(new MigrationSettings(List.of(project.resolve("src")), List.of("migrations")));
    }

    private Path kept() {
        return project.resolve(".autogen/classes.zip");
    }

    /** A time that tells whether the file was written since. */
    private FileTime aged() throws IOException {
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(kept(), old);
        return old;
    }

    @Test
    void nothing_is_compiled_when_nothing_changed() throws IOException {
        assertThat(statements()).containsExactly("one", "two");
        FileTime old = aged();
        assertThat(statements()).containsExactly("one", "two");
        assertThat(Files.getLastModifiedTime(kept())).isEqualTo(old);
    }

    @Test
    void an_edited_migration_is_compiled_anew_and_a_removed_one_forgotten() throws IOException {
        statements();
        migration("M1", "\"three\"");
        assertThat(statements()).containsExactly("three", "two");
        Files.delete(project.resolve("src/migrations/M2.java"));
        assertThat(statements()).containsExactly("three");
    }

    @Test
    void what_a_migration_takes_from_another_file_counts_as_its_own_text() throws IOException {
        source("Names", "package migrations; final class Names { static final String FIRST = Words.ALPHA; }");
        source("Words", "package migrations; final class Words { static final String ALPHA = \"alpha\"; }");
        migration("M1", "Names.FIRST");
        assertThat(statements()).containsExactly("alpha", "two");
        source("Words", "package migrations; final class Words { static final String ALPHA = \"beta\"; }");
        assertThat(statements()).containsExactly("beta", "two");
    }

    @Test
    void a_new_migration_may_use_a_type_that_has_not_the_name_of_its_file() throws IOException {
        source(
                "Names",
                "package migrations; final class Names {} final class Other { static final String A = \"a\"; }");
        statements();
        migration("M3", "Other.A");
        assertThat(statements()).containsExactly("one", "two", "a");
        source(
                "Names",
                "package migrations; final class Names {} final class Other { static final String A = \"b\"; }");
        assertThat(statements()).containsExactly("one", "two", "b");
    }

    @Test
    void a_migration_that_uses_what_is_gone_does_not_compile() throws IOException {
        source("Names", "package migrations; final class Names { static final String FIRST = \"first\"; }");
        migration("M1", "Names.FIRST");
        statements();
        Files.delete(project.resolve("src/migrations/Names.java"));
        assertThatThrownBy(this::statements)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("M1.java:5: cannot find symbol");
    }

    @Test
    void a_damaged_file_of_classes_is_made_anew() throws IOException {
        statements();
        byte[] bytes = Files.readAllBytes(kept());
        bytes[bytes.length / 3] ^= 0x55;
        Files.write(kept(), bytes);
        assertThat(statements()).containsExactly("one", "two");
        Files.writeString(kept(), "nonsense");
        assertThat(statements()).containsExactly("one", "two");
    }

    @Test
    void another_class_path_makes_anew_what_was_compiled_against_it() throws IOException {
        classPath = List.of(library("\"library\""));
        migration("M1", "lib.Library.TEXT");
        assertThat(statements()).containsExactly("library", "two");
        FileTime old = aged();
        assertThat(statements()).containsExactly("library", "two");
        assertThat(Files.getLastModifiedTime(kept())).isEqualTo(old);
        library("\"another library\"");
        assertThat(statements()).containsExactly("another library", "two");
    }

    private Path library(String text) throws IOException {
        Path directory = project.resolve("library");
        Path source = directory.resolve("lib/Library.java");
        Files.createDirectories(source.getParent());
        Files.writeString(
                source, "package lib; public class Library { public static final String TEXT = " + text + "; }");
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
                .isZero();
        return directory;
    }

    @Test
    void a_class_path_that_cannot_be_found_out_does_not_hide_what_the_compiler_says() throws IOException {
        migration("M1", "missing()");
        MigrationLoader loader = new MigrationLoader(project, () -> {
            throw new ConfigurationException("Maven is not here. Install it.");
        });
        assertThatThrownBy(() -> loader.load(folder()))
                .isInstanceOf(MigrationException.class)
                .hasMessageMatching("(?s)The migrations do not compile:\n.*M1.java:5: cannot find symbol.*"
                        + "They may need the project's class path. Maven is not here. Install it\\.");
    }

    @Test
    void a_project_that_cannot_be_written_to_is_compiled_each_time() throws IOException {
        Files.writeString(project.resolve(".autogen"), "a file where the directory would be");
        assertThat(statements()).containsExactly("one", "two");
        assertThat(statements().stream().collect(Collectors.joining())).isEqualTo("onetwo");
    }
}
