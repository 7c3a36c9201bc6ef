package dev.autogen.commands.history;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;

/**
 * Loads migrations from memory. They see the JDK, autogen's migration API as this process has it, and their project's
 * class path; nothing else of autogen.
 */
final class ApiFirstLoader extends URLClassLoader {
    private static final List<String> API = List.of("dev.autogen.migration.", "dev.autogen.schema.", "org.slf4j.");

    private final Map<String, byte[]> classes;

    ApiFirstLoader(Map<String, byte[]> classes, URL[] classPath) {
        super(classPath, ClassLoader.getPlatformClassLoader());
        this.classes = classes;
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
}
