package dev.autogen.model;

import java.util.List;
import java.util.Map;

/**
 * A class that takes part in a mapping.
 *
 * @param className its binary name; of a package, the package's name
 * @param role what it is to the mapping
 * @param legacy whether its annotations are those of {@code javax.persistence}, which Hibernate 6 and later ignore
 * @param foreign whether it was written in another language of the JVM, so that no Java source of it is to be expected
 * @param formerNames what its members say they were called before, by property; its own under the empty name
 */
record ManagedType(
        String className, Role role, boolean legacy, boolean foreign, Map<String, List<String>> formerNames) {

    ManagedType {
        formerNames = Map.copyOf(formerNames);
    }

    /** One of which nothing else is known. */
    ManagedType(String className, Role role, boolean legacy, boolean foreign) {
        this(className, role, legacy, foreign, Map.of());
    }

    /** What a class is to the mapping. */
    enum Role {
        ENTITY("Entity"),
        EMBEDDABLE("Embeddable"),
        SUPERCLASS("MappedSuperclass"),
        CONVERTER("Converter"),
        /** A package whose {@code package-info} has annotations. */
        PACKAGE("");

        private final String annotation;

        Role(String annotation) {
            this.annotation = annotation;
        }

        /** Simple name of the annotation that gives the role. */
        String annotation() {
            return annotation;
        }
    }
}
