package dev.autogen.commands.preflight;

import dev.autogen.schema.Constraint;

/**
 * A constraint of the database that has not been validated.
 *
 * @param constraint the check or foreign key; null where it is a {@code NOT NULL}
 * @param column the column that takes no null; null where it is a check or foreign key
 */
record LiveConstraint(Constraint constraint, String column) {}
