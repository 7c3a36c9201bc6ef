package dev.autogen.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.operation.Operation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What {@link RoundTripTest} tries must not lag behind what there is: every operation, and every option of each. */
class OperationCoverageTest {
    /** What a migration does not say: what is only ever read from databases, or stands in statements of its own. */
    private static final Set<String> UNWRITTEN = Set.of(
            "dev.autogen.schema.Index.valid",
            "dev.autogen.schema.Table.indexes",
            "dev.autogen.schema.Table.partitionKey",
            "dev.autogen.schema.Table.unmodelled");

    /** Component of a record, to the values it was seen with; two are enough to know that it varies. */
    private final Map<String, Set<Object>> values = new TreeMap<>();

    /** Component of an enum, to the constants it was never seen with. */
    private final Map<String, List<?>> untried = new TreeMap<>();

    private final Set<Class<?>> seen = new LinkedHashSet<>();
    private final Set<Class<?>> sealed = new LinkedHashSet<>();

    @Test
    void every_kind_and_every_option_of_it_is_tried() throws Exception {
        for (long seed : RoundTripTest.seeds().toArray()) {
            for (Operation operation : new RandomOperations(seed).ofEachKind()) {
                look(operation);
            }
        }
        look(Operation.class);

        assertThat(missingKinds()).as("kinds that are never tried").isEmpty();
        assertThat(untried.entrySet())
                .as("constants that are never tried")
                .allSatisfy(entry -> assertThat(entry.getValue()).isEmpty());
        assertThat(values.entrySet().stream()
                        .filter(entry -> entry.getValue().size() < 2)
                        .map(Map.Entry::getKey)
                        .filter(option -> !UNWRITTEN.contains(option)))
                .as("options that are never tried with another value")
                .isEmpty();
    }

    /** Of each sealed type that a component has, every record; of each enum every constant. */
    private Set<String> missingKinds() {
        Set<String> missing = new TreeSet<>();
        for (Class<?> type : sealed) {
            Arrays.stream(type.getPermittedSubclasses())
                    .filter(kind -> !seen.contains(kind))
                    .forEach(kind -> missing.add(kind.getName()));
        }
        return missing;
    }

    private void look(Class<?> declared) {
        if (declared.isSealed()) {
            sealed.add(declared);
        }
    }

    private void look(Object value) throws ReflectiveOperationException {
        if (value instanceof Collection<?> many) {
            for (Object each : many) {
                look(each);
            }
        } else if (value instanceof Map<?, ?> map) {
            look(map.values());
        } else if (value instanceof Record row && row.getClass().getName().startsWith("dev.autogen.schema.")) {
            seen.add(row.getClass());
            for (Class<?> parent : row.getClass().getInterfaces()) {
                look(parent);
            }
            for (RecordComponent component : row.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                Object inside = component.getAccessor().invoke(row);
                note(row.getClass().getName() + "." + component.getName(), component.getType(), inside);
                look(inside);
            }
        }
    }

    private void note(String component, Class<?> type, Object value) {
        Set<Object> known = values.computeIfAbsent(component, key -> new LinkedHashSet<>());
        if (type.isEnum()) {
            known.add(value);
            List<?> missing = Arrays.stream(type.getEnumConstants())
                    .filter(constant -> !known.contains(constant))
                    .toList();
            untried.put(component, missing);
        } else if (known.size() < 2) {
            known.add(value == null ? "null" : value);
        }
    }
}
