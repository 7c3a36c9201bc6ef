package dev.autogen.commands.preflight;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows that exclude each other: every comparison of an exclusion constraint holds between them.
 *
 * @param table the table
 * @param columns the columns among what is compared
 * @param elements what is compared, and how
 * @param predicate the rows it applies to, as SQL; empty for all
 */
record ExclusionProbe(ForeseenTable table, List<String> columns, List<Element> elements, Optional<String> predicate)
        implements RowProbe {
    /** Each row is compared with each other one unless something equal tells them apart. */
    private static final long SAMPLE_OF_PAIRS = 3_000;

    private static final String THIS = quote("autogen this");
    private static final String OTHER = quote("autogen other");

    ExclusionProbe {
        columns = List.copyOf(columns);
        elements = List.copyOf(elements);
    }

    /**
     * One comparison.
     *
     * @param expression SQL over the columns
     * @param operator SQL of the operator
     */
    record Element(String expression, String operator) {}

    @Override
    public String kind() {
        return "exclusion";
    }

    @Override
    public Reach reach() {
        return Reach.ITSELF;
    }

    @Override
    public String rows(Scan scan) {
        return "(SELECT * FROM " + compared(scan) + " AS " + THIS + ")";
    }

    private String compared(Scan scan) {
        List<String> items = new ArrayList<>(table.identity());
        IntStream.range(0, elements.size())
                .forEach(i -> items.add(elements.get(i).expression() + " AS " + value(i)));
        return "(SELECT " + String.join(", ", items) + " FROM " + table.rows(reach(), scan) + " AS " + table.alias()
                + predicate.map(sql -> " WHERE " + sql).orElse("") + ")";
    }

    @Override
    public String violation(Scan scan) {
        String pairs = IntStream.range(0, elements.size())
                .mapToObj(i -> table.alias() + "." + value(i) + " "
                        + elements.get(i).operator() + " " + OTHER + "." + value(i))
                .collect(joining(" AND "));
        return "EXISTS (SELECT 1 FROM " + compared(scan) + " AS " + OTHER + " WHERE " + pairs + " AND ("
                + OTHER + "." + ForeseenTable.PART + " <> " + table.alias() + "." + ForeseenTable.PART + " OR " + OTHER
                + "." + ForeseenTable.PLACE + " <> " + table.alias() + "." + ForeseenTable.PLACE + "))";
    }

    private static String value(int i) {
        return quote("autogen value " + (i + 1));
    }

    @Override
    public String problem(Count count) {
        return count.rows("collides with another one", "collide with others");
    }

    @Override
    public long sampleSize() {
        return SAMPLE_OF_PAIRS;
    }
}
