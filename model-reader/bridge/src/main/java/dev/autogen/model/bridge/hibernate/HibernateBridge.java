package dev.autogen.model.bridge.hibernate;

import dev.autogen.model.bridge.BridgeException;
import dev.autogen.model.bridge.BridgeException.Reason;
import dev.autogen.model.bridge.BridgeRequest;
import dev.autogen.model.bridge.ModelBridge;
import dev.autogen.model.bridge.ModelFacts;
import java.net.URL;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.HibernateException;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/** Boots Hibernate's metadata, without a connection and without a session factory, and reads the tables off it. */
public final class HibernateBridge implements ModelBridge {

    private final ClassLoader loader = HibernateBridge.class.getClassLoader();

    /** Called by name, see {@link ModelBridge#IMPLEMENTATION}. */
    public HibernateBridge() {}

    @Override
    public ModelFacts read(BridgeRequest request) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return boot(request);
        } catch (LinkageError | TypeNotPresentException e) {
            throw missing(request, e);
        } catch (HibernateException | IllegalArgumentException | IllegalStateException e) {
            throw rejected(request, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private ModelFacts boot(BridgeRequest request) {
        StandardServiceRegistry registry = Registry.open(request, loader);
        try {
            MetadataBuilder builder = sources(request, registry).getMetadataBuilder();
            Naming.apply(request, loader, builder);
            Metadata metadata = builder.build();
            IdentityHashMap<Column, String> definitions = definitions(metadata);
            BeanValidation.apply(metadata, registry, loader);
            Timestamps.apply(metadata);
            // As a session factory that creates the schema does: key columns in the order the export writes them.
            MetadataImplementor mapping = (MetadataImplementor) metadata;
            mapping.orderColumns(true);
            mapping.validate();
            return new FactsReader(metadata, definitions).read();
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    private MetadataSources sources(BridgeRequest request, StandardServiceRegistry registry) {
        MetadataSources sources = new MetadataSources(registry);
        for (String name : request.classes()) {
            sources.addAnnotatedClass(load(name));
        }
        request.packages().forEach(sources::addPackage);
        for (URL file : request.mappingFiles()) {
            sources.addURL(file);
        }
        return sources;
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new BridgeException(Reason.CLASS_MISSING, "", name, e);
        } catch (LinkageError e) {
            throw new BridgeException(Reason.CLASS_MISSING, name, missingName(e), e);
        }
    }

    /** The explicit column definitions, read before anything asks for SQL types: asking fills the same field. */
    private static IdentityHashMap<Column, String> definitions(Metadata metadata) {
        IdentityHashMap<Column, String> definitions = new IdentityHashMap<>();
        metadata.getDatabase().getNamespaces().forEach(namespace -> {
            for (Table table : namespace.getTables()) {
                for (Column column : table.getColumns()) {
                    if (column.getSqlType() != null) {
                        definitions.put(column, column.getSqlType());
                    }
                }
            }
        });
        return definitions;
    }

    private BridgeException missing(BridgeRequest request, Throwable thrown) {
        String missing = missingName(thrown);
        return new BridgeException(Reason.CLASS_MISSING, needing(request, missing), missing, thrown);
    }

    /** The class to be mapped whose members do not resolve without the missing one; empty when it is none of them. */
    private String needing(BridgeRequest request, String missing) {
        for (String name : request.classes()) {
            try {
                Class<?> type = Class.forName(name, false, loader);
                Stream.of(type.getDeclaredFields(), type.getDeclaredMethods()).forEach(Objects::requireNonNull);
            } catch (ClassNotFoundException | LinkageError e) {
                if (missingName(e).equals(missing)) {
                    return name;
                }
            }
        }
        return "";
    }

    private static String missingName(Throwable thrown) {
        String name = thrown instanceof TypeNotPresentException absent ? absent.typeName() : thrown.getMessage();
        return name == null ? thrown.toString() : name.replace('/', '.');
    }

    /** Looks beneath Hibernate's exception for a class that could not be loaded. */
    private BridgeException rejected(BridgeRequest request, RuntimeException thrown) {
        StringBuilder message = new StringBuilder(String.valueOf(thrown.getMessage()));
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoClassDefFoundError
                    || cause instanceof TypeNotPresentException
                    || cause instanceof ClassNotFoundException) {
                return missing(request, cause);
            }
            if (cause.getMessage() != null && message.indexOf(cause.getMessage()) < 0) {
                message.append("; ").append(cause.getMessage());
            }
        }
        return new BridgeException(Reason.MAPPING_REJECTED, "", message.toString(), thrown);
    }
}
