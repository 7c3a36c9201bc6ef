package dev.autogen.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** What autogen is measured against: Hibernate alone reads the same entity classes, without a database, and no more. */
public final class HibernateBoot {

    private HibernateBoot() {}

    /**
     * Boots the metadata of every class in a directory, which is on the class path.
     *
     * @param arguments the directory
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        List<String> classes;
        try (Stream<Path> files = Files.walk(directory)) {
            classes = files.map(file -> directory.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySettings(Map.of(
                        "hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect",
                        "hibernate.boot.allow_jdbc_metadata_access", false,
                        "jakarta.persistence.database-major-version", "17"))
                .build();
        MetadataSources sources = new MetadataSources(registry);
        classes.forEach(sources::addAnnotatedClassName);
        Metadata metadata = sources.buildMetadata();
        System.out.println(metadata.collectTableMappings().size() + " tables");
    }
}
