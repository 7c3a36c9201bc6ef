package dev.autogen.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Keeps methods below the 64 KiB of code that a class file allows (Java Virtual Machine Specification, 4.7.3). */
final class MethodParts {
    private static final int MOST_WEIGHT = 40_000;

    private MethodParts() {}

    /** The items in runs that each fit into a method; one run if all do. */
    static <T> List<List<T>> split(List<T> items, ToIntFunction<T> weight, int most) {
        List<List<T>> parts = new ArrayList<>();
        List<T> part = new ArrayList<>();
        int sum = 0;
        for (T item : items) {
            int each = weight.applyAsInt(item);
            if (part.size() == most || (!part.isEmpty() && sum + each > MOST_WEIGHT)) {
                parts.add(List.copyOf(part));
                part.clear();
                sum = 0;
            }
            part.add(item);
            sum += each;
        }
        parts.add(List.copyOf(part));
        return parts;
    }
}
