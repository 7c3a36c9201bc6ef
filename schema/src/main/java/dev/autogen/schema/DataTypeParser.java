package dev.autogen.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The grammar of type names: {@code SimpleTypename} of PostgreSQL's {@code gram.y}, without {@code SETOF} and {@code %TYPE}. */
final class DataTypeParser {
    /** PostgreSQL's one-byte type is told from {@code char} by its quotes alone. */
    private static final String INTERNAL_CHAR = "\"char\"";

    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("int8", "bigint"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("bool", "boolean"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("character varying", "varchar"),
            Map.entry("char varying", "varchar"),
            Map.entry("national character varying", "varchar"),
            Map.entry("national char varying", "varchar"),
            Map.entry("nchar varying", "varchar"),
            Map.entry("character", "char"),
            Map.entry("national character", "char"),
            Map.entry("national char", "char"),
            Map.entry("nchar", "char"),
            Map.entry("bit varying", "varbit"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("time without time zone", "time"));

    private static final Set<String> BUILT_IN = Set.of(
            "bigint",
            "integer",
            "smallint",
            "boolean",
            "real",
            "double precision",
            "numeric",
            "money",
            "varchar",
            "char",
            INTERNAL_CHAR,
            "bpchar",
            "text",
            "name",
            "bytea",
            "timestamp",
            "timestamptz",
            "date",
            "time",
            "timetz",
            "interval",
            "uuid",
            "json",
            "jsonb",
            "jsonpath",
            "xml",
            "bit",
            "varbit",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "point",
            "line",
            "lseg",
            "box",
            "path",
            "polygon",
            "circle",
            "tsvector",
            "tsquery",
            "oid",
            "regclass",
            "regtype",
            "regproc",
            "regprocedure",
            "regoper",
            "regoperator",
            "regrole",
            "regnamespace",
            "regconfig",
            "regdictionary",
            "regcollation",
            "xid",
            "xid8",
            "cid",
            "tid",
            "pg_lsn",
            "pg_snapshot",
            "txid_snapshot",
            "refcursor",
            "aclitem",
            "int2vector",
            "oidvector",
            "gtsvector",
            "pg_node_tree",
            "int4range",
            "int8range",
            "numrange",
            "tsrange",
            "tstzrange",
            "daterange",
            "int4multirange",
            "int8multirange",
            "nummultirange",
            "tsmultirange",
            "tstzmultirange",
            "datemultirange");

    /** Names in {@code pg_type} that are none of the above: other spellings and what no column can have. */
    private static final Set<String> TAKEN_TOO = Set.of(
            "any",
            "anyarray",
            "anycompatible",
            "anycompatiblearray",
            "anycompatiblemultirange",
            "anycompatiblenonarray",
            "anycompatiblerange",
            "anyelement",
            "anyenum",
            "anymultirange",
            "anynonarray",
            "anyrange",
            "cstring",
            "event_trigger",
            "fdw_handler",
            "float",
            "index_am_handler",
            "internal",
            "language_handler",
            "pg_attribute",
            "pg_brin_bloom_summary",
            "pg_brin_minmax_multi_summary",
            "pg_class",
            "pg_ddl_command",
            "pg_dependencies",
            "pg_mcv_list",
            "pg_ndistinct",
            "pg_proc",
            "pg_type",
            "record",
            "table_am_handler",
            "trigger",
            "tsm_handler",
            "unknown",
            "void");

    private final String text;
    private int at;

    private DataTypeParser(String text) {
        this.text = text;
    }

    static boolean isBuiltIn(String name) {
        return BUILT_IN.contains(name) || name.startsWith("interval ");
    }

    static boolean isTaken(String name) {
        return isBuiltIn(name) || SYNONYMS.containsKey(name) || TAKEN_TOO.contains(name);
    }

    private static boolean isInternal(String schema) {
        return schema == null || schema.equals("pg_catalog");
    }

    static DataType parse(String text) {
        return new DataTypeParser(text.strip()).type();
    }

    private DataType type() {
        List<String> words = new ArrayList<>();
        List<String> modifiers = new ArrayList<>();
        String schema = null;
        boolean quoted = false;
        int dimensions = 0;
        while (skipSpace()) {
            char c = text.charAt(at);
            if (c == '(') {
                modifiers.addAll(modifiers());
            } else if (c == '[') {
                bounds();
                dimensions++;
            } else if (c == '.') {
                at++;
                schema = String.join(" ", words);
                words.clear();
                quoted = false;
            } else if (c == '"') {
                String name = quotedName();
                quoted = !(name.equals("char") && isInternal(schema));
                words.add(quoted ? name : INTERNAL_CHAR);
            } else {
                String word = word();
                if (word.equals("array")) {
                    dimensions++;
                } else {
                    words.add(word);
                }
            }
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("not a type name: '" + text + "'");
        }
        String name = String.join(" ", words);
        return isInternal(schema) && !quoted
                ? builtIn(name, modifiers, dimensions)
                : new DataType(isInternal(schema) ? null : schema, name, modifiers, dimensions);
    }

    private static DataType builtIn(String name, List<String> modifiers, int dimensions) {
        String canonical = SYNONYMS.getOrDefault(name, name);
        List<String> rest = modifiers;
        if (canonical.equals("float")) {
            canonical = !rest.isEmpty() && Integer.parseInt(rest.get(0)) <= 24 ? "real" : "double precision";
            rest = List.of();
        } else if (canonical.equals("char") && rest.isEmpty()) {
            rest = List.of("1");
        } else if (canonical.equals("numeric") && rest.size() == 1) {
            rest = List.of(rest.get(0), "0");
        } else if (canonical.equals("bit") && rest.isEmpty()) {
            rest = List.of("1");
        }
        return new DataType(null, canonical, rest, dimensions);
    }

    private boolean skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private String word() {
        int start = at;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && "()[].\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private String quotedName() {
        StringBuilder name = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                if (at >= text.length() || text.charAt(at) != '"') {
                    return name.toString();
                }
            }
            name.append(c);
        }
        throw new IllegalArgumentException("quotes do not close in type name: '" + text + "'");
    }

    private List<String> modifiers() {
        int end = text.indexOf(')', at);
        if (end < 0) {
            throw new IllegalArgumentException("parentheses do not close in type name: '" + text + "'");
        }
        List<String> parts = new ArrayList<>();
        for (String part : text.substring(at + 1, end).split(",")) {
            parts.add(part.strip());
        }
        at = end + 1;
        return parts;
    }

    private void bounds() {
        int end = text.indexOf(']', at);
        if (end < 0) {
            throw new IllegalArgumentException("brackets do not close in type name: '" + text + "'");
        }
        at = end + 1;
    }
}
