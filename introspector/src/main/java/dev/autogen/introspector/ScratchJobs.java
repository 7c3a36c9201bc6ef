package dev.autogen.introspector;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.autogen.introspector.PendingObjects.Needed;
import dev.autogen.introspector.ScratchJob.Source;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the statements that make PostgreSQL read a text: on tables of only the columns that the text may mention. */
final class ScratchJobs {
    private static final String RELATION = "pg_temp.autogen_scratch_" + ScratchJob.NUMBER;
    private static final String VALUE = "\"autogen: value\"";
    private static final String INDEX = "autogen_index_" + ScratchJob.NUMBER;

    private final Source source;
    private final PendingObjects pending;

    ScratchJobs(Source source, PendingObjects pending) {
        this.source = source;
        this.pending = pending;
    }

    Source source() {
        return source;
    }

    ScratchJob type(DataType type) {
        return plain(TextKind.TYPE, "(" + VALUE + " ", found(type.toSql()));
    }

    ScratchJob collation(DataType type, String collation) {
        return plain(TextKind.COLLATION, "(" + VALUE + " " + found(type.toSql()) + " COLLATE ", collation);
    }

    ScratchJob defaultValue(Column column, String text) {
        Needed needed =
                pending.neededBy(new Mentions(text), Set.of(column.type().name()));
        boolean proven = ProvenTexts.defaultValue(column.type(), text).isPresent();
        return new ScratchJob(
                TextKind.DEFAULT,
                source,
                RELATION,
                needed.create(),
                "CREATE TEMP TABLE " + RELATION + " (" + VALUE + " "
                        + found(column.type().toSql()) + " DEFAULT ",
                proven ? text : found(text),
                ")",
                needed.hide(),
                "",
                "ALTER TABLE " + RELATION + " ALTER COLUMN " + VALUE + " SET DEFAULT ",
                "");
    }

    ScratchJob generated(Table table, Column column, String text) {
        Frame frame = new Frame(
                table.withColumns(table.columns().stream()
                        .filter(other -> !other.equals(column))
                        .toList()),
                text,
                column);
        String value = VALUE + " " + typed(column) + " GENERATED ALWAYS AS (";
        return new ScratchJob(
                TextKind.GENERATED,
                source,
                frame.relation,
                frame.needed.create(),
                "CREATE TEMP TABLE " + frame.relation + " (" + frame.columnsAnd(value),
                found(text),
                ") STORED)",
                frame.needed.hide(),
                "ALTER TABLE " + frame.relation + " DROP COLUMN " + VALUE,
                "ALTER TABLE " + frame.relation + " ADD COLUMN " + value,
                ") STORED");
    }

    ScratchJob check(Table table, String text) {
        Frame frame = new Frame(table, text, null);
        String add = "ALTER TABLE " + frame.relation + " ADD CONSTRAINT " + VALUE + " CHECK (";
        return new ScratchJob(
                TextKind.CHECK,
                source,
                frame.relation,
                frame.create(),
                add,
                found(text),
                ") NOT VALID",
                frame.needed.hide(),
                "ALTER TABLE " + frame.relation + " DROP CONSTRAINT " + VALUE,
                add,
                ") NOT VALID");
    }

    ScratchJob indexKey(Table table, String method, IndexKey key, String text) {
        String options = (key.collation() == null ? "" : " COLLATE " + key.collation())
                + (key.operatorClass() == null ? "" : " " + key.operatorClass());
        return onIndex(TextKind.INDEX_KEY, table, " USING " + quote(method) + " ((", text, ")" + options + ")");
    }

    /** Asks which operator class that is, on a table of the key's column alone. */
    ScratchJob operatorClass(Column column, String method, String operatorClass) {
        Needed needed = pending.neededBy(
                new Mentions(operatorClass), Set.of(column.type().name()));
        return new ScratchJob(
                TextKind.OPERATOR_CLASS,
                source,
                RELATION,
                needed.create() + "CREATE TEMP TABLE " + RELATION + " (" + VALUE + " " + typed(column) + ")",
                "CREATE INDEX " + INDEX + " ON " + RELATION + " USING " + quote(method) + " (" + VALUE + " ",
                operatorClass,
                ")",
                needed.hide(),
                null,
                "",
                "");
    }

    /** The same of a key that is an expression. */
    ScratchJob operatorClass(Table table, String method, IndexKey key) {
        String expression = key.expression().text();
        Frame frame = new Frame(table, expression + " " + key.operatorClass(), null);
        return new ScratchJob(
                TextKind.OPERATOR_CLASS,
                source,
                frame.relation,
                frame.create(),
                "CREATE INDEX " + INDEX + " ON " + frame.relation + " USING " + quote(method) + " (("
                        + found(expression) + "\n)" + (key.collation() == null ? "" : " COLLATE " + key.collation())
                        + " ",
                key.operatorClass(),
                ")",
                frame.needed.hide(),
                null,
                "",
                "");
    }

    ScratchJob predicate(Table table, String text) {
        return onIndex(TextKind.INDEX_PREDICATE, table, " ((1)) WHERE (", text, ")");
    }

    /** Asks whether these statements can be carried out. */
    ScratchJob trial(TrialStatements statements) {
        String all = statements.sql();
        Needed needed = pending.neededBy(new Mentions(all), statements.types());
        return new ScratchJob(
                TextKind.TRIAL, source, "", needed.create(), pending.withTemporaryNames(all), "", "", "", null, "", "");
    }

    private ScratchJob onIndex(TextKind kind, Table table, String before, String text, String after) {
        Frame frame = new Frame(table, text, null);
        String create = "CREATE INDEX " + INDEX + " ON " + frame.relation + before;
        return new ScratchJob(
                kind,
                source,
                frame.relation,
                frame.create(),
                create,
                found(text),
                after,
                frame.needed.hide(),
                "DROP INDEX pg_temp." + INDEX,
                create,
                after);
    }

    private ScratchJob plain(TextKind kind, String before, String text) {
        return new ScratchJob(
                kind,
                source,
                RELATION,
                "",
                "CREATE TEMP TABLE " + RELATION + " " + before,
                text,
                ")",
                "",
                null,
                "",
                "");
    }

    /** What a model names with its schema may only be to come; what the database names is there. */
    private String found(String sql) {
        return source == Source.MODEL ? pending.withTemporaryNames(sql) : sql;
    }

    private String typed(Column column) {
        return found(column.type().toSql()) + (column.collation() == null ? "" : " COLLATE " + column.collation());
    }

    /** The scratch table of a text. */
    private final class Frame {
        private final String relation;
        private final List<Column> columns;
        private final Needed needed;

        Frame(Table table, String text, Column computed) {
            Mentions mentions = new Mentions(text);
            String name = table.name().name();
            this.relation = mentions.mayQualifyWith(name) ? "pg_temp." + quote(name) : RELATION;
            this.columns = table.columns().stream()
                    .filter(column -> mentions.mayMention(column.name()))
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
            Set<String> types =
                    columns.stream().map(column -> column.type().name()).collect(Collectors.toSet());
            if (computed != null) {
                types.add(computed.type().name());
            }
            this.needed = pending.neededBy(mentions, types);
        }

        String create() {
            return needed.create() + "CREATE TEMP TABLE " + relation + " (" + columns() + ")";
        }

        private String columns() {
            return columns.stream()
                    .map(column -> quote(column.name()) + " " + typed(column))
                    .collect(joining(", "));
        }

        String columnsAnd(String last) {
            return columns.isEmpty() ? last : columns() + ", " + last;
        }
    }
}
