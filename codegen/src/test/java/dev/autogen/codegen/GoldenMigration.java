package dev.autogen.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.migration.Migration;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.schema.operation.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A class below {@code src/test/java/golden} as it is expected to be written. The build compiles it like any other: with
 * Error Prone and every lint, where a warning fails. With {@code -Dautogen.golden=write} the file is written instead, to
 * be reviewed like any other change.
 *
 * @param draft what it says
 */
record GoldenMigration(MigrationDraft draft) {
    /** The package of all of them. */
    static final String PACKAGE = "golden";

    private static final Path FOLDER = Path.of("src/test/java", PACKAGE);
    private static final boolean WRITE = "write".equals(System.getProperty("autogen.golden"));

    static GoldenMigration of(MigrationDraft draft) {
        return new GoldenMigration(draft);
    }

    /** Demands that the file is written so, and that the class which was compiled from it does what the draft says. */
    void holds(MigrationFile written) throws IOException, ReflectiveOperationException {
        Path path = FOLDER.resolve(written.fileName());
        if (WRITE) {
            Files.createDirectories(FOLDER);
            Files.writeString(path, written.source());
        }
        assertThat(written.source()).as(path.toString()).isEqualTo(Files.readString(path));

        RecordedMigration compiled = WRITE
                ? CompiledMigration.of(written).recorded()
                : RecordedMigration.of(Class.forName(written.className())
                        .asSubclass(Migration.class)
                        .getConstructor()
                        .newInstance());
        assertThat(Step.operations(compiled.upgrade())).isEqualTo(recorded(draft.upgrade()));
        assertThat(Step.operations(compiled.downgrade())).isEqualTo(recorded(draft.downgrade()));
    }

    private static List<Operation> recorded(List<DraftStep> steps) {
        return steps.stream()
                .filter(NotedOperation.class::isInstance)
                .map(step -> ((NotedOperation) step).operation().asRecorded())
                .toList();
    }
}
