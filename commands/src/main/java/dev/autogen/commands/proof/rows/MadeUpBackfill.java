package dev.autogen.commands.proof.rows;

import dev.autogen.migration.Step;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.ddl.PostgresDdl;
import java.util.List;
import java.util.Optional;

/**
 * Fills a backfill that is to be written with a value that the column takes.
 *
 * @param there the catalog that the upgrade leads to
 * @param back the one that the downgrade leads back to, which has the columns that go
 */
record MadeUpBackfill(Catalog there, Catalog back) {

    /** The value as SQL; {@code NULL} where nothing is known of the column, which the next step then refuses. */
    String expression(Step.Unfilled backfill) {
        return in(there, backfill).or(() -> in(back, backfill)).orElse("NULL");
    }

    private static Optional<String> in(Catalog catalog, Step.Unfilled backfill) {
        Optional<Table> table = catalog.table(backfill.table());
        return table.flatMap(known -> reference(known, backfill.column()))
                .or(() -> table.flatMap(known -> value(catalog, known, backfill.column())));
    }

    private static Optional<String> reference(Table table, String column) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().contains(column))
                .findFirst()
                .map(key -> "(SELECT min(" + Identifiers.quote(target(key, column)) + "::text) FROM "
                        + qualified(key.target()) + ")::text::"
                        + table.column(column).orElseThrow().type().toSql());
    }

    private static String target(ForeignKey key, String column) {
        return key.targetColumns().get(key.columns().indexOf(column));
    }

    private static String qualified(QualifiedName name) {
        String schema = name.schema() == null ? "" : Identifiers.quote(name.schema()) + ".";
        return schema + Identifiers.quote(name.name());
    }

    private static Optional<String> value(Catalog catalog, Table table, String name) {
        Column column = table.column(name).orElse(null);
        if (column == null) {
            return Optional.empty();
        }
        List<String> values = new SampleValues(catalog).of(column, table.checks(), 0, 1);
        return values.stream()
                .findFirst()
                .map(value ->
                        PostgresDdl.literal(value) + "::text::" + column.type().toSql());
    }
}
