package dev.autogen.differ;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.RenameConstraint;
import dev.autogen.schema.operation.RenameIndex;
import java.util.List;

/**
 * A constraint or index that gets another name.
 *
 * @param table its table
 * @param kind what it is
 * @param from its name
 * @param to its new name
 */
record PartRename(QualifiedName table, Kind kind, String from, String to) {

    enum Kind {
        INDEX,
        /** A constraint behind which an index of its name stands. */
        INDEXED_CONSTRAINT,
        OTHER_CONSTRAINT
    }

    static Kind kind(boolean indexed) {
        return indexed ? Kind.INDEXED_CONSTRAINT : Kind.OTHER_CONSTRAINT;
    }

    ObjectRef ref() {
        return kind == Kind.INDEX ? ObjectRef.index(table, from) : ObjectRef.constraint(table, from);
    }

    /** The names among which the new one has to be free. */
    List<String> space() {
        return kind == Kind.OTHER_CONSTRAINT
                ? List.of("constraints", table.toString())
                : Move.relations(table.schema());
    }

    Move move() {
        return new Move(
                space(),
                from,
                to,
                kind == Kind.INDEX
                        ? (old, name) -> new RenameIndex(table, old, name)
                        : (old, name) -> new RenameConstraint(table, old, name));
    }
}
