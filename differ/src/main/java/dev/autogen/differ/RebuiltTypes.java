package dev.autogen.differ;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.QualifiedName;
import java.util.HashSet;
import java.util.Set;

/** What of a table has to make way when an enum type is made anew: expressions that hold labels of the old one. */
final class RebuiltTypes {
    private static final String REASON = "the enum type of a column of it is made anew";

    private RebuiltTypes() {}

    static void makeWay(TableDelta delta, Set<QualifiedName> rebuilt) {
        Set<String> columns = new HashSet<>();
        for (Column column : delta.live().columns()) {
            if (rebuilt.contains(EnumComparison.typeName(column.type()))) {
                columns.add(column.name());
            }
        }
        delta.recreateConstraints(
                constraint -> (constraint instanceof CheckConstraint || constraint instanceof ExclusionConstraint)
                        && Mentions.any(columns, constraint),
                constraint -> true,
                REASON);
        delta.recreateIndexes(index -> Mentions.anyInExpressions(columns, index), index -> true, REASON);
    }
}
