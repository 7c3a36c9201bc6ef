package dev.autogen.schema;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** How PostgreSQL reads, stores and writes names (PostgreSQL, section 4.1.1 and appendix C). */
public final class Identifiers {
    /** Longest name PostgreSQL stores, in bytes; longer ones are cut ({@code NAMEDATALEN - 1}). */
    public static final int MAX_BYTES = 63;

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    /** All key words but the unreserved ones, as {@code quote_ident} has it, of PostgreSQL 14 to 18. */
    private static final Set<String> KEY_WORDS = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both
            case cast char character check coalesce collate collation column concurrently constraint create cross
            current_catalog current_date current_role current_schema current_time current_timestamp current_user dec
            decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign
            freeze from full grant greatest group grouping having ilike in initially inner inout int integer
            intersect interval into is isnull join lateral leading least left like limit localtime localtimestamp
            national natural nchar none normalize not notnull null nullif numeric offset on only or order out outer
            overlaps overlay placing position precision primary real references returning right row select
            session_user setof similar smallint some substring symmetric table tablesample then time timestamp to
            trailing treat trim true union unique user using values varchar variadic verbose when where window with
            xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize
            xmltable json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar
            json_serialize json_table json_value merge_action system_user
            """.strip().split("\\s+"));

    private Identifiers() {}

    /** The name as SQL text: quoted where PostgreSQL would otherwise fold or misread it. */
    public static String quote(String name) {
        return PLAIN.matcher(name).matches() && !KEY_WORDS.contains(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** What PostgreSQL makes of an unquoted name: ASCII letters in lower case, cut at {@link #MAX_BYTES}. */
    public static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        name.chars().forEach(c -> folded.append((char) (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c)));
        return cut(folded.toString());
    }

    /** The name cut at {@link #MAX_BYTES} of UTF-8, at a character's boundary. */
    public static String cut(String name) {
        return cut(name, MAX_BYTES);
    }

    private static String cut(String name, int maxBytes) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= maxBytes) {
            return name;
        }
        StringBuilder cut = new StringBuilder();
        int bytes = 0;
        for (int codePoint : name.codePoints().toArray()) {
            bytes += new String(Character.toChars(codePoint)).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > maxBytes) {
                break;
            }
            cut.appendCodePoint(codePoint);
        }
        return cut.toString();
    }

    /**
     * The name PostgreSQL would choose for a constraint or index, {@code table_columns_suffix}: where it is too long,
     * the longer of the first two parts is cut byte by byte ({@code makeObjectName} in PostgreSQL's
     * {@code indexcmds.c}).
     *
     * @param table name of the table
     * @param columns names of the columns joined by {@code _}, or empty for a primary key or a check on several columns
     * @param suffix such as {@code pkey}, {@code key}, {@code fkey}, {@code check}, {@code idx}
     */
    public static String objectName(String table, String columns, String suffix) {
        int room = MAX_BYTES - suffix.length() - 1 - (columns.isEmpty() ? 0 : 1);
        int tableBytes = table.getBytes(StandardCharsets.UTF_8).length;
        int columnBytes = columns.getBytes(StandardCharsets.UTF_8).length;
        while (tableBytes + columnBytes > room) {
            if (tableBytes > columnBytes) {
                tableBytes--;
            } else {
                columnBytes--;
            }
        }
        String first = cut(table, tableBytes);
        return columns.isEmpty() ? first + "_" + suffix : first + "_" + cut(columns, columnBytes) + "_" + suffix;
    }
}
