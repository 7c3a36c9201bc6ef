package dev.autogen.schema.ddl;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.QualifiedName;

/** {@code CREATE INDEX} and {@code DROP INDEX}. */
final class IndexDdl {
    private final SqlNames names;

    IndexDdl(SqlNames names) {
        this.names = names;
    }

    String create(QualifiedName table, Index index, boolean concurrently) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + (concurrently ? "CONCURRENTLY " : "")
                + quote(index.name()) + " ON " + names.qualified(table)
                + (index.method().equals(Index.BTREE) ? "" : " USING " + quote(index.method()))
                + index.keys().stream().map(IndexDdl::key).collect(joining(", ", " (", ")"))
                + (index.include().isEmpty() ? "" : " INCLUDE " + SqlNames.list(index.include()))
                + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + (index.options().isEmpty() ? "" : options(index))
                + (index.predicate() == null
                        ? ""
                        : " WHERE " + index.predicate().text());
    }

    String drop(QualifiedName table, String name, boolean concurrently) {
        return "DROP INDEX " + (concurrently ? "CONCURRENTLY " : "") + names.qualified(table.withName(name));
    }

    String rename(QualifiedName table, String from, String to) {
        return "ALTER INDEX " + names.qualified(table.withName(from)) + " RENAME TO " + quote(to);
    }

    static String key(IndexKey key) {
        boolean nullsByDefault = key.nullsFirst() == key.descending();
        return (key.column() != null
                        ? quote(key.column())
                        : "(" + key.expression().text() + ")")
                + (key.collation() == null ? "" : " COLLATE " + key.collation())
                + (key.operatorClass() == null ? "" : " " + key.operatorClass())
                + (key.descending() ? " DESC" : "")
                + (nullsByDefault ? "" : key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
    }

    private static String options(Index index) {
        return index.options().entrySet().stream()
                .map(option -> quote(option.getKey()) + " = " + SqlNames.literal(option.getValue()))
                .collect(joining(", ", " WITH (", ")"));
    }
}
