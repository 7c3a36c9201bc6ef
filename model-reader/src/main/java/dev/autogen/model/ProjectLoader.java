package dev.autogen.model;

import dev.autogen.model.bridge.ModelBridge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Holds the project's classes, a Hibernate and the bridge, apart from autogen's own libraries. Only the bridge's
 * contract is shared with us. What was compiled in memory goes before what lies on disk.
 */
final class ProjectLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final String PACKAGE_INFO = ".package-info";

    // Of the format of class files, Java Virtual Machine Specification, chapter 4.
    private static final int JAVA_8 = 52;
    private static final int CONSTANT_UTF8 = 1;
    private static final int CONSTANT_CLASS = 7;
    private static final int INTERFACE = 0x0200;
    private static final int ABSTRACT = 0x0400;
    private static final int SYNTHETIC = 0x1000;

    private static final String CONTRACT = ModelBridge.class.getPackageName() + ".";

    private final Map<String, byte[]> compiled;

    ProjectLoader(List<Path> classPath, Map<String, byte[]> compiled) {
        super(classPath.stream().map(ProjectLoader::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.compiled = compiled;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean contract = name.startsWith(CONTRACT) && name.indexOf('.', CONTRACT.length()) < 0;
        return contract ? ModelBridge.class.getClassLoader().loadClass(name) : super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = compiled.get(name);
        if (bytes != null) {
            return defineClass(name, bytes, 0, bytes.length);
        }
        try {
            return super.findClass(name);
        } catch (ClassNotFoundException e) {
            if (!name.endsWith(PACKAGE_INFO)) {
                throw e;
            }
            byte[] bare = barePackageInfo(name);
            return defineClass(name, bare, 0, bare.length);
        }
    }

    /**
     * What {@code javac} writes for a {@code package-info.java}, without any annotation. Hibernate asks for that of each
     * entity's package several times an entity, and remembers a package only where it finds one: for a thousand entities
     * of a package without any it would fail some thousand times, which is a tenth of its boot.
     */
    private static byte[] barePackageInfo(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0xCAFEBABE);
            out.writeInt(JAVA_8);
            out.writeShort(5);
            writeClassName(out, name.replace('.', '/'), 2);
            writeClassName(out, "java/lang/Object", 4);
            out.writeShort(INTERFACE | ABSTRACT | SYNTHETIC);
            out.writeShort(1);
            out.writeShort(3);
            // Interfaces, fields, methods and attributes: none.
            out.writeLong(0);
        } catch (IOException e) {
            throw new IllegalStateException("nothing is written but memory", e);
        }
        return bytes.toByteArray();
    }

    /** The constant of a class, and behind it the constant of its name, whose number is told. */
    private static void writeClassName(DataOutputStream out, String name, int number) throws IOException {
        out.writeByte(CONSTANT_CLASS);
        out.writeShort(number);
        out.writeByte(CONSTANT_UTF8);
        out.writeUTF(name);
    }

    @Override
    public URL findResource(String name) {
        byte[] bytes = name.endsWith(".class")
                ? compiled.get(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                : null;
        return bytes == null ? super.findResource(name) : inMemory(name, bytes);
    }

    private static URL inMemory(String name, byte[] bytes) {
        try {
            return new URL(null, "memory:///" + name, new URLStreamHandler() {
                @Override
                protected URLConnection openConnection(URL url) {
                    return new URLConnection(url) {
                        @Override
                        public void connect() {
                            // Nothing to reach.
                        }

                        @Override
                        public InputStream getInputStream() throws IOException {
                            return new ByteArrayInputStream(bytes);
                        }
                    };
                }
            });
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(Path path) {
        URI uri = path.toAbsolutePath().toUri();
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a class path entry: " + path, e);
        }
    }
}
