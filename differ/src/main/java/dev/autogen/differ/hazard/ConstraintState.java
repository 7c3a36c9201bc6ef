package dev.autogen.differ.hazard;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;

/**
 * A constraint while a migration runs.
 *
 * @param definition what it is
 * @param validated whether every row is known to obey it
 * @param addedIn the transaction in which the run added it; -1 where it did not
 */
record ConstraintState(Constraint definition, boolean validated, int addedIn) {
    private static final int BEFORE = -1;

    static ConstraintState live(Constraint definition) {
        return new ConstraintState(definition, isValidated(definition), BEFORE);
    }

    static ConstraintState added(Constraint definition, int transaction) {
        return new ConstraintState(definition, isValidated(definition), transaction);
    }

    ConstraintState validatedNow() {
        return new ConstraintState(definition, true, addedIn);
    }

    ConstraintState settled() {
        return new ConstraintState(definition, validated, BEFORE);
    }

    private static boolean isValidated(Constraint constraint) {
        if (constraint instanceof CheckConstraint check) {
            return check.validated() && check.enforced();
        }
        return !(constraint instanceof ForeignKey key) || (key.validated() && key.enforced());
    }
}
