package dev.autogen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.codegen.MigrationDraft;
import dev.autogen.codegen.MigrationFile;
import dev.autogen.codegen.MigrationWriter;
import dev.autogen.codegen.NotedOperation;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.hazard.Hazard;
import dev.autogen.differ.hazard.HazardContext;
import dev.autogen.differ.hazard.Hazards;
import dev.autogen.fixtures.StrictCompiler;
import dev.autogen.migration.Migration;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.schema.operation.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A difference written as a class, compiled as strictly as a user's build might do it, and recorded.
 *
 * @param source the class as a reviewer would see it
 * @param upgrade what the class asks for
 * @param downgrade what it asks for on the way back
 */
record WrittenMigration(String source, List<Operation> upgrade, List<Operation> downgrade) {
    private static final Instant CREATED = Instant.parse("2026-11-21T10:15:30Z");

    /** Demands that the class asks for exactly what it was written from. */
    static WrittenMigration of(SchemaDiff diff) {
        MigrationFile file = new MigrationWriter()
                .write(MigrationDraft.of("migrations", "3f2a9c1b7d4e", List.of(), CREATED, "case")
                        .withOperations(
                                noted(diff.upgrade()),
                                diff.downgrade().stream()
                                        .map(NotedOperation::of)
                                        .toList()));
        RecordedMigration recorded = RecordedMigration.of(compiled(file));
        WrittenMigration written =
                new WrittenMigration(file.source(), operations(recorded.upgrade()), operations(recorded.downgrade()));
        assertThat(written.upgrade)
                .as("recorded upgrade of%n%s", file.source())
                .isEqualTo(diff.upgrade().stream().map(Operation::asRecorded).toList());
        assertThat(written.downgrade)
                .as("recorded downgrade of%n%s", file.source())
                .isEqualTo(diff.downgrade().stream().map(Operation::asRecorded).toList());
        return written;
    }

    private static List<NotedOperation> noted(List<Operation> operations) {
        List<List<Hazard>> hazards = Hazards.in(HazardContext.UNKNOWN).ofTransaction(operations);
        return IntStream.range(0, operations.size())
                .mapToObj(i -> new NotedOperation(
                        operations.get(i),
                        hazards.get(i).stream().map(Hazard::toString).toList(),
                        List.of()))
                .toList();
    }

    private static List<Operation> operations(List<Step> steps) {
        return steps.stream().map(step -> ((Step.Run) step).operation()).toList();
    }

    static Migration compiled(MigrationFile file) {
        try {
            return StrictCompiler.compile(Map.of(file.className(), file.source()))
                    .loadClass(file.className())
                    .asSubclass(Migration.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(file.source(), e);
        }
    }
}
