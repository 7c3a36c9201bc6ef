package dev.autogen.migration.run;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.autogen.migration.BatchedChange;
import dev.autogen.schema.ddl.PostgresDdl;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The SQL of a change in batches. A batch is the rows behind a key and up to another one, so that it is the same rows
 * whether it is found, changed or shown. Keys are texts, which PostgreSQL reads as whatever type the column has.
 *
 * @param change what is to be done
 * @param defaultSchema the schema that a table without one means
 */
public record BatchSql(BatchedChange change, String defaultSchema) {

    /**
     * Finds the next batch: the text of its last key, column by column, and the number of its rows; no row at the end.
     *
     * @param after the last key of the batch before; empty at the beginning
     */
    public String next(List<String> after) {
        return next(lower(after), "::text");
    }

    /**
     * Changes a batch.
     *
     * @param after the last key of the batch before; empty at the beginning
     * @param upTo the last key of the batch
     */
    public String change(List<String> after, List<String> upTo) {
        return changing(rows(join(lower(after), compare("<=", literals(upTo)))));
    }

    /** Counts the rows of a batch that {@link BatchedChange#where} is true of. */
    public String left(List<String> after, List<String> upTo) {
        return left(rows(join(lower(after), compare("<=", literals(upTo)))));
    }

    /**
     * All batches as one statement without a semicolon at its end, which commits after each and therefore has to stand
     * alone, outside of a transaction. It goes on where the progress table says that it was interrupted.
     *
     * @param progress the row of the progress table, {@code FROM table WHERE ...}
     * @param save makes the statement that saves how far it came, of expressions for the last key and the number of rows
     */
    String script(String progress, BiFunction<List<String>, String, String> save) {
        int columns = change.key().size();
        List<String> after = numbered("after_", 1, columns);
        List<String> upTo = numbered("up_to_", 1, columns);
        String lower = "($1 IS NULL OR " + compare(">", numbered("$", 1, columns)) + ")";
        String rows = rows(join(lower, compare("<=", numbered("$", columns + 1, columns))));
        List<String> lines = new ArrayList<>();
        lines.add("DECLARE");
        for (int i = 0; i < columns; i++) {
            String type = " " + table() + "." + quote(change.key().get(i)) + "%TYPE;";
            lines.add("    " + after.get(i) + type);
            lines.add("    " + upTo.get(i) + type);
        }
        lines.add("    found_rows bigint;");
        lines.add("    done_rows bigint;");
        if (change.untilNoneLeft()) {
            lines.add("    left_rows bigint;");
        }
        lines.add("BEGIN");
        lines.add("    SELECT rows_done"
                + numbered("last_key[", 1, columns).stream()
                        .map(key -> ", " + key + "]")
                        .collect(joining()) + " INTO done_rows, " + String.join(", ", after) + " " + progress + ";");
        lines.add("    IF EXISTS (" + nullableKey() + ") THEN");
        lines.add(execute(withoutKey()) + " INTO found_rows;");
        lines.add("        IF found_rows = 1 THEN");
        lines.add("            RAISE EXCEPTION 'rows are without a key and would be left out';");
        lines.add("        END IF;");
        lines.add("    END IF;");
        lines.add("    LOOP");
        lines.add(execute(next(lower, "")) + " INTO " + String.join(", ", upTo) + ", found_rows USING "
                + String.join(", ", after) + ";");
        String using = " USING " + String.join(", ", after) + ", " + String.join(", ", upTo) + ";";
        if (change.untilNoneLeft()) {
            lines.add("        IF found_rows IS NULL THEN");
            lines.add("            EXIT WHEN " + after.get(0) + " IS NULL;");
            after.forEach(name -> lines.add("            " + name + " := NULL;"));
            lines.add("            CONTINUE;");
            lines.add("        END IF;");
            lines.add(execute(changing(rows)) + using);
            lines.add(execute(left(rows)) + " INTO left_rows" + using);
            lines.add("        IF left_rows >= found_rows THEN");
            lines.add("            RAISE EXCEPTION 'a batch leaves all its rows as they were';");
            lines.add("        END IF;");
        } else {
            lines.add("        EXIT WHEN found_rows IS NULL;");
            lines.add(execute(changing(rows)) + using);
        }
        lines.add("        done_rows := coalesce(done_rows, 0) + found_rows;");
        lines.add("        "
                + save.apply(upTo.stream().map(name -> name + "::text").toList(), "done_rows") + ";");
        lines.add("        COMMIT;");
        if (!change.untilNoneLeft()) {
            lines.add("        EXIT WHEN found_rows < " + change.size() + ";");
        }
        if (!change.pause().isZero()) {
            lines.add("        PERFORM pg_catalog.pg_sleep(" + change.pause().toMillis() + " / 1000.0);");
        }
        for (int i = 0; i < columns; i++) {
            lines.add("        " + after.get(i) + " := " + upTo.get(i) + ";");
        }
        lines.add("    END LOOP;");
        lines.add("END");
        return "DO " + dollars("batches", String.join("\n", lines));
    }

    /** Has a row where a column of the key may be null. */
    String nullableKey() {
        return "select 1 from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass("
                + PostgresDdl.literal(table()) + ") and attname in (" + String.join(", ", literals(change.key()))
                + ") and not attnotnull";
    }

    /** Has a row where one that is meant has no key. */
    String withoutKey() {
        String missing =
                change.key().stream().map(name -> quote(name) + " IS NULL").collect(joining(" OR "));
        return "SELECT 1 FROM " + table() + where(rows("(" + missing + ")")) + " LIMIT 1";
    }

    private String next(String lower, String cast) {
        String inner = "SELECT " + columns(name -> name) + " FROM " + table() + where(rows(lower)) + " ORDER BY "
                + columns(name -> name) + " LIMIT " + change.size();
        return "SELECT " + columns(name -> "batch." + name + cast) + ", count(*) OVER ()\nFROM (" + inner
                + ") batch\nORDER BY " + columns(name -> "batch." + name + " DESC") + " LIMIT 1";
    }

    private String changing(String rows) {
        if (change.statement() == null) {
            return "UPDATE " + table() + "\nSET "
                    + change.assignments().stream()
                            .map(each -> quote(each.column()) + " = " + each.sql())
                            .collect(joining(",\n    "))
                    + "\nWHERE " + rows;
        }
        return "WITH batch AS (\n    SELECT " + columns(name -> name) + " FROM " + table() + "\n    WHERE " + rows
                + "\n    ORDER BY " + columns(name -> name) + " FOR NO KEY UPDATE\n)\n" + change.statement();
    }

    private String left(String rows) {
        return "SELECT count(*) FROM " + table() + where(rows);
    }

    private static String where(String condition) {
        return condition.isEmpty() ? "" : " WHERE " + condition;
    }

    /** A comment at the end of the condition must not swallow what follows. */
    private String rows(String range) {
        if (change.where() == null) {
            return range;
        }
        return join(range, "(" + change.where() + (change.where().contains("--") ? "\n" : "") + ")");
    }

    private static String join(String some, String more) {
        return some.isEmpty() ? more : some + " AND " + more;
    }

    private String lower(List<String> after) {
        return after.isEmpty() ? "" : compare(">", literals(after));
    }

    private String compare(String operator, List<String> values) {
        String columns = columns(name -> name);
        return values.size() == 1
                ? columns + " " + operator + " " + values.get(0)
                : "(" + columns + ") " + operator + " (" + String.join(", ", values) + ")";
    }

    private static List<String> literals(List<String> values) {
        return values.stream().map(PostgresDdl::literal).toList();
    }

    private String columns(Function<String, String> form) {
        return change.key().stream().map(name -> form.apply(quote(name))).collect(joining(", "));
    }

    String table() {
        return PostgresDdl.inDefaultSchema(defaultSchema).qualified(change.table());
    }

    private static List<String> numbered(String prefix, int first, int count) {
        return IntStream.range(first, first + count).mapToObj(i -> prefix + i).toList();
    }

    private static String execute(String sql) {
        return "        EXECUTE " + dollars("sql", sql);
    }

    private static String dollars(String tag, String text) {
        String quotes = "$" + tag + "$";
        for (int i = 1; text.contains(quotes); i++) {
            quotes = "$" + tag + i + "$";
        }
        return quotes + "\n" + text + "\n" + quotes;
    }
}
