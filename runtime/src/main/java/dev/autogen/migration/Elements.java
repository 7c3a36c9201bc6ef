package dev.autogen.migration;

import dev.autogen.schema.DataType;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;

/**
 * What tables and indexes are made of, to be imported statically. Names are PostgreSQL's, exactly as it stores them: a
 * name is never folded, and a dot within it is part of it.
 */
public final class Elements {
    private Elements() {}

    /** A column: {@code name type}. It takes null unless {@link ColumnElement#notNull} is added. */
    public static ColumnElement column(String name, DataType type) {
        return new ColumnElement(name, type);
    }

    /** {@code CONSTRAINT name PRIMARY KEY (columns)}. */
    public static PrimaryKeyElement primaryKey(String name, String... columns) {
        return new PrimaryKeyElement(new Recording(null), Names.call("primaryKey", name), name, columns);
    }

    /** {@code CONSTRAINT name UNIQUE (columns)}. */
    public static UniqueElement unique(String name, String... columns) {
        return new UniqueElement(new Recording(null), Names.call("unique", name), name, columns);
    }

    /** {@code CONSTRAINT name FOREIGN KEY (columns) REFERENCES ...}; {@link ForeignKeyElement#references} must follow. */
    public static ForeignKeyElement foreignKey(String name, String... columns) {
        return new ForeignKeyElement(new Recording(null), Names.call("foreignKey", name), name, columns);
    }

    /** {@code CONSTRAINT name CHECK (sql)}. */
    public static CheckElement check(String name, String sql) {
        return new CheckElement(new Recording(null), Names.call("check", name), name, sql);
    }

    /** {@code CONSTRAINT name EXCLUDE USING gist (...)}; {@link ExclusionElement#with} must follow. */
    public static ExclusionElement exclude(String name) {
        return new ExclusionElement(new Recording(null), Names.call("exclude", name), name);
    }

    /** {@code COMMENT ON TABLE}. */
    public static CommentElement comment(String text) {
        return new CommentElement(text);
    }

    /** Several elements in one, so that a very wide table can be written in parts. */
    public static ElementGroup elements(TableElement... elements) {
        return new ElementGroup(elements);
    }

    /** A column as key of an index, for what a plain name cannot say: {@code key("created_at").desc()}. */
    public static IndexKeyElement key(String column) {
        return new IndexKeyElement(IndexKey.column(Names.name("key", "column", column)));
    }

    /** An expression as key of an index: {@code expression("lower(email)")}. */
    public static IndexKeyElement expression(String sql) {
        return new IndexKeyElement(IndexKey.expression(SqlExpression.of(Names.text("expression", "expression", sql))));
    }

    /** Options of the sequence that numbers a column: {@code sequence().startWith(1000)}. */
    public static NumberingElement sequence() {
        return new NumberingElement();
    }

    /**
     * A place that is yet to be filled with an SQL expression: {@code op.backfill("orders", "currency", todo("what should
     * existing rows hold?"))}. The migration runs where there is nothing to fill, on a new or an empty table, and refuses
     * to run where a row lacks the value.
     *
     * @param question what is to be decided, in a few words; whoever runs the migration too early reads it
     */
    public static Todo todo(String question) {
        return new Todo(question);
    }

    /** The values of one row, nulls included. */
    public static Row row(Object... values) {
        return new Row(values);
    }

    /** A name in the default schema. */
    public static QualifiedName name(String name) {
        return QualifiedName.of(Names.name("name", "name", name));
    }

    /** A name in another schema than the default one: {@code name("audit", "events")}. */
    public static QualifiedName name(String schema, String name) {
        return new QualifiedName(Names.name("name", "schema", schema), Names.name("name", "name", name));
    }
}
