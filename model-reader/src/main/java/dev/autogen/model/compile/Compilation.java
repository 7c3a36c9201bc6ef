package dev.autogen.model.compile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of compiling.
 *
 * @param classes bytes of each class by its binary name; what compiled before an error may be among them
 * @param diagnostics errors and warnings in the compiler's order
 */
public record Compilation(Map<String, byte[]> classes, List<Diagnostic> diagnostics) {

    public Compilation {
        classes = Collections.unmodifiableMap(new TreeMap<>(classes));
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether there is no error. */
    public boolean succeeded() {
        return errors().isEmpty();
    }

    /** The errors alone. */
    public List<Diagnostic> errors() {
        return diagnostics.stream().filter(Diagnostic::error).toList();
    }
}
