package dev.autogen.schema.dependent;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A view.
 *
 * @param name its name
 * @param query the query, without a semicolon at its end; names that are not qualified mean the default schema
 * @param options storage options, sorted by name: {@code security_barrier}, {@code security_invoker}, {@code check_option}
 * @param defaults defaults of its columns, sorted by column
 * @param access who may do what with it
 * @param comments what is said about it
 */
public record View(
        QualifiedName name,
        String query,
        Map<String, String> options,
        Map<String, SqlExpression> defaults,
        Access access,
        Comments comments)
        implements DependentObject {

    public View {
        requireNonNull(name, "name is null");
        requireNonNull(query, "query is null");
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        defaults = Collections.unmodifiableMap(new TreeMap<>(defaults));
        requireNonNull(access, "access is null");
        requireNonNull(comments, "comments is null");
    }

    /** A view of whoever makes it, without more. */
    public static View of(QualifiedName name, String query) {
        return new View(name, query, Map.of(), Map.of(), Access.OWN, Comments.NONE);
    }

    @Override
    public DependentName id() {
        return DependentName.of(DependentName.Kind.VIEW, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
