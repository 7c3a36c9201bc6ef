package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An exclusion constraint (PostgreSQL, section 5.5.6).
 *
 * @param name see {@link Constraint#name()}
 * @param method access method of its index, such as {@code gist}
 * @param elements what is compared and how, never empty
 * @param predicate the rows it applies to; null for all
 * @param deferrability when it is checked
 */
public record ExclusionConstraint(
        String name, String method, List<Element> elements, SqlExpression predicate, Deferrability deferrability)
        implements Constraint {

    /**
     * One comparison.
     *
     * @param key column or expression
     * @param operator SQL text of the operator, such as {@code &&}
     */
    public record Element(IndexKey key, String operator) {
        public Element {
            requireNonNull(key, "key is null");
            requireNonNull(operator, "operator is null");
        }
    }

    public ExclusionConstraint {
        requireNonNull(method, "method is null");
        elements = List.copyOf(elements);
        requireNonNull(deferrability, "deferrability is null");
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public ExclusionConstraint withName(String newName) {
        return new ExclusionConstraint(newName, method, elements, predicate, deferrability);
    }

    @Override
    public boolean hasIndex() {
        return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
