package dev.autogen.differ;

import dev.autogen.schema.QualifiedName;
import java.util.Collection;
import java.util.List;

/**
 * Two catalogs cannot be compared: the model contradicts itself, or a rename names what is not there. Or a difference
 * cannot be made to go, because other objects hang on it.
 */
public final class DifferException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<QualifiedName> tables;

    DifferException(String message) {
        this(message, List.of());
    }

    DifferException(String message, Collection<QualifiedName> tables) {
        super(message);
        this.tables = List.copyOf(tables);
    }

    /** The tables of the model that contradict themselves or one another; none when it is about something else. */
    public List<QualifiedName> tables() {
        return tables;
    }
}
