package dev.autogen.commands.preflight;

import static dev.autogen.schema.Identifiers.quote;

import dev.autogen.schema.CheckConstraint;
import java.util.List;
import java.util.Optional;

/**
 * Rows for which a check is false.
 *
 * @param table the table
 * @param check the check
 * @param value what {@code VALUE} stands for in the check of a domain, as SQL over the columns; empty for a table's check
 * @param column the column of the domain; null for a table's check
 */
record CheckProbe(ForeseenTable table, CheckConstraint check, Optional<String> value, String column)
        implements RowProbe {

    /** A table's own check. */
    static CheckProbe of(ForeseenTable table, CheckConstraint check) {
        return new CheckProbe(table, check, Optional.empty(), null);
    }

    @Override
    public String kind() {
        return "check";
    }

    @Override
    public List<String> columns() {
        return column == null ? List.of() : List.of(column);
    }

    @Override
    public Reach reach() {
        return check.noInherit() ? Reach.ITSELF : Reach.TREE;
    }

    /** Where {@code VALUE} is no word of the language, it is a name: that of a column. */
    @Override
    public String rows(Scan scan) {
        String rows = RowProbe.super.rows(scan);
        return value.map(sql -> "(SELECT " + String.join(", ", table.identity()) + ", " + sql + " AS " + quote("value")
                        + " FROM " + rows + " AS " + table.alias() + ")")
                .orElse(rows);
    }

    @Override
    public String violation(Scan scan) {
        return "(" + check.expression().text() + ") IS FALSE";
    }

    @Override
    public String problem(Count count) {
        return count.rows("violates", "violate") + " the check " + check.name() + " ("
                + check.expression().text().strip().replaceAll("\\s+", " ") + ")";
    }

    @Override
    public String failure(Count count) {
        return count.rows("makes", "make") + " the check " + check.name() + " fail with an error";
    }
}
