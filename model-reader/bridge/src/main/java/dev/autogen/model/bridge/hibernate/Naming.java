package dev.autogen.model.bridge.hibernate;

import dev.autogen.model.bridge.BridgeException;
import dev.autogen.model.bridge.BridgeException.Reason;
import dev.autogen.model.bridge.BridgeRequest;
import java.util.Map;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;

/** Chooses the naming strategies. One that the project sets in Hibernate's own settings stays as it is. */
final class Naming {

    private static final String PHYSICAL = "hibernate.physical_naming_strategy";
    private static final String IMPLICIT = "hibernate.implicit_naming_strategy";

    /** Spring Boot 4's name for the strategy, then the older one, which Hibernate still has. */
    private static final String[] SPRING_PHYSICAL = {
        "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl",
        "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy"
    };

    private Naming() {}

    static void apply(BridgeRequest request, ClassLoader loader, MetadataBuilder builder) {
        Map<String, String> settings = request.settings();
        boolean physicalSet = settings.containsKey(PHYSICAL);
        boolean implicitSet = settings.containsKey(IMPLICIT);
        switch (request.naming()) {
            case "jpa" -> {
                // Hibernate's own defaults.
            }
            case "spring" -> {
                if (!physicalSet) {
                    builder.applyPhysicalNamingStrategy((PhysicalNamingStrategy) firstOf(SPRING_PHYSICAL, loader));
                }
                if (!implicitSet) {
                    builder.applyImplicitNamingStrategy(new SpringImplicitNaming());
                }
            }
            default -> applyOwn(create(request.naming(), loader), request.naming(), builder);
        }
    }

    private static void applyOwn(Object strategy, String name, MetadataBuilder builder) {
        boolean known = false;
        if (strategy instanceof PhysicalNamingStrategy physical) {
            builder.applyPhysicalNamingStrategy(physical);
            known = true;
        }
        if (strategy instanceof ImplicitNamingStrategy implicit) {
            builder.applyImplicitNamingStrategy(implicit);
            known = true;
        }
        if (!known) {
            throw new BridgeException(
                    Reason.BAD_CONFIGURATION,
                    name,
                    "the naming strategy " + name
                            + " is neither a PhysicalNamingStrategy nor an ImplicitNamingStrategy",
                    null);
        }
    }

    private static Object firstOf(String[] names, ClassLoader loader) {
        for (String name : names) {
            if (loader.getResource(name.replace('.', '/') + ".class") != null) {
                return create(name, loader);
            }
        }
        throw new IllegalStateException("Hibernate has none of " + String.join(", ", names));
    }

    private static Object create(String name, ClassLoader loader) {
        try {
            return Class.forName(name, true, loader).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new BridgeException(
                    Reason.BAD_CONFIGURATION, name, "the naming strategy " + name + " cannot be created: " + e, e);
        }
    }
}
