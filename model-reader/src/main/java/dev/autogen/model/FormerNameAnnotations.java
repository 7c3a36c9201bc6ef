package dev.autogen.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;

/** Reads {@code @RenamedFrom} off class files, where it is whatever its retention; known by its simple name. */
final class FormerNameAnnotations {
    private static final String NAME = "RenamedFrom";
    private static final byte[] MENTION = NAME.getBytes(StandardCharsets.US_ASCII);

    private FormerNameAnnotations() {}

    /** The names by property; those of the class itself under the empty name. */
    static Map<String, List<String>> of(byte[] classFile) throws IOException {
        return ClassScanner.mentions(classFile, MENTION)
                ? of(Index.singleClass(new ByteArrayInputStream(classFile)))
                : Map.of();
    }

    private static Map<String, List<String>> of(ClassInfo type) {
        Map<String, List<String>> names = new HashMap<>();
        type.annotationsMap().forEach((annotation, instances) -> {
            if (isNamed(annotation.toString())) {
                instances.forEach(instance -> add(instance, names));
            }
        });
        return names;
    }

    private static boolean isNamed(String annotation) {
        int before = annotation.length() - NAME.length() - 1;
        return annotation.endsWith(NAME)
                && (before < 0 || annotation.charAt(before) == '.' || annotation.charAt(before) == '$');
    }

    private static void add(AnnotationInstance instance, Map<String, List<String>> names) {
        AnnotationValue value = instance.value();
        AnnotationTarget target = instance.target();
        if (value == null || target == null) {
            return;
        }
        List<String> old =
                value.kind() == AnnotationValue.Kind.ARRAY ? List.of(value.asStringArray()) : List.of(value.asString());
        switch (target.kind()) {
            case CLASS -> names.put("", old);
            case FIELD -> names.put(target.asField().name(), old);
            case METHOD -> names.put(SourceFile.property(target.asMethod().name()), old);
            case METHOD_PARAMETER, TYPE, RECORD_COMPONENT -> {
                // What stands there stands on the field or getter as well, or names nothing.
            }
        }
    }
}
