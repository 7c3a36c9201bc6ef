package dev.autogen.conformance.laws;

import static java.util.stream.Collectors.toMap;

import dev.autogen.codegen.MigrationDraft;
import dev.autogen.codegen.MigrationFile;
import dev.autogen.codegen.MigrationWriter;
import dev.autogen.codegen.NotedOperation;
import dev.autogen.fixtures.StrictCompiler;
import dev.autogen.migration.Migration;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.schema.operation.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The law of sources: what is printed, compiled and recorded is what was there. Many at once, which javac likes. */
final class Sources {
    private static final Instant CREATED = Instant.parse("2026-11-21T10:15:30Z");

    private Sources() {}

    /** Demands the law of each. */
    static void hold(List<WrittenDiff> diffs) throws ReflectiveOperationException {
        List<MigrationFile> files = new ArrayList<>();
        for (int i = 0; i < diffs.size(); i++) {
            files.add(written(i, diffs.get(i)));
        }
        ClassLoader loader =
                StrictCompiler.compile(files.stream().collect(toMap(MigrationFile::className, MigrationFile::source)));
        for (int i = 0; i < diffs.size(); i++) {
            Migration migration = (Migration)
                    loader.loadClass(files.get(i).className()).getConstructor().newInstance();
            RecordedMigration recorded = RecordedMigration.of(migration);
            demandSame("upgrade", diffs.get(i), diffs.get(i).upgrade(), recorded.upgrade(), files.get(i));
            demandSame("downgrade", diffs.get(i), diffs.get(i).downgrade(), recorded.downgrade(), files.get(i));
        }
    }

    private static MigrationFile written(int number, WrittenDiff diff) {
        MigrationDraft draft = MigrationDraft.of("laws", "%012x".formatted(number), List.of(), CREATED, "pair")
                .withClassName("Pair" + number)
                .withOperations(noted(diff.upgrade()), noted(diff.downgrade()));
        try {
            return new MigrationWriter().write(draft);
        } catch (IllegalArgumentException unwritable) {
            throw new LawViolation(
                    "every difference can be written as source", "seed " + diff.seed() + ": " + unwritable, unwritable);
        }
    }

    private static List<NotedOperation> noted(List<Operation> operations) {
        return operations.stream().map(NotedOperation::of).toList();
    }

    private static void demandSame(
            String direction, WrittenDiff diff, List<Operation> expected, List<Step> recorded, MigrationFile file) {
        List<Operation> actual =
                recorded.stream().map(step -> ((Step.Run) step).operation()).toList();
        if (!actual.equals(expected.stream().map(Operation::asRecorded).toList())
                || !Ddl.of("public", actual).equals(Ddl.of("public", expected))) {
            throw new LawViolation(
                    "the " + direction + " that is recorded is the one that was written",
                    "seed " + diff.seed() + "\nwritten:  " + expected + "\nrecorded: " + actual + "\n" + file.source());
        }
    }
}
