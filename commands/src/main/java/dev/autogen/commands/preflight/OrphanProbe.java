package dev.autogen.commands.preflight;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.autogen.schema.ForeignKey;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows that a foreign key would point nowhere with.
 *
 * @param table the referencing table
 * @param key the foreign key
 * @param target the referenced table
 */
record OrphanProbe(ForeseenTable table, ForeignKey key, ForeseenTable target) implements RowProbe {
    private static final String REFERENCED = quote("autogen referenced");

    @Override
    public String kind() {
        return "orphan";
    }

    @Override
    public List<String> columns() {
        return key.columns();
    }

    @Override
    public Reach reach() {
        return Reach.ITSELF;
    }

    /** A row with a null points nowhere and is left alone; with {@code MATCH FULL} only if all of them are null. */
    @Override
    public String violation(Scan scan) {
        String complete = own(" IS NOT NULL", " AND ");
        String pairs = IntStream.range(0, key.columns().size())
                .mapToObj(i -> REFERENCED + "." + quote(key.targetColumns().get(i)) + " = "
                        + column(key.columns().get(i)))
                .collect(joining(" AND "));
        String orphan = complete + " AND NOT EXISTS (SELECT 1 FROM " + target.rows(Reach.ITSELF, Scan.WHOLE) + " AS "
                + REFERENCED + " WHERE " + pairs + ")";
        return key.matchFull()
                ? "((" + own(" IS NULL", " OR ") + ") AND (" + own(" IS NOT NULL", " OR ") + ")) OR (" + orphan + ")"
                : orphan;
    }

    private String own(String test, String between) {
        return key.columns().stream().map(column -> column(column) + test).collect(joining(between));
    }

    private String column(String name) {
        return table.alias() + "." + quote(name);
    }

    @Override
    public String problem(Count count) {
        return count.rows("points", "point") + " at no row of " + target.name();
    }
}
