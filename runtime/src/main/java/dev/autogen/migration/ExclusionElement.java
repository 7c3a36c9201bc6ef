package dev.autogen.migration;

import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.SqlExpression;
import java.util.ArrayList;
import java.util.List;

/** An exclusion constraint, see {@link Elements#exclude}; it is complete once {@link #with} has been called. */
public final class ExclusionElement extends ConstraintElement {
    private String method = "gist";
    private final List<ExclusionConstraint.Element> elements = new ArrayList<>();
    private SqlExpression predicate;
    private Deferrability deferrability = Deferrability.NOT_DEFERRABLE;

    ExclusionElement(Recording recording, String call, String name) {
        super(recording, call, name);
    }

    /** {@code USING method}: the access method of its index, {@code gist} unless this says otherwise. */
    public ExclusionElement using(String method) {
        this.method = Names.name(open("using"), "access method", method);
        return this;
    }

    /** {@code column WITH operator}: no two rows for which all such comparisons are true. */
    public ExclusionElement with(String column, String operator) {
        return with(Elements.key(column), operator);
    }

    /** {@code key WITH operator}, where the key is an expression or has options. */
    public ExclusionElement with(IndexKeyElement key, String operator) {
        String call = open("with");
        elements.add(new ExclusionConstraint.Element(
                Names.given(call, "key", key).key(), Names.text(call, "operator", operator)));
        return this;
    }

    /** {@code WHERE (sql)}: the rows it applies to. */
    public ExclusionElement where(String sql) {
        predicate = SqlExpression.of(Names.text(open("where"), "condition", sql));
        return this;
    }

    /** {@code DEFERRABLE INITIALLY IMMEDIATE}: a transaction may ask that it be checked at its end. */
    public ExclusionElement deferrable() {
        open("deferrable");
        deferrability = Deferrability.INITIALLY_IMMEDIATE;
        return this;
    }

    /** {@code DEFERRABLE INITIALLY DEFERRED}: checked at the end of a transaction. */
    public ExclusionElement initiallyDeferred() {
        open("initiallyDeferred");
        deferrability = Deferrability.INITIALLY_DEFERRED;
        return this;
    }

    @Override
    ExclusionConstraint constraint() {
        if (elements.isEmpty()) {
            throw new InvalidMigrationException(
                    call() + ": does not say what it compares; add .with(column, operator)");
        }
        return new ExclusionConstraint(name(), method, elements, predicate, deferrability);
    }
}
