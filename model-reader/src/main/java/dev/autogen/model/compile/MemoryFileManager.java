package dev.autogen.model.compile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/** Keeps what the compiler and its annotation processors write in memory. */
final class MemoryFileManager extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, Output> classes = new TreeMap<>();

    MemoryFileManager(JavaFileManager fallback) {
        super(fallback);
    }

    Map<String, byte[]> classes() {
        Map<String, byte[]> bytes = new TreeMap<>();
        classes.forEach((name, output) -> bytes.put(name, output.bytes.toByteArray()));
        return bytes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        Output output = new Output(className.replace('.', '/') + kind.extension, kind);
        if (kind == JavaFileObject.Kind.CLASS) {
            classes.put(className, output);
        }
        return output;
    }

    /** Everything is compiled into the unnamed module, whose class path it is given, also in a modular project. */
    @Override
    public JavaFileObject getJavaFileForInput(Location location, String className, JavaFileObject.Kind kind)
            throws IOException {
        boolean ofTheProject = location == StandardLocation.SOURCE_PATH && className.equals("module-info");
        return ofTheProject ? null : super.getJavaFileForInput(location, className, kind);
    }

    /** Resources of annotation processors are of no use here; they are taken and forgotten. */
    @Override
    public FileObject getFileForOutput(Location location, String packageName, String relativeName, FileObject sibling) {
        return new Output(relativeName, JavaFileObject.Kind.OTHER);
    }

    private static final class Output extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output(String path, Kind kind) {
            super(URI.create("memory:///" + path.replace(" ", "%20")), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
            return bytes.toString("UTF-8");
        }
    }
}
