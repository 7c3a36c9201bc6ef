package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A type made with {@code CREATE TYPE ... AS ENUM}.
 *
 * @param name its name
 * @param labels its values in sort order
 */
public record EnumType(QualifiedName name, List<String> labels) {

    public EnumType {
        requireNonNull(name, "name is null");
        labels = List.copyOf(labels);
    }
}
