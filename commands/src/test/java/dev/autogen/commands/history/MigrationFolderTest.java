package dev.autogen.commands.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.commands.config.MigrationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the headers of migrations tell without being compiled. */
class MigrationFolderTest {
    @TempDir
    private Path root;

    @Test
    void the_message_is_the_first_paragraph_of_the_javadoc_of_the_migration_and_of_nothing_else() throws IOException {
        assertThat(message("""
                /** The licence. */
                package migrations;

                /** About the import. */
                import dev.autogen.migration.*;

                /** About the helper. */
                class Helper {
                    /** About its field. */
                    int field;
                }

                // A remark.
                /**
                 * Add products table.
                 *
                 * Then the rest.
                 *
                 * @since today
                 */
                // Another.
                @Revision(id = "1")
                class M1 implements Migration {
                    /** About the body, which need not compile. */
                    Unknown unknown = new Missing();
                }
                """)).isEqualTo("Add products table");
    }

    @Test
    void a_migration_without_javadoc_is_called_by_its_name() throws IOException {
        assertThat(message("""
                package migrations;

                class Helper {
                    /** About its field. */
                    int field;
                }

                @Revision(id = "1")
                class M1 {}
                """)).isEqualTo("M1");
    }

    private String message(String source) throws IOException {
        Path directory = Files.createDirectories(root.resolve("migrations"));
        Files.writeString(directory.resolve("M1.java"), source);
        MigrationFolder folder = MigrationFolder.read(new MigrationSettings(List.of(root), List.of("migrations")));
        return folder.files().get(0).info().message();
    }
}
