package dev.autogen.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.codegen.MigrationDraft;
import dev.autogen.codegen.MigrationFile;
import dev.autogen.codegen.MigrationWriter;
import dev.autogen.codegen.NotedOperation;
import dev.autogen.differ.Change;
import dev.autogen.differ.Hazard;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.migration.Migration;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.schema.operation.Operation;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A difference written as a class, compiled as strictly as a user's build might do it, and recorded.
 *
 * @param source the class as a reviewer would see it
 * @param upgrade what the class asks for
 * @param downgrade what it asks for on the way back
 */
record WrittenMigration(String source, List<Operation> upgrade, List<Operation> downgrade) {
    private static final Instant CREATED = Instant.parse("2026-11-21T10:15:30Z");
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** One a thread for all cases: opening the class path takes longer than compiling a migration. */
    private static final ThreadLocal<JavaFileManager> CLASS_PATH =
            ThreadLocal.withInitial(() -> COMPILER.getStandardFileManager(null, null, UTF_8));

    /** Demands that the class asks for exactly what it was written from. */
    static WrittenMigration of(SchemaDiff diff) {
        MigrationFile file = new MigrationWriter()
                .write(MigrationDraft.of("migrations", "3f2a9c1b7d4e", List.of(), CREATED, "case")
                        .withOperations(
                                diff.steps().stream()
                                        .map(WrittenMigration::noted)
                                        .toList(),
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

    private static NotedOperation noted(Change change) {
        return new NotedOperation(
                change.operation(),
                change.hazards().stream().map(Hazard::toString).toList(),
                List.of());
    }

    private static List<Operation> operations(List<Step> steps) {
        return steps.stream().map(step -> ((Step.Run) step).operation()).toList();
    }

    private static Migration compiled(MigrationFile file) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Map<String, ByteArrayOutputStream> classes = new TreeMap<>();
        boolean compiled = COMPILER.getTask(
                        null,
                        new InMemory(CLASS_PATH.get(), classes),
                        diagnostics,
                        List.of("-Xlint:all", "-Werror", "-proc:none"),
                        null,
                        List.of(new Source(file)))
                .call();
        assertThat(compiled)
                .as("%s%n%s", diagnostics.getDiagnostics(), file.source())
                .isTrue();
        try {
            return new Loader(classes)
                    .loadClass(file.className())
                    .asSubclass(Migration.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(file.source(), e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(MigrationFile file) {
            super(URI.create("memory:///" + file.className().replace('.', '/') + ".java"), Kind.SOURCE);
            text = file.source();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes;

        InMemory(JavaFileManager standard, Map<String, ByteArrayOutputStream> classes) {
            super(standard);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(className, name -> new ByteArrayOutputStream());
                }
            };
        }

        @Override
        public void close() {
            // The class path stays open for the next.
        }
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, ByteArrayOutputStream> classes;

        Loader(Map<String, ByteArrayOutputStream> classes) {
            super(Migration.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            ByteArrayOutputStream bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes.toByteArray(), 0, bytes.size());
        }
    }
}
