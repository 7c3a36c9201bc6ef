package dev.autogen.model.compile;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipFile;
import javax.tools.Diagnostic.Kind;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles Java sources without writing a file. What the given files refer to is compiled along with them if it is
 * found on the source path. Immutable; may be used by several threads.
 */
public final class SourceCompiler {

    private static final String PROCESSOR_SERVICE = "META-INF/services/javax.annotation.processing.Processor";

    private final List<Path> classPath;
    private final List<Path> sourcePath;

    private SourceCompiler(List<Path> classPath, List<Path> sourcePath) {
        this.classPath = List.copyOf(classPath);
        this.sourcePath = List.copyOf(sourcePath);
    }

    /** A compiler against that class path. Annotation processors on it run, as they do in the project's own build. */
    public static SourceCompiler against(List<Path> classPath) {
        return new SourceCompiler(requireNonNull(classPath, "classPath is null"), List.of());
    }

    /** The same compiler, looking for what is not given in these source roots. */
    public SourceCompiler withSourcePath(List<Path> roots) {
        return new SourceCompiler(classPath, roots);
    }

    /** Whether annotation processors are on the class path. */
    public boolean runsProcessors() {
        return classPath.stream().anyMatch(SourceCompiler::offersProcessors);
    }

    /**
     * Compiles the files.
     *
     * @throws IllegalStateException if this Java is a runtime without a compiler
     */
    public Compilation compile(Collection<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException(
                    "This Java has no compiler: run autogen with a JDK, not a JRE (java.home is "
                            + System.getProperty("java.home") + ").");
        }
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard =
                        compiler.getStandardFileManager(collector, Locale.ENGLISH, StandardCharsets.UTF_8);
                MemoryFileManager manager = new MemoryFileManager(standard)) {
            if (!files.isEmpty()) {
                compiler.getTask(
                                Writer.nullWriter(),
                                manager,
                                collector,
                                options(),
                                null,
                                standard.getJavaFileObjectsFromPaths(files))
                        .call();
            }
            return new Compilation(
                    manager.classes(),
                    collector.getDiagnostics().stream()
                            .filter(word -> word.getKind() != Kind.NOTE)
                            .map(SourceCompiler::diagnostic)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(List.of(
                "-implicit:class",
                "-g:source,lines",
                "-parameters",
                "-nowarn",
                "-Xlint:none",
                "-encoding",
                "UTF-8",
                "-Xmaxerrs",
                "1000"));
        if (!runsProcessors()) {
            options.add("-proc:none");
        }
        options.add("-classpath");
        options.add(join(classPath));
        // Without a source path of its own, the compiler would look for sources on the class path.
        options.add("-sourcepath");
        options.add(join(sourcePath));
        return options;
    }

    private static String join(List<Path> paths) {
        return String.join(
                File.pathSeparator, paths.stream().map(Path::toString).toList());
    }

    private static Diagnostic diagnostic(javax.tools.Diagnostic<? extends JavaFileObject> word) {
        JavaFileObject source = word.getSource();
        boolean onDisk = source != null && "file".equals(source.toUri().getScheme());
        return new Diagnostic(
                word.getKind() == Kind.ERROR,
                onDisk ? Optional.of(Path.of(source.toUri())) : Optional.empty(),
                Math.max(word.getLineNumber(), 0),
                word.getMessage(Locale.ENGLISH).strip());
    }

    private static boolean offersProcessors(Path entry) {
        if (Files.isDirectory(entry)) {
            return Files.isRegularFile(entry.resolve(PROCESSOR_SERVICE));
        }
        if (!Files.isRegularFile(entry)) {
            return false;
        }
        try (ZipFile jar = new ZipFile(entry.toFile())) {
            return jar.getEntry(PROCESSOR_SERVICE) != null;
        } catch (IOException e) {
            // Not an archive: the compiler says so in its own words if it matters.
            return false;
        }
    }
}
