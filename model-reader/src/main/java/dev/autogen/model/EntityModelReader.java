package dev.autogen.model;

import dev.autogen.model.ManagedType.Role;
import dev.autogen.model.bridge.BridgeException;
import dev.autogen.model.bridge.BridgeRequest;
import dev.autogen.model.bridge.ModelBridge;
import dev.autogen.model.bridge.ModelFacts;
import dev.autogen.schema.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Reads what a project's JPA entities want the database to hold. The mapping rules are Hibernate's: its own, of the
 * version on the project's class path, boots in an isolated class loader without any database.
 *
 * <p>Stateless and safe for use by several threads, of which one at a time talks to Hibernate.
 */
public final class EntityModelReader {

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
        if (!builder.problems().isEmpty()) {
            throw Failures.contradictory(builder.problems(), index);
        }
        builder.remarks()
                .forEach(remark -> warnings.add(new ModelWarning(remark.message(), index.position(remark.origin()))));
        FormerNames former = new FormerNames(builder, index, discovery.types());
        warnings.addAll(former.warnings());
        return new EntityModel(catalog, index.positions(builder), former.found(), warnings, facts.hibernateVersion());
    }

    private static ModelFacts read(
            EntitySources sources,
            ProjectClassPath classPath,
            Discovery discovery,
            SourceIndex index,
            IntSupplier postgresMajor) {
        List<Path> entries = classPath.forReading(discovery.classDirectories(), discovery.jars());
        try (ProjectLoader loader = new ProjectLoader(entries, discovery.compiled())) {
            requireSupported(loader);
            ModelBridge bridge = Class.forName(ModelBridge.IMPLEMENTATION, true, loader)
                    .asSubclass(ModelBridge.class)
                    .getDeclaredConstructor()
                    .newInstance();
            return bridge.read(request(sources, classPath, discovery, postgresMajor.getAsInt()));
        } catch (BridgeException e) {
            throw Failures.notRead(e, index, discovery.types());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the bridge to Hibernate cannot be loaded", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BridgeRequest request(
            EntitySources sources, ProjectClassPath classPath, Discovery discovery, int postgresMajor) {
        List<String> classes = new ArrayList<>();
        List<String> packages = new ArrayList<>();
        for (ManagedType type : discovery.types()) {
            (type.role() == Role.PACKAGE ? packages : classes).add(type.className());
        }
        return new BridgeRequest(
                classes,
                packages,
                discovery.mappingFiles(),
                classPath.naming(),
                sources.settings(),
                sources.services(),
                postgresMajor);
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
