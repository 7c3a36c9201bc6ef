package dev.autogen.schema.dependent;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import java.util.List;

/**
 * A row security policy.
 *
 * @param table the table whose rows it guards
 * @param name its name within the table
 * @param permissive whether it adds rows to what other policies let through; false where it takes rows away
 * @param command {@code ALL}, {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param roles the roles it holds for, in PostgreSQL's order; empty for all
 * @param using the rows that can be seen; null without
 * @param check the rows that can be written; null where {@code using} says it
 * @param comment what is said about it; null without
 */
public record Policy(
        QualifiedName table,
        String name,
        boolean permissive,
        String command,
        List<String> roles,
        SqlExpression using,
        SqlExpression check,
        String comment)
        implements DependentObject {
    /** The command of a policy that holds for all of them. */
    public static final String ALL = "ALL";

    public Policy {
        requireNonNull(table, "table is null");
        requireNonNull(name, "name is null");
        requireNonNull(command, "command is null");
        roles = List.copyOf(roles);
    }

    @Override
    public DependentName id() {
        return new DependentName(DependentName.Kind.POLICY, table, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
