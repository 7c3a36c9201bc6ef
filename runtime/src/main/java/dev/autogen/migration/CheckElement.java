package dev.autogen.migration;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.SqlExpression;

/** A check constraint, see {@link Elements#check}. */
public final class CheckElement extends ConstraintElement {
    private final SqlExpression expression;
    private boolean noInherit;
    private boolean validated = true;
    private boolean enforced = true;

    CheckElement(Recording recording, String call, String name, String sql) {
        super(recording, call, name);
        this.expression = SqlExpression.of(Names.text(call, "expression", sql));
    }

    /** {@code NO INHERIT}: inheriting tables are spared. */
    public CheckElement noInherit() {
        open("noInherit");
        noInherit = true;
        return this;
    }

    /** {@code NOT VALID}: existing rows are not looked at until {@link Operations#validateConstraint}. */
    public CheckElement notValid() {
        open("notValid");
        validated = false;
        return this;
    }

    /** {@code NOT ENFORCED}: no row is held to it (PostgreSQL 18). */
    public CheckElement notEnforced() {
        open("notEnforced");
        enforced = false;
        validated = false;
        return this;
    }

    @Override
    CheckConstraint constraint() {
        return new CheckConstraint(name(), expression, noInherit, validated, enforced);
    }
}
