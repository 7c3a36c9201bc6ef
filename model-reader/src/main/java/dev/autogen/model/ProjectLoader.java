package dev.autogen.model;

import dev.autogen.model.bridge.ModelBridge;
import java.io.ByteArrayInputStream;
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
        return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
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
