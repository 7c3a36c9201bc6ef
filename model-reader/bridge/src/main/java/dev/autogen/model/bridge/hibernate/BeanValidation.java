package dev.autogen.model.bridge.hibernate;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.internal.ClassLoaderAccessImpl;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.spi.ClassLoaderAccess;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.jboss.logging.Logger;

/**
 * Applies Bean Validation's constraints to the mapping. Hibernate does so only when it builds a session factory, and
 * with the same method.
 */
final class BeanValidation {

    private static final String MODE = "jakarta.persistence.validation.mode";
    private static final String ACTIVATOR = "org.hibernate.boot.beanvalidation.TypeSafeActivator";
    private static final String PLAIN_INTERPOLATOR =
            "org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator";

    private BeanValidation() {}

    static void apply(Metadata metadata, StandardServiceRegistry registry, ClassLoader loader) {
        Map<String, Object> settings =
                registry.requireService(ConfigurationService.class).getSettings();
        if (!isWanted(settings.get(MODE)) || !isPresent(loader)) {
            return;
        }
        Object factory;
        try {
            factory = factory(loader);
        } catch (ReflectiveOperationException e) {
            if (isDemanded(settings.get(MODE))) {
                throw unusable(e);
            }
            // As Hibernate does where validation is automatic: what cannot start does not count.
            Logger.getLogger("org.hibernate.autogen")
                    .warn("Bean Validation cannot start, so its constraints are not in the model: " + rootOf(e));
            return;
        }
        try (AutoCloseable closing = (AutoCloseable) factory) {
            applyRelationalConstraints(closing, metadata, registry, settings, loader);
        } catch (Exception e) {
            throw unusable(e);
        }
    }

    private static void applyRelationalConstraints(
            Object factory,
            Metadata metadata,
            StandardServiceRegistry registry,
            Map<String, Object> settings,
            ClassLoader loader)
            throws ReflectiveOperationException {
        Method apply = Class.forName(ACTIVATOR, true, loader)
                .getDeclaredMethod(
                        "applyRelationalConstraints",
                        Class.forName("jakarta.validation.ValidatorFactory", false, loader),
                        Collection.class,
                        Map.class,
                        Dialect.class,
                        ClassLoaderAccess.class);
        apply.setAccessible(true);
        apply.invoke(
                null,
                factory,
                metadata.getEntityBindings(),
                settings,
                metadata.getDatabase().getDialect(),
                new ClassLoaderAccessImpl(registry.requireService(ClassLoaderService.class)));
    }

    private static IllegalStateException unusable(Exception e) {
        return new IllegalStateException("Bean Validation's constraints cannot be applied: " + rootOf(e), e);
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static boolean isDemanded(Object mode) {
        return mode != null && mode.toString().toLowerCase(Locale.ROOT).contains("ddl");
    }

    private static boolean isWanted(Object mode) {
        String modes = mode == null ? "auto" : mode.toString().toLowerCase(Locale.ROOT);
        return modes.contains("auto") || modes.contains("ddl");
    }

    /** The API and a provider: an API alone is common, and does nothing. */
    private static boolean isPresent(ClassLoader loader) {
        return loader.getResource("jakarta/validation/ValidatorFactory.class") != null
                && loader.getResource("META-INF/services/jakarta.validation.spi.ValidationProvider") != null;
    }

    /** Without messages in expression language where the provider allows: an implementation of it is often absent. */
    private static Object factory(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> validation = Class.forName("jakarta.validation.Validation", true, loader);
        Class<?> configurationType = Class.forName("jakarta.validation.Configuration", false, loader);
        Object bootstrap = validation.getMethod("byDefaultProvider").invoke(null);
        Object configuration = Class.forName("jakarta.validation.bootstrap.GenericBootstrap", false, loader)
                .getMethod("configure")
                .invoke(bootstrap);
        if (loader.getResource(PLAIN_INTERPOLATOR.replace('.', '/') + ".class") != null) {
            Object interpolator = Class.forName(PLAIN_INTERPOLATOR, true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
            Class<?> interpolatorType = Class.forName("jakarta.validation.MessageInterpolator", false, loader);
            configurationType.getMethod("messageInterpolator", interpolatorType).invoke(configuration, interpolator);
        }
        return configurationType.getMethod("buildValidatorFactory").invoke(configuration);
    }
}
