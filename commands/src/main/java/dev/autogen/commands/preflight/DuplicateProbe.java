package dev.autogen.commands.preflight;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows that have the same values where these are to be unique.
 *
 * @param table the table
 * @param columns the columns among what is to be unique
 * @param values what is to be unique, each as SQL over the columns
 * @param predicate the rows it concerns, as SQL; empty for all
 * @param nullsNotDistinct whether two nulls are the same
 */
record DuplicateProbe(
        ForeseenTable table,
        List<String> columns,
        List<String> values,
        Optional<String> predicate,
        boolean nullsNotDistinct)
        implements Probe {

    DuplicateProbe {
        columns = List.copyOf(columns);
        values = List.copyOf(values);
    }

    @Override
    public String kind() {
        return "duplicate";
    }

    @Override
    public QualifiedName object() {
        return table.name();
    }

    /** The rows with their values, in parentheses. */
    private String rows(Scan scan) {
        List<String> items = new ArrayList<>(table.identity());
        IntStream.range(0, values.size()).forEach(i -> items.add(values.get(i) + " AS " + value(i)));
        return "(SELECT " + String.join(", ", items) + " FROM " + table.rows(Reach.ITSELF, scan) + " AS "
                + table.alias() + predicate.map(sql -> " WHERE " + sql).orElse("") + ")";
    }

    /** The values that several rows have, each with the number of these. */
    private String groups(Scan scan) {
        String complete = nullsNotDistinct ? "" : " WHERE " + each("held.", " IS NOT NULL", " AND ");
        String by = each("held.", "", ", ");
        return "SELECT " + by + ", count(*) AS number FROM " + rows(scan) + " AS held" + complete + " GROUP BY " + by
                + " HAVING count(*) > 1";
    }

    /** All values that several rows have. */
    String all(Scan scan) {
        return groups(scan);
    }

    /** How many values several rows have, and how many rows those are, as far as the limit goes. */
    String count(Scan scan, int limit) {
        return "SELECT count(*), coalesce(sum(number), 0) FROM (" + groups(scan) + " LIMIT " + limit + ") AS found";
    }

    /** Where some of these rows are. */
    String examples(Scan scan, int limit, int rows) {
        String same = IntStream.range(0, values.size())
                .mapToObj(i -> "held." + value(i) + " IS NOT DISTINCT FROM found." + value(i))
                .collect(joining(" AND "));
        return "SELECT held.* FROM " + rows(scan) + " AS held JOIN (" + groups(scan) + " ORDER BY "
                + each("held.", "", ", ") + " LIMIT " + limit + ") AS found ON " + same + " LIMIT " + rows;
    }

    private String each(String before, String behind, String between) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> before + value(i) + behind)
                .collect(joining(between));
    }

    private static String value(int i) {
        return quote("autogen value " + (i + 1));
    }

    /** What is wrong. */
    String problem(long groups, Count rows) {
        String many = rows.exact() ? "" : "at least ";
        return many + groups + (groups == 1 ? " value is held" : " values are held") + " by more than one row, " + many
                + rows.number() + " in all";
    }
}
