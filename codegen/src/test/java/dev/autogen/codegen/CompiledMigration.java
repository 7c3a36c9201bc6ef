package dev.autogen.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.migration.Migration;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.schema.operation.Operation;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A migration's source compiled in memory, as strictly as a user's build might do it, and recorded. */
record CompiledMigration(RecordedMigration recorded) {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** One for all tests: opening the class path takes longer than compiling a migration. */
    private static final JavaFileManager CLASS_PATH = COMPILER.getStandardFileManager(null, null, UTF_8);

    static CompiledMigration of(MigrationFile file) throws ReflectiveOperationException {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        boolean compiled = COMPILER.getTask(
                        null,
                        new InMemory(CLASS_PATH, classes),
                        diagnostics,
                        List.of("-Xlint:all", "-Werror", "--release", "17", "-proc:none"),
                        null,
                        List.of(new Source(file)))
                .call();
        assertThat(compiled)
                .as("%s%n%s", diagnostics.getDiagnostics(), file.source())
                .isTrue();
        Class<?> type = new Loader(classes).loadClass(file.className());
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
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, ByteArrayOutputStream> classes;

        Loader(Map<String, ByteArrayOutputStream> classes) {
            super(Migration.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (!classes.containsKey(name)) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = classes.get(name).toByteArray();
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
