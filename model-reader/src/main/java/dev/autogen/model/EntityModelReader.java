package dev.autogen.model;

import dev.autogen.model.ManagedType.Role;
import dev.autogen.model.bridge.BridgeException;
import dev.autogen.model.bridge.BridgeRequest;
import dev.autogen.model.bridge.ModelBridge;
import dev.autogen.model.bridge.ModelFacts;
import dev.autogen.schema.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * Reads what a project's JPA entities want the database to hold. The mapping rules are Hibernate's: its own, of the
 * version on the project's class path, boots in an isolated class loader without any database.
 *
 * <p>Stateless and safe for use by several threads, of which one at a time talks to Hibernate.
 */
public final class EntityModelReader {

    private static final String STANDARD_MAPPING = "META-INF/orm.xml";

    /** A reader; it holds nothing that would have to be closed. */
    public EntityModelReader() {}

    /**
     * Finds, compiles where needed, and reads the entities.
     *
     * @throws ModelException when there are none, they do not compile, a class they need is missing, or Hibernate
     *     rejects their mapping
     */
    public EntityModel read(EntitySources sources) {
        return read(sources, sources::postgresMajor);
    }

    /**
     * The same for a PostgreSQL release that is not known yet.
     *
     * @param postgresMajor asked once, after the entities are found and compiled; instead of
     *     {@link EntitySources#postgresMajor()}
     */
    public EntityModel read(EntitySources sources, IntSupplier postgresMajor) {
        SourceFiles files = new SourceFiles(sources.sourceRoots());
        ProjectClassPath classPath = new ProjectClassPath(sources);
        Discovery discovery = Discovery.of(sources, files, classPath);
        SourceIndex index = new SourceIndex(files);
        List<ModelWarning> warnings = new ArrayList<>();
        ModelFacts facts;
        try (HibernateLog log = HibernateLog.listen()) {
            facts = read(sources, classPath, discovery, index, postgresMajor);
            log.warnings().forEach(warning -> warnings.add(new ModelWarning(warning, Optional.empty())));
        }
        CatalogBuilder builder = new CatalogBuilder(sources.defaultSchema());
        Catalog catalog = builder.build(facts);
        builder.remarks()
                .forEach(remark -> warnings.add(new ModelWarning(remark.message(), index.position(remark.origin()))));
        return new EntityModel(catalog, index.positions(builder), warnings, facts.hibernateVersion());
    }

    private static ModelFacts read(
            EntitySources sources,
            ProjectClassPath classPath,
            Discovery discovery,
            SourceIndex index,
            IntSupplier postgresMajor) {
        List<Path> entries = classPath.forReading(discovery.classDirectories());
        try (ProjectLoader loader = new ProjectLoader(entries, discovery.compiled())) {
            requireSupported(loader);
            ModelBridge bridge = Class.forName(ModelBridge.IMPLEMENTATION, true, loader)
                    .asSubclass(ModelBridge.class)
                    .getDeclaredConstructor()
                    .newInstance();
            return bridge.read(request(sources, classPath, discovery, loader, postgresMajor.getAsInt()));
        } catch (BridgeException e) {
            throw Failures.notRead(e, index, discovery.types());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the bridge to Hibernate cannot be loaded", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BridgeRequest request(
            EntitySources sources,
            ProjectClassPath classPath,
            Discovery discovery,
            ProjectLoader loader,
            int postgresMajor)
            throws IOException {
        List<String> classes = new ArrayList<>();
        List<String> packages = new ArrayList<>();
        for (ManagedType type : discovery.types()) {
            (type.role() == Role.PACKAGE ? packages : classes).add(type.className());
        }
        return new BridgeRequest(
                classes,
                packages,
                mappingFiles(sources, discovery, loader),
                classPath.naming(),
                sources.settings(),
                sources.services(),
                postgresMajor);
    }

    /** Those given, and the {@code META-INF/orm.xml} that an application would find beside its entities. */
    private static List<URL> mappingFiles(EntitySources sources, Discovery discovery, ProjectLoader loader)
            throws IOException {
        List<URL> files = new ArrayList<>();
        sources.mappingFiles().forEach(file -> files.add(url(file)));
        List<URL> resources = sources.sourceRoots().stream()
                .map(root -> root.toAbsolutePath().resolveSibling("resources").resolve(STANDARD_MAPPING))
                .filter(Files::isRegularFile)
                .map(EntityModelReader::url)
                .toList();
        files.addAll(resources);
        // What a build copied from the resources would map the same entities twice.
        List<Path> directories = resources.isEmpty() ? discovery.classDirectories() : List.of();
        List<String> places = Stream.concat(directories.stream(), sources.jars().stream())
                .map(place -> url(place).toString())
                .toList();
        for (URL mapping : Collections.list(loader.getResources(STANDARD_MAPPING))) {
            if (places.stream().anyMatch(place -> mapping.toString().contains(place))) {
                files.add(mapping);
            }
        }
        return files.stream().distinct().toList();
    }

    private static URL url(Path path) {
        try {
            return path.toAbsolutePath().toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a file: " + path, e);
        }
    }

    private static void requireSupported(ProjectLoader loader) throws ReflectiveOperationException {
        String version = (String) Class.forName("org.hibernate.Version", true, loader)
                .getMethod("getVersionString")
                .invoke(null);
        String[] parts = version.split("\\.");
        int major = Integer.parseInt(parts[0]);
        int minor = Integer.parseInt(parts[1]);
        if (major < 6 || (major == 6 && minor < 6)) {
            throw Failures.unsupported(version);
        }
    }
}
