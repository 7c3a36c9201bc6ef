package dev.autogen.model;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.Locale;

/** Writes a catalog down in the fewest words that show all of it, so that a test can compare it whole. */
final class Catalogs {

    private Catalogs() {}

    static String describe(Catalog catalog) {
        StringBuilder text = new StringBuilder();
        catalog.schemaNames()
                .forEach(schema -> text.append("schema ").append(schema).append('\n'));
        catalog.enumTypes().forEach(type -> text.append(describe(type)).append('\n'));
        catalog.sequences().forEach(sequence -> text.append(describe(sequence)).append('\n'));
        catalog.tables().forEach(table -> text.append(describe(table)));
        return text.toString();
    }

    static String describe(Table table) {
        StringBuilder text = new StringBuilder("table ").append(table.name());
        text.append(comment(table.comment())).append('\n');
        table.columns().forEach(column -> line(text, describe(column)));
        if (table.primaryKey() != null) {
            line(text, describe(table.primaryKey()));
        }
        table.uniqueConstraints().forEach(unique -> line(text, describe(unique)));
        table.foreignKeys().forEach(key -> line(text, describe(key)));
        table.checks().forEach(check -> line(text, describe(check)));
        table.indexes().forEach(index -> line(text, describe(index)));
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append("  ").append(line).append('\n');
    }

    private static String describe(EnumType type) {
        return "enum " + type.name() + " " + type.labels();
    }

    private static String describe(Sequence sequence) {
        return "sequence " + sequence.name()
                + (sequence.options().start() == null
                        ? ""
                        : " start " + sequence.options().start())
                + (sequence.options().increment() == null
                        ? ""
                        : " increment " + sequence.options().increment());
    }

    private static String describe(Column column) {
        Identity identity = column.identity();
        return column.name() + " " + column.type()
                + (column.collation() == null ? "" : " collate " + column.collation())
                + (column.nullable() ? "" : " not null")
                + (column.defaultValue() == null ? "" : " default " + column.defaultValue())
                + (identity == null ? "" : " " + identity.kind().name().toLowerCase(Locale.ROOT))
                + (column.generated() == null
                        ? ""
                        : " generated (" + column.generated().expression() + ")")
                + comment(column.comment());
    }

    private static String describe(PrimaryKey key) {
        return name("pk", key.name()) + key.columns();
    }

    private static String describe(UniqueConstraint unique) {
        return name("unique", unique.name()) + unique.columns();
    }

    private static String describe(ForeignKey key) {
        return name("fk", key.name()) + key.columns() + " -> " + key.target() + key.targetColumns()
                + (key.onDelete().toSql().equals("NO ACTION")
                        ? ""
                        : " on delete " + key.onDelete().toSql());
    }

    private static String describe(CheckConstraint check) {
        return name("check", check.name()) + check.expression();
    }

    private static String describe(Index index) {
        return name(index.unique() ? "unique index" : "index", index.name())
                + index.keys().stream().map(Catalogs::describe).toList();
    }

    private static String describe(IndexKey key) {
        return (key.column() == null ? "(" + key.expression() + ")" : key.column())
                + (key.descending() ? " desc" : "")
                + (key.nullsFirst() == key.descending() ? "" : key.nullsFirst() ? " nulls first" : " nulls last");
    }

    private static String name(String kind, String name) {
        return kind + " " + (name == null ? "" : name + " ");
    }

    private static String comment(String comment) {
        return comment == null ? "" : " -- " + comment;
    }
}
