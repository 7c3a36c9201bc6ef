package dev.autogen.schema.dependent;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Rights that a role was given.
 *
 * @param role the role, or {@link #PUBLIC}
 * @param privileges the rights as {@code GRANT} spells them, never empty
 * @param columns the columns they hold for; empty for all of the view
 * @param grantable whether the role may hand them on
 */
public record Grant(String role, List<String> privileges, List<String> columns, boolean grantable) {
    /** Stands for every role; no role has an empty name. */
    public static final String PUBLIC = "";

    public Grant {
        requireNonNull(role, "role is null");
        privileges = List.copyOf(privileges);
        if (privileges.isEmpty()) {
            throw new IllegalArgumentException("a grant to '" + role + "' gives no right");
        }
        columns = List.copyOf(columns);
    }
}
