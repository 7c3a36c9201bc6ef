package dev.autogen.conformance.laws;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autogen.codegen.MigrationDraft;
import dev.autogen.codegen.MigrationFile;
import dev.autogen.codegen.MigrationWriter;
import dev.autogen.codegen.NotedOperation;
import dev.autogen.migration.Migration;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.schema.operation.Operation;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
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

/** The law of sources: what is printed, compiled and recorded is what was there. Many at once, which javac likes. */
final class Sources {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final JavaFileManager CLASS_PATH = COMPILER.getStandardFileManager(null, null, UTF_8);
    private static final Instant CREATED = Instant.parse("2026-11-21T10:15:30Z");

    private Sources() {}

    /** Demands the law of each. */
    static void hold(List<WrittenDiff> diffs) throws ReflectiveOperationException {
        List<MigrationFile> files = new ArrayList<>();
        for (int i = 0; i < diffs.size(); i++) {
            files.add(written(i, diffs.get(i)));
        }
        Loader loader = new Loader(compiled(files));
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

    private static Map<String, ByteArrayOutputStream> compiled(List<MigrationFile> files) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        boolean done = COMPILER.getTask(
                        null,
                        new InMemory(CLASS_PATH, classes),
                        diagnostics,
                        List.of("-Xlint:all", "-Werror", "--release", "17", "-proc:none"),
                        null,
                        files.stream().map(Source::new).toList())
                .call();
        if (!done) {
            throw new LawViolation(
                    "what is written compiles without a warning",
                    String.valueOf(diagnostics.getDiagnostics().get(0))
                            + diagnostics.getDiagnostics().get(0).getSource());
        }
        return classes;
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
