package dev.autogen.schema.dependent;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A materialized view. Its indexes are made with {@link dev.autogen.schema.operation.CreateIndex}.
 *
 * @param name its name
 * @param query the query, without a semicolon at its end; names that are not qualified mean the default schema
 * @param options storage options, such as {@code fillfactor}, sorted by name
 * @param populated whether it holds data; one that does not cannot be queried until it is refreshed
 * @param access who may do what with it
 * @param comments what is said about it
 */
public record MaterializedView(
        QualifiedName name,
        String query,
        Map<String, String> options,
        boolean populated,
        Access access,
        Comments comments)
        implements DependentObject {

    public MaterializedView {
        requireNonNull(name, "name is null");
        requireNonNull(query, "query is null");
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        requireNonNull(access, "access is null");
        requireNonNull(comments, "comments is null");
    }

    @Override
    public DependentName id() {
        return DependentName.of(DependentName.Kind.MATERIALIZED_VIEW, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
