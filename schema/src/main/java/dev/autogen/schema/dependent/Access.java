package dev.autogen.schema.dependent;

import java.util.List;
import java.util.Optional;

/**
 * Who owns a view, and who else may do what with it.
 *
 * @param owner the owning role; null for whoever makes the view
 * @param withheld roles that get rights by default and have others here or none: these are taken away before the grants
 * @param grants the rights, in PostgreSQL's order
 */
public record Access(String owner, List<String> withheld, List<Grant> grants) {
    /** It belongs to whoever makes it, and nobody else is told of. */
    public static final Access OWN = new Access(null, List.of(), List.of());

    public Access {
        withheld = List.copyOf(withheld);
        grants = List.copyOf(grants);
    }

    /** The owning role; empty for whoever makes the view. */
    public Optional<String> ownerRole() {
        return Optional.ofNullable(owner);
    }
}
