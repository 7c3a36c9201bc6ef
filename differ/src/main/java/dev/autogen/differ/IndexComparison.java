package dev.autogen.differ;

import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares two indexes that belong together. */
final class IndexComparison {
    private final Retention retention;

    IndexComparison(Retention retention) {
        this.retention = retention;
    }

    /** What tells the index from others of the same table when the names do not. */
    Object structure(Index index) {
        List<Object> parts = new ArrayList<>();
        parts.add(index.unique());
        parts.add(canonical(index.predicate()));
        for (IndexKey key : index.keys()) {
            parts.add(key.column() == null ? canonical(key.expression()) : List.of(key.column()));
            parts.add(key.descending());
        }
        return parts;
    }

    Fate<Index> compare(QualifiedName table, Index desired, Index live) {
        Attributes attributes = new Attributes(retention.complete());
        if (desired.valid() && !live.valid()) {
            attributes.said("state", "valid", "invalid");
        }
        if (!structure(desired).equals(structure(tolerated(desired, live)))) {
            attributes.different("definition", Descriptions.of(desired), Descriptions.of(live));
        } else {
            compareAttributes(attributes, desired, live);
        }
        attributes
                .unsaid()
                .forEach(what -> retention.keep(
                        ObjectRef.index(table, live.name()),
                        "index " + live.name() + " of " + table + " keeps its " + what
                                + ": the model does not say it"));
        if (attributes.differ()) {
            return Fate.replaced(
                    live, desired.name() == null ? desired.withName(live.name()) : desired, attributes.difference());
        }
        return desired.name() == null || desired.name().equals(live.name())
                ? Fate.stays(live)
                : Fate.renamed(live, live.withName(desired.name()));
    }

    /** JPA has no words for a predicate: a plain index that someone made partial under its name stays so. */
    private Index tolerated(Index desired, Index live) {
        boolean unsaid = !retention.complete() && desired.predicate() == null && !desired.unique();
        return unsaid ? live.withPredicate(null) : live;
    }

    private static void compareAttributes(Attributes attributes, Index desired, Index live) {
        attributes
                .unsaidAt("", "predicate", canonical(desired.predicate()), canonical(live.predicate()))
                .unsaidAt(Index.BTREE, "method", desired.method(), live.method())
                .unsaidAt(List.of(), "included columns", desired.include(), live.include())
                .unsaidAt(false, "nulls not distinct", desired.nullsNotDistinct(), live.nullsNotDistinct())
                .unsaidAt(Map.of(), "options", desired.options(), live.options());
        for (int i = 0; i < desired.keys().size(); i++) {
            compareKey(attributes, desired.keys().get(i), live.keys().get(i));
        }
    }

    /** What of a key an entity model need not say. */
    static void compareKey(Attributes attributes, IndexKey desired, IndexKey live) {
        attributes
                .unsaidAt(null, "operator class", desired.operatorClass(), live.operatorClass())
                .unsaidAt(null, "collation", desired.collation(), live.collation())
                .unsaidAt(desired.descending(), "order of nulls (first)", desired.nullsFirst(), live.nullsFirst());
    }

    private static String canonical(SqlExpression expression) {
        return expression == null ? "" : expression.canonical();
    }
}
