package dev.autogen.commands.preflight;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.autogen.commands.preflight.ForeseenColumn.Origin;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table as it will be at some point of a run, as a query over the table as it is now: what is renamed, added and
 * converted before is so in the query's columns. Expressions of the migration can then be evaluated over it as they
 * stand, and nothing has to understand them. Immutable.
 */
final class ForeseenTable {
    /** Columns of the query beside the table's own, which tell where a row is. */
    static final String PART = quote("autogen part");

    static final String PLACE = quote("autogen place");

    private final QualifiedName name;
    private final List<QualifiedName> names;
    /** Null where the run makes the table. */
    private final LiveTable live;

    private final List<ForeseenColumn> columns;
    private final List<Layer> layers;
    private final boolean converted;

    /** One change of the table: what its columns are computed from those before. */
    private record Layer(String alias, List<String> items) {}

    private ForeseenTable(
            QualifiedName name,
            List<QualifiedName> names,
            LiveTable live,
            List<ForeseenColumn> columns,
            List<Layer> layers,
            boolean converted) {
        this.name = name;
        this.names = List.copyOf(names);
        this.live = live;
        this.columns = List.copyOf(columns);
        this.layers = List.copyOf(layers);
        this.converted = converted;
    }

    /** A table as it is now. */
    static ForeseenTable of(QualifiedName name, LiveTable live) {
        List<ForeseenColumn> columns = live.columns().stream()
                .map(column -> new ForeseenColumn(column.name(), column.type(), column.notNull(), Origin.LIVE))
                .toList();
        return new ForeseenTable(name, List.of(name), live, columns, List.of(), false);
    }

    /** A table that the run makes, without rows. */
    static ForeseenTable made(QualifiedName name, List<ForeseenColumn> columns) {
        return new ForeseenTable(name, List.of(name), null, columns, List.of(), false);
    }

    /** The name by then. */
    QualifiedName name() {
        return name;
    }

    /** All names it has had. */
    List<QualifiedName> names() {
        return names;
    }

    /** The table as it is now; empty where the run makes it. */
    Optional<LiveTable> live() {
        return Optional.ofNullable(live);
    }

    /** Whether values are converted before, so that some may not come through. */
    boolean isConverted() {
        return converted;
    }

    List<ForeseenColumn> columns() {
        return columns;
    }

    Optional<ForeseenColumn> column(String column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }

    ForeseenTable renamed(String newName) {
        QualifiedName next = name.withName(newName);
        List<QualifiedName> all = Stream.concat(names.stream(), Stream.of(next)).toList();
        return new ForeseenTable(next, all, live, columns, layers, converted);
    }

    ForeseenTable withColumnRenamed(String from, String to) {
        return changed(
                column -> column.name().equals(from) ? column.withName(to) : column,
                column -> column.name().equals(from) ? quote(from) + " AS " + quote(to) : quote(column.name()),
                converted);
    }

    ForeseenTable withoutColumn(String gone) {
        List<ForeseenColumn> left =
                columns.stream().filter(column -> !column.name().equals(gone)).toList();
        return new ForeseenTable(
                name,
                names,
                live,
                left,
                layered(left.stream().map(column -> quote(column.name())).toList()),
                converted);
    }

    /**
     * With one more column.
     *
     * @param value its value in each row, as SQL over the columns there are
     */
    ForeseenTable with(ForeseenColumn added, String value) {
        List<ForeseenColumn> all =
                Stream.concat(columns.stream(), Stream.of(added)).toList();
        List<String> items = Stream.concat(
                        columns.stream().map(column -> quote(column.name())),
                        Stream.of(value + " AS " + quote(added.name())))
                .toList();
        return new ForeseenTable(name, names, live, all, layered(items), converted);
    }

    /**
     * With other values in a column.
     *
     * @param after the column by then
     * @param value its value in each row, as SQL over the columns there are
     */
    ForeseenTable withConverted(ForeseenColumn after, String value) {
        return changed(
                column -> column.name().equals(after.name()) ? after : column,
                column -> column.name().equals(after.name())
                        ? value + " AS " + quote(after.name())
                        : quote(column.name()),
                true);
    }

    /** With another word on whether the column takes null. */
    ForeseenTable withNotNull(String of, boolean notNull) {
        List<ForeseenColumn> all = columns.stream()
                .map(column -> column.name().equals(of) ? column.withNotNull(notNull) : column)
                .toList();
        return new ForeseenTable(name, names, live, all, layers, converted);
    }

    private ForeseenTable changed(
            UnaryOperator<ForeseenColumn> change, Function<ForeseenColumn, String> item, boolean nowConverted) {
        return new ForeseenTable(
                name,
                names,
                live,
                columns.stream().map(change).toList(),
                layered(columns.stream().map(item).toList()),
                nowConverted);
    }

    private List<Layer> layered(List<String> items) {
        return Stream.concat(layers.stream(), Stream.of(new Layer(alias(), items)))
                .toList();
    }

    /** The name by which expressions may speak of the table. */
    String alias() {
        return quote(name.name());
    }

    /** How the columns of the primary key are called in the query, with their names now; empty where there is none. */
    Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        List<String> key = live == null ? List.of() : live.key();
        IntStream.range(0, key.size()).forEach(i -> keys.put(quote("autogen key " + (i + 1)), key.get(i)));
        return keys;
    }

    /** The columns of the query that say which row it is. */
    List<String> identity() {
        return Stream.concat(Stream.of(PART, PLACE), keys().keySet().stream()).toList();
    }

    /**
     * The rows, in parentheses and without an alias.
     *
     * @param reach whether the rows of inheriting tables belong to it
     */
    String rows(Reach reach, Scan scan) {
        if (live == null) {
            return nothing();
        }
        String query = base(reach, scan);
        for (Layer layer : layers) {
            List<String> items = new ArrayList<>(identity());
            items.addAll(layer.items());
            query = "(SELECT " + String.join(", ", items) + " FROM " + query + " AS " + layer.alias() + ")";
        }
        return query;
    }

    private String base(Reach reach, Scan scan) {
        List<String> items = new ArrayList<>(List.of("tableoid AS " + PART, "ctid AS " + PLACE));
        keys().forEach((alias, column) -> items.add(quote(column) + " AS " + alias));
        live.columns().forEach(column -> items.add(quote(column.name())));
        return "(SELECT " + String.join(", ", items) + " FROM " + source(reach) + scan.clause() + ")";
    }

    /** The rows of a table that the run makes: none yet. */
    private String nothing() {
        return columns.stream()
                .map(column -> ", NULL::" + column.type().toSql() + " AS " + quote(column.name()))
                .collect(joining("", "(SELECT NULL::oid AS " + PART + ", NULL::tid AS " + PLACE, " WHERE false)"));
    }

    /** The table as it is now, for {@code FROM}. */
    String source(Reach reach) {
        boolean only = reach == Reach.ITSELF && !live.isPartitioned();
        return (only ? "ONLY " : "") + quote(live.name().schema()) + "."
                + quote(live.name().name());
    }
}
