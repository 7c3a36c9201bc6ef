package dev.autogen.model.bridge.hibernate;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.boot.Metadata;
import org.hibernate.generator.EventType;
import org.hibernate.generator.GeneratorCreationContext;
import org.hibernate.generator.internal.CurrentTimestampGeneration;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;

/**
 * Makes columns NOT NULL that Hibernate fills with the current time. From 7.4 on it does so itself, when it builds a
 * session factory; whether this one does, its own generator tells.
 */
final class Timestamps {

    private Timestamps() {}

    static void apply(Metadata metadata) {
        Method notNull;
        try {
            notNull = CurrentTimestampGeneration.class.getDeclaredMethod("notNull", GeneratorCreationContext.class);
        } catch (NoSuchMethodException e) {
            return;
        }
        notNull.setAccessible(true);
        for (PersistentClass entity : metadata.getEntityBindings()) {
            if (entity.getClassName() != null) {
                apply(notNull, entity.getProperties(), entity.getMappedClass());
            }
        }
    }

    private static void apply(Method notNull, List<Property> properties, Class<?> owner) {
        for (Property property : properties) {
            if (property.getValue() instanceof Component component) {
                if (!component.isDynamic() && component.getComponentClassName() != null) {
                    apply(notNull, component.getProperties(), component.getComponentClass());
                }
            } else if (property.getValueGeneratorCreator() != null
                    && property.getGetter(owner).getMember() instanceof AnnotatedElement member
                    && isFilledOnInsert(member)) {
                call(notNull, property);
            }
        }
    }

    private static boolean isFilledOnInsert(AnnotatedElement member) {
        CurrentTimestamp current = member.getAnnotation(CurrentTimestamp.class);
        return member.isAnnotationPresent(CreationTimestamp.class)
                || member.isAnnotationPresent(UpdateTimestamp.class)
                || (current != null && List.of(current.event()).contains(EventType.INSERT));
    }

    /** The context's type has other methods in each line of Hibernate; of all of them this one is asked. */
    private static void call(Method notNull, Property property) {
        Object context = Proxy.newProxyInstance(
                GeneratorCreationContext.class.getClassLoader(),
                new Class<?>[] {GeneratorCreationContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getProperty")) {
                        return property;
                    }
                    throw new UnsupportedOperationException(method.toString());
                });
        try {
            notNull.invoke(null, context);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "the generator of " + property.getName() + " cannot be asked whether its column is NOT NULL", e);
        }
    }
}
