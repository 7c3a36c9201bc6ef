package dev.autogen.schema.ddl;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.ReferentialAction;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code table_constraint} of {@code CREATE TABLE} and {@code ALTER TABLE}. */
final class ConstraintDdl implements Constraint.Visitor<String> {
    private static final String WITHOUT_OVERLAPS = " WITHOUT OVERLAPS";

    private final SqlNames names;

    ConstraintDdl(SqlNames names) {
        this.names = names;
    }

    /**
     * The constraints that {@code CREATE TABLE} makes as they are written. It takes {@code NOT VALID} for valid, since
     * there are no rows, and makes one index of two constraints that ask for the same one; those are added afterwards.
     */
    static List<Constraint> inCreateTable(Table table) {
        Set<Constraint> indexes = new HashSet<>();
        return table.constraints().stream()
                .filter(ConstraintDdl::isValidated)
                .filter(constraint -> indexOf(constraint).map(indexes::add).orElse(true))
                .toList();
    }

    private static boolean isValidated(Constraint constraint) {
        return !(constraint instanceof ForeignKey key && key.enforced() && !key.validated())
                && !(constraint instanceof CheckConstraint check && check.enforced() && !check.validated());
    }

    /** What the constraint asks of its index, a primary key no more than a unique constraint. */
    private static Optional<Constraint> indexOf(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return Optional.of(new UniqueConstraint(null, key.columns(), key.include(), false, key.deferrability()));
        }
        return constraint instanceof UniqueConstraint || constraint instanceof ExclusionConstraint
                ? Optional.of(constraint.withName(null))
                : Optional.empty();
    }

    /** {@code CONSTRAINT name definition}, or the definition alone where there is no name. */
    String definition(Constraint constraint) {
        String body = constraint.accept(this);
        return constraint.name() == null ? body : "CONSTRAINT " + quote(constraint.name()) + " " + body;
    }

    /** {@code CONSTRAINT name UNIQUE USING INDEX index}; what the index says is not said again. */
    String usingIndex(Constraint constraint, String index) {
        boolean primary = constraint instanceof PrimaryKey;
        Deferrability deferrability = constraint instanceof PrimaryKey key
                ? key.deferrability()
                : ((UniqueConstraint) constraint).deferrability();
        return "CONSTRAINT " + quote(constraint.name()) + (primary ? " PRIMARY KEY" : " UNIQUE") + " USING INDEX "
                + quote(index) + when(deferrability);
    }

    @Override
    public String visit(PrimaryKey key) {
        return "PRIMARY KEY " + columns(key.columns(), "", key.withoutOverlaps() ? WITHOUT_OVERLAPS : "")
                + include(key.include()) + when(key.deferrability());
    }

    @Override
    public String visit(UniqueConstraint unique) {
        return "UNIQUE " + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "")
                + columns(unique.columns(), "", unique.withoutOverlaps() ? WITHOUT_OVERLAPS : "")
                + include(unique.include()) + when(unique.deferrability());
    }

    @Override
    public String visit(ForeignKey key) {
        String period = key.period() ? "PERIOD " : "";
        return "FOREIGN KEY " + columns(key.columns(), period, "") + " REFERENCES " + names.qualified(key.target())
                + " "
                + columns(key.targetColumns(), period, "") + (key.matchFull() ? " MATCH FULL" : "")
                + action(" ON DELETE ", key.onDelete())
                + (key.onDeleteColumns().isEmpty() ? "" : " " + SqlNames.list(key.onDeleteColumns()))
                + action(" ON UPDATE ", key.onUpdate()) + when(key.deferrability())
                + valid(key.validated(), key.enforced());
    }

    @Override
    public String visit(CheckConstraint check) {
        return "CHECK (" + check.expression().text() + ")" + (check.noInherit() ? " NO INHERIT" : "")
                + valid(check.validated(), check.enforced());
    }

    @Override
    public String visit(ExclusionConstraint exclusion) {
        return "EXCLUDE USING " + quote(exclusion.method())
                + exclusion.elements().stream()
                        .map(element -> IndexDdl.key(element.key()) + " WITH " + element.operator())
                        .collect(joining(", ", " (", ")"))
                + (exclusion.predicate() == null
                        ? ""
                        : " WHERE (" + exclusion.predicate().text() + ")")
                + when(exclusion.deferrability());
    }

    private static String include(List<String> columns) {
        return columns.isEmpty() ? "" : " INCLUDE " + SqlNames.list(columns);
    }

    private static String action(String clause, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : clause + action.toSql();
    }

    private static String when(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    private static String valid(boolean validated, boolean enforced) {
        if (!enforced) {
            return " NOT ENFORCED";
        }
        return validated ? "" : " NOT VALID";
    }

    /** Column names, the last one with a word before or behind it. */
    private static String columns(List<String> columns, String beforeLast, String behindLast) {
        int last = columns.size() - 1;
        return columns.subList(0, last).stream()
                .map(column -> quote(column) + ", ")
                .collect(joining("", "(", beforeLast + quote(columns.get(last)) + behindLast + ")"));
    }
}
