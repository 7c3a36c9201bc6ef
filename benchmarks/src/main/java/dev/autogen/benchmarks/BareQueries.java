package dev.autogen.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Whole tables of the catalog, with the definitions that PostgreSQL prints: what any reader has to fetch at least. */
final class BareQueries {
    private static final List<String> QUERIES = List.of("""
            SELECT a.attrelid, c.relname, a.attname, a.attnum, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                   a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid)
            FROM pg_attribute a
                 JOIN pg_class c ON c.oid = a.attrelid
                 LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
              AND a.attnum > 0 AND NOT a.attisdropped""", """
            SELECT conrelid, conname, contype, pg_get_constraintdef(oid)
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace""", """
            SELECT i.indrelid, c.relname, pg_get_indexdef(i.indexrelid)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relnamespace = 'public'::regnamespace""");

    private BareQueries() {}

    /** Fetches every value of every row; answers how many characters that were. */
    static int run(Connection connection) throws SQLException {
        int characters = 0;
        for (String query : QUERIES) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    for (int column = 1; column <= columns; column++) {
                        String value = row.getString(column);
                        characters += value == null ? 0 : value.length();
                    }
                }
            }
        }
        return characters;
    }
}
