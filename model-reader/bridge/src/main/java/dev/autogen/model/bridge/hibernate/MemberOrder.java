package dev.autogen.model.bridge.hibernate;

import dev.autogen.model.bridge.MemberFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.utility.OpenedClassReader;
import org.hibernate.mapping.Property;

/**
 * In which order a class declares its properties, those of superclasses first. Hibernate sorts them by name; a class
 * file keeps the fields as they were written, and the JVM hands them out so.
 */
final class MemberOrder {

    private record Place(int depth, int index, String className) {}

    private final String className;
    private final Map<String, Place> places = new HashMap<>();

    /**
     * @param type the class; null for a mapping without one
     * @param name what to call it
     */
    MemberOrder(Class<?> type, String name) {
        this.className = name;
        List<Class<?>> lineage = new ArrayList<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            lineage.add(0, each);
        }
        for (int depth = 0; depth < lineage.size(); depth++) {
            addMembers(lineage.get(depth), depth);
        }
    }

    private void addMembers(Class<?> type, int depth) {
        Field[] fields = type.getDeclaredFields();
        for (int index = 0; index < fields.length; index++) {
            places.put(fields[index].getName(), new Place(depth, index, type.getName()));
        }
        // A property without a field stands behind those with one. The JVM keeps no order of methods; the class file
        // does.
        List<String> order = null;
        for (Method method : methods(type)) {
            String property = propertyName(method);
            if (property != null && !places.containsKey(property)) {
                order = order == null ? methodsAsWritten(type) : order;
                int index = order.indexOf(method.getName());
                places.put(
                        property,
                        new Place(depth, index < 0 ? Integer.MAX_VALUE : fields.length + index, type.getName()));
            }
        }
    }

    /** Empty where the class file cannot be had. */
    private static List<String> methodsAsWritten(Class<?> type) {
        List<String> names = new ArrayList<>();
        String file = type.getName().replace('.', '/') + ".class";
        ClassLoader loader = type.getClassLoader();
        try (InputStream in = loader == null ? null : loader.getResourceAsStream(file)) {
            if (in != null) {
                OpenedClassReader.of(in.readAllBytes())
                        .accept(
                                new ClassVisitor(OpenedClassReader.ASM_API) {
                                    @Override
                                    public MethodVisitor visitMethod(
                                            int access,
                                            String name,
                                            String descriptor,
                                            String signature,
                                            String[] exceptions) {
                                        names.add(name);
                                        return null;
                                    }
                                },
                                ClassReader.SKIP_CODE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    /** None where a signature names a class that is absent, which Hibernate itself may not mind. */
    private static Method[] methods(Class<?> type) {
        try {
            return type.getDeclaredMethods();
        } catch (NoClassDefFoundError e) {
            return new Method[0];
        }
    }

    private static String propertyName(Method method) {
        if (method.getParameterCount() != 0 || method.getReturnType() == void.class) {
            return null;
        }
        String name = method.getName();
        for (String prefix : List.of("get", "is")) {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                return decapitalize(name.substring(prefix.length()));
            }
        }
        return name;
    }

    /** As JavaBeans has it: {@code URL} stays, {@code Name} becomes {@code name}. */
    private static String decapitalize(String name) {
        boolean acronym =
                name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1));
        return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The properties as declared; those of no known place keep Hibernate's order, at the end. */
    List<Property> sort(List<Property> properties) {
        Place last = new Place(Integer.MAX_VALUE, Integer.MAX_VALUE, className);
        List<Property> sorted = new ArrayList<>(properties);
        sorted.sort(Comparator.comparing(
                property -> places.getOrDefault(property.getName(), last),
                Comparator.comparingInt(Place::depth).thenComparingInt(Place::index)));
        return sorted;
    }

    MemberFacts origin(String property) {
        Place place = places.get(property);
        return place == null ? new MemberFacts(className, "") : new MemberFacts(place.className(), property);
    }
}
