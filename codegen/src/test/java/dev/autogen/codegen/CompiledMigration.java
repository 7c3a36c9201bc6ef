package dev.autogen.codegen;

import dev.autogen.fixtures.StrictCompiler;
import dev.autogen.migration.Migration;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.schema.operation.Operation;
import java.util.List;
import java.util.Map;

/** A migration's source compiled in memory, as strictly as a user's build might do it, and recorded. */
record CompiledMigration(RecordedMigration recorded) {

    static CompiledMigration of(MigrationFile file) throws ReflectiveOperationException {
        Class<?> type =
                StrictCompiler.compile(Map.of(file.className(), file.source())).loadClass(file.className());
        return new CompiledMigration(
                RecordedMigration.of((Migration) type.getConstructor().newInstance()));
    }

    List<Operation> upgrade() {
        return operations(recorded.upgrade());
    }

    List<Operation> downgrade() {
        return operations(recorded.downgrade());
    }

    private static List<Operation> operations(List<Step> steps) {
        return steps.stream().map(step -> ((Step.Run) step).operation()).toList();
    }
}
