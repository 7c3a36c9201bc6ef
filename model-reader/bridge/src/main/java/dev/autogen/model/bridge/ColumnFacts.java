package dev.autogen.model.bridge;

import java.util.List;

/**
 * A column as Hibernate would write it.
 *
 * @param type the SQL type in Hibernate's spelling, such as {@code varchar(255)}
 * @param enumType whether the type, or that of an array's elements, is an enum type that Hibernate makes
 * @param definition the explicit {@code columnDefinition}; null when there is none
 * @param defaultValue an SQL expression; null when there is none
 * @param generatedAs the expression of a generated column; null when there is none
 * @param generatedStored whether a generated column is stored; true when there is no expression
 * @param collation null when there is none
 * @param comment null when there is none
 * @param unique whether the column alone carries an anonymous unique constraint
 * @param origin null when no member of an entity stands behind the column
 * @param within the embedded members in whose classes the origin stands, the outermost first; empty where it stands in
 *     the entity itself
 */
public record ColumnFacts(
        NameFacts name,
        String type,
        boolean enumType,
        String definition,
        boolean nullable,
        boolean identity,
        String defaultValue,
        String generatedAs,
        boolean generatedStored,
        String collation,
        String comment,
        boolean unique,
        List<CheckFacts> checks,
        MemberFacts origin,
        List<MemberFacts> within) {

    public ColumnFacts {
        checks = List.copyOf(checks);
        within = List.copyOf(within);
    }
}
