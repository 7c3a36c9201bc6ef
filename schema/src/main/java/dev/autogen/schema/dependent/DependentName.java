package dev.autogen.schema.dependent;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;

/**
 * What a dependent object is and what it is called.
 *
 * @param kind what it is
 * @param relation the table or view it is part of, or its own name where it stands alone
 * @param part its name within the relation; null for what stands alone
 */
public record DependentName(Kind kind, QualifiedName relation, String part) {

    /** The kinds of dependent objects. */
    public enum Kind {
        VIEW("view"),
        MATERIALIZED_VIEW("materialized view"),
        POLICY("policy"),
        TRIGGER("trigger"),
        RULE("rule"),
        STATISTICS("statistics");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As PostgreSQL calls it, in lower case. */
        public String word() {
            return word;
        }

        /** Whether it is named within a table or view. */
        public boolean isPart() {
            return this == POLICY || this == TRIGGER || this == RULE;
        }
    }

    public DependentName {
        requireNonNull(kind, "kind is null");
        requireNonNull(relation, "relation is null");
        if (kind.isPart() == (part == null)) {
            throw new IllegalArgumentException(
                    "a " + kind.word() + (part == null ? " has a name within " : " is not part of ") + relation);
        }
    }

    /** Something that stands alone. */
    public static DependentName of(Kind kind, QualifiedName name) {
        return new DependentName(kind, name, null);
    }

    /** Its name, with that of its relation where it is part of one: {@code users.tenant}. */
    public String name() {
        return part == null ? relation.toString() : relation + "." + part;
    }

    /** {@code view active_users}, {@code policy users.tenant}. */
    @Override
    public String toString() {
        return kind.word() + " " + name();
    }
}
