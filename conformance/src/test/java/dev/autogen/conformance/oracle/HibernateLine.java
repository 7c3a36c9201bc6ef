package dev.autogen.conformance.oracle;

import dev.autogen.conformance.oracle.beside.HibernateBoot;
import dev.autogen.fixtures.ClassPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.postgresql.Driver;

/**
 * One Hibernate, and what it does to a database when an application starts.
 *
 * @param name such as {@code 6.6}
 * @param classPath Hibernate and what it needs
 */
record HibernateLine(String name, List<Path> classPath) {

    static HibernateLine of(String line) {
        return new HibernateLine(line, ClassPaths.of("hibernate-" + line));
    }

    /** The line with the audit tables of Envers. */
    static HibernateLine withEnvers() {
        return new HibernateLine("6.6 with Envers", ClassPaths.of("envers"));
    }

    /** What {@code hbm2ddl.auto=create-only} does; the statements that PostgreSQL refused. */
    List<String> create(Zoo zoo, String url) {
        return boot(zoo, url, "create-only");
    }

    /** What {@code hbm2ddl.auto=update} does; the statements that PostgreSQL refused. */
    List<String> update(Zoo zoo, String url) {
        return boot(zoo, url, "update");
    }

    private List<String> boot(Zoo zoo, String url, String action) {
        Map<String, Object> settings = new HashMap<>(zoo.settings());
        settings.put("hibernate.connection.url", url);
        settings.put("hibernate.hbm2ddl.auto", action);
        settings.put("hibernate.hbm2ddl.create_namespaces", "true");
        List<Path> entries = new ArrayList<>(List.of(location(HibernateBoot.class), location(Driver.class)));
        entries.addAll(classPath);
        entries.addAll(zoo.classPath());
        URL[] urls = entries.stream().map(HibernateLine::url).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            @SuppressWarnings("unchecked") // see HibernateBoot
            Function<Map<String, Object>, List<String>> boot = Class.forName(
                            HibernateBoot.class.getName(), true, loader)
                    .asSubclass(Function.class)
                    .getDeclaredConstructor()
                    .newInstance();
            return boot.apply(Map.of(
                    "classes", zoo.classNames(),
                    "packages", zoo.packages(),
                    "mappings", zoo.mappings().stream().map(HibernateLine::url).toList(),
                    "settings", settings));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path location(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public String toString() {
        return "Hibernate " + name;
    }
}
