package dev.autogen.model;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * What an entity says a table or column of it was called before: {@code @RenamedFrom("name")}.
 *
 * @param table the table
 * @param column the column; null for the table itself
 * @param names what it may have been called, the last name first; a star in one of a column stands for what the names
 *     then and now have in common
 * @param origin the class and member that say it, such as {@code app.Customer.fullName}
 * @param position where; empty when its source is not known
 */
public record FormerName(
        QualifiedName table, String column, List<String> names, String origin, Optional<SourcePosition> position) {

    public FormerName {
        requireNonNull(table, "table is null");
        requireNonNull(origin, "origin is null");
        requireNonNull(position, "position is null");
        names = List.copyOf(names);
    }

    /** Whether it is the table that was renamed. */
    public boolean isOfTable() {
        return column == null;
    }

    /** Where it is said, as exactly as is known. */
    public String place() {
        return position.map(SourcePosition::toString).orElse(origin);
    }
}
