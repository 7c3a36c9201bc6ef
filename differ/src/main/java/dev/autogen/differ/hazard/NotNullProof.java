package dev.autogen.differ.hazard;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import java.util.Locale;

/**
 * Whether a column is known to hold no null. PostgreSQL does not look at the rows for {@code SET NOT NULL} where a validated
 * check says so (PostgreSQL, ALTER TABLE: "if a valid CHECK constraint is found which proves no NULL can exist").
 */
final class NotNullProof {
    private NotNullProof() {}

    /** Whether no row can have null in it, whoever knows why. */
    static boolean holds(Moment moment, QualifiedName table, String column) {
        return isKnownToPostgres(moment, table, column)
                || moment.table(table).column(column).filter(ColumnState::full).isPresent();
    }

    /** Whether PostgreSQL knows it without looking at the rows. */
    static boolean isKnownToPostgres(Moment moment, QualifiedName table, String column) {
        return moment.column(table, column)
                        .filter(definition -> !definition.nullable())
                        .isPresent()
                || moment.table(table).constraints().values().stream()
                        .anyMatch(constraint -> constraint.validated() && proves(constraint.definition(), column));
    }

    /** Whether the constraint, where every row obeys it, says that the column holds no null. */
    static boolean proves(Constraint constraint, String column) {
        if (!(constraint instanceof CheckConstraint check)) {
            return false;
        }
        String says = unwrapped(check.expression().canonical());
        return says.endsWith(" IS NOT NULL")
                && (says.startsWith(column + " IS") || says.startsWith(Identifiers.quote(column) + " IS"))
                && says.length() <= Identifiers.quote(column).length() + " IS NOT NULL".length();
    }

    private static String unwrapped(String expression) {
        String text = expression.strip();
        while (text.startsWith("(") && text.endsWith(")")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        int words = text.length() - "is not null".length();
        return words > 0 ? text.substring(0, words) + text.substring(words).toUpperCase(Locale.ROOT) : text;
    }
}
