package dev.autogen.commands.history;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Loads migrations from memory. They see the JDK, autogen's migration API as this process has it, and their project's
 * class path; nothing else of autogen.
 */
final class ApiFirstLoader extends URLClassLoader {
    private static final List<String> API = List.of("dev.autogen.migration.", "dev.autogen.schema.", "org.slf4j.");

    private final Map<String, byte[]> classes;
    private final List<Path> resources;

    /** @param resources directories that stand before the class path, for files alone */
    ApiFirstLoader(Map<String, byte[]> classes, List<Path> resources, URL[] classPath) {
        super(classPath, ClassLoader.getPlatformClassLoader());
        this.classes = classes;
        this.resources = List.copyOf(resources);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (API.stream().anyMatch(name::startsWith) && !classes.containsKey(name)) {
            return ApiFirstLoader.class.getClassLoader().loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public URL findResource(String name) {
        for (Path directory : resources) {
            Path file = directory.resolve(name);
            if (Files.isRegularFile(file)) {
                return url(file);
            }
        }
        return super.findResource(name);
    }

    static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("no URL for " + file, e);
        }
    }
}
