package dev.autogen.schema;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** How PostgreSQL reads, stores and writes names (PostgreSQL, section 4.1.1 and appendix C). */
public final class Identifiers {
    /** Longest name PostgreSQL stores, in bytes; longer ones are cut ({@code NAMEDATALEN - 1}). */
    public static final int MAX_BYTES = 63;

    /** Of UTF-8. */
    private static final int MOST_BYTES_OF_A_CHAR = 3;

    /** Key words that cannot name a column or table without quotes, of PostgreSQL 14 to 18. */
    private static final Set<String> RESERVED = words("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate
            collation column concurrently constraint create cross current_catalog current_date current_role
            current_schema current_time current_timestamp current_user default deferrable desc distinct do else end
            except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into is
            isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on only
            or order outer overlaps placing primary references returning right select session_user similar some
            symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when
            where window with
            """);

    /** The other key words that {@code quote_ident} quotes: all but the unreserved ones. */
    private static final Set<String> QUOTED_TOO = words("""
            between bigint bit boolean char character coalesce dec decimal exists extract float greatest grouping inout
            int integer interval json json_array json_arrayagg json_exists json_object json_objectagg json_query
            json_scalar json_serialize json_table json_value least merge_action national nchar none normalize nullif
            numeric out overlay position precision real row setof smallint substring time timestamp treat trim values
            varchar xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
            xmlserialize xmltable
            """);

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    private Identifiers() {}

    /** The name as SQL text: quoted where PostgreSQL would otherwise fold or misread it. */
    public static String quote(String name) {
        return isPlain(name) && !RESERVED.contains(name) && !QUOTED_TOO.contains(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean starts = (c >= 'a' && c <= 'z') || c == '_';
            if (!starts && (i == 0 || !((c >= '0' && c <= '9') || c == '$'))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** Whether the name is a key word that no column or table can have without quotes (PostgreSQL, appendix C). */
    public static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /** What PostgreSQL makes of an unquoted name: ASCII letters in lower case, cut at {@link #MAX_BYTES}. */
    public static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
        }
        return cut(folded.toString());
    }

    /** The name cut at {@link #MAX_BYTES} of UTF-8, at a character's boundary. */
    public static String cut(String name) {
        return cut(name, MAX_BYTES);
    }

    private static String cut(String name, int maxBytes) {
        if (name.length() * MOST_BYTES_OF_A_CHAR <= maxBytes
                || name.getBytes(StandardCharsets.UTF_8).length <= maxBytes) {
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
