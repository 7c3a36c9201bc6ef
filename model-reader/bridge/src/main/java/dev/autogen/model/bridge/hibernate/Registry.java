package dev.autogen.model.bridge.hibernate;

import dev.autogen.model.bridge.BridgeException;
import dev.autogen.model.bridge.BridgeException.Reason;
import dev.autogen.model.bridge.BridgeRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.service.Service;

/** Hibernate's services, set up so that none of them looks for a database. */
final class Registry {

    private static final String DIALECT = "hibernate.dialect";

    /** Settings that make Hibernate connect, start caches or touch a schema, none of which reading a mapping needs. */
    private static final List<String> IGNORED = List.of(
            "hibernate.connection.",
            "hibernate.hikari.",
            "hibernate.agroal.",
            "hibernate.c3p0.",
            "hibernate.cache.",
            "hibernate.javax.cache.",
            "hibernate.hbm2ddl.",
            "hibernate.transaction.",
            "hibernate.session_factory_name",
            "jakarta.persistence.jdbc.",
            "jakarta.persistence.schema-generation.",
            "jakarta.persistence.jtaDataSource",
            "jakarta.persistence.nonJtaDataSource",
            "jakarta.persistence.database-");

    private Registry() {}

    static StandardServiceRegistry open(BridgeRequest request, ClassLoader loader) {
        BootstrapServiceRegistry bootstrap =
                new BootstrapServiceRegistryBuilder().applyClassLoader(loader).build();
        StandardServiceRegistryBuilder builder =
                new StandardServiceRegistryBuilder(bootstrap).applySettings(settings(request, loader));
        request.services().forEach((role, implementation) -> addService(builder, role, implementation, loader));
        return builder.build();
    }

    private static Map<String, Object> settings(BridgeRequest request, ClassLoader loader) {
        Map<String, Object> settings = new HashMap<>();
        request.settings().forEach((key, value) -> {
            if (IGNORED.stream().noneMatch(key::startsWith)) {
                settings.put(key, value);
            }
        });
        settings.put(DIALECT, dialect(request.settings().get(DIALECT), loader));
        settings.put("hibernate.boot.allow_jdbc_metadata_access", false);
        settings.put("hibernate.cache.use_second_level_cache", false);
        settings.put("hibernate.cache.use_query_cache", false);
        settings.put("jakarta.persistence.database-major-version", String.valueOf(request.postgresMajor()));
        return settings;
    }

    /** The project's own dialect if it is one of PostgreSQL's, else PostgreSQL's. */
    private static String dialect(String wanted, ClassLoader loader) {
        if (wanted == null || wanted.isBlank()) {
            return PostgreSQLDialect.class.getName();
        }
        try {
            Class<?> type = Class.forName(wanted.strip(), false, loader);
            return PostgreSQLDialect.class.isAssignableFrom(type) ? type.getName() : PostgreSQLDialect.class.getName();
        } catch (ClassNotFoundException e) {
            // Versioned dialects such as PostgreSQL95Dialect are gone from Hibernate; the plain one took their place.
            return PostgreSQLDialect.class.getName();
        }
    }

    private static void addService(
            StandardServiceRegistryBuilder builder, String role, String implementation, ClassLoader loader) {
        try {
            Class<? extends Service> type = Class.forName(role, false, loader).asSubclass(Service.class);
            Object service = Class.forName(implementation, true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
            register(builder, type, service);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new BridgeException(
                    Reason.BAD_CONFIGURATION,
                    implementation,
                    "the service " + role + " cannot be provided by " + implementation + ": " + e,
                    e);
        }
    }

    private static <S extends Service> void register(
            StandardServiceRegistryBuilder builder, Class<S> role, Object service) {
        builder.addService(role, role.cast(service));
    }
}
