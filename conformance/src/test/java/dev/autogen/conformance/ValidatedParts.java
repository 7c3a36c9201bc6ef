package dev.autogen.conformance;

import dev.autogen.differ.SchemaDiff;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.ValidateConstraint;

/**
 * A catalog as it is after a downgrade: what the upgrade found valid in every row stays known to be so.
 *
 * @param start the catalog before the upgrade
 * @param diff the upgrade
 */
record ValidatedParts(Catalog start, SchemaDiff diff) {

    Catalog catalog() {
        return start.withTables(start.tables().stream()
                .map(table -> table.withConstraints(table.constraints().stream()
                        .map(constraint -> isValidated(table, constraint) ? validated(constraint) : constraint)
                        .toList()))
                .toList());
    }

    private boolean isValidated(Table table, Constraint constraint) {
        return diff.upgrade().contains(new ValidateConstraint(table.name(), constraint.name()));
    }

    private static Constraint validated(Constraint constraint) {
        return constraint instanceof CheckConstraint check
                ? check.withValidated(true)
                : ((ForeignKey) constraint).withValidated(true);
    }
}
