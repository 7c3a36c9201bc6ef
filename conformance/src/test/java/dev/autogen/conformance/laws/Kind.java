package dev.autogen.conformance.laws;

import java.util.List;

/**
 * Types of columns that expressions treat alike: what holds for one holds for its neighbours. In the texts {@code {c}} is
 * the column, {@code {lit}} some string literal, {@code {label}} a value of the enum type, {@code {type}} its name.
 */
enum Kind {
    TEXT(
            List.of("text", "varchar(1)", "varchar(255)", "varchar", "varchar(230)"),
            List.of(
                    "{lit}",
                    "{lit}",
                    "{lit}",
                    "{lit} || {lit}",
                    "lower('ABC')",
                    "current_user",
                    "upper({lit})::varchar(3)",
                    "'a'::text",
                    "('b')",
                    "CASE WHEN now() > '2020-01-01' THEN {lit} ELSE {lit} END",
                    "concat({lit}, {lit})",
                    "null",
                    "''")),
    CHAR(List.of("char(1)", "char(7)", "bpchar"), List.of("'x'", "'a  '", "'y'::char(1)", "'z'::bpchar")),
    INTEGER(
            List.of("integer", "bigint", "smallint"),
            List.of(
                    "0",
                    "-1",
                    "'7'",
                    "1 + 2 * 3",
                    "+4",
                    "- 5",
                    "(6)",
                    "1::smallint",
                    "1e3",
                    "'-0'",
                    "abs(-8)",
                    "2147")),
    NUMBER(
            List.of("numeric", "numeric(10,2)", "numeric(5)", "numeric(38,38)", "real", "double precision"),
            // No two of one value: such are one default, and listed as two.
            List.of("0", "0.10", "0.50", "-0.1", "'NaN'", "1e-3", "0.20::numeric", "-0.3", "pi()/4", "'.7'", "1/3.0")),
    BOOLEAN(List.of("boolean"), List.of("true", "FALSE", "'t'", "(not false)", "1 = 1", "'yes'::bool", "(true)")),
    DATE(List.of("date"), List.of("current_date", "'2020-02-29'", "date '1999-12-31'", "now()", "CURRENT_DATE + 1")),
    TIME(List.of("time", "time(3)", "timetz"), List.of("localtime", "'12:00'", "'allballs'", "current_time")),
    TIMESTAMP(
            List.of("timestamp", "timestamp(6)", "timestamp(0)"),
            List.of("now()", "localtimestamp", "'2020-01-01 01:02:03'", "'infinity'", "current_timestamp(3)")),
    TIMESTAMPTZ(
            List.of("timestamptz", "timestamptz(6)", "timestamptz(0)"),
            List.of(
                    "now()",
                    "current_timestamp",
                    "clock_timestamp()",
                    "'2020-01-01 00:00:00+02'",
                    "'epoch'",
                    "transaction_timestamp()",
                    "timezone('utc', now())")),
    INTERVAL(
            List.of("interval", "interval(3)", "interval day to second", "interval day to second(3)", "interval year"),
            List.of("'1 day'", "interval '1' hour", "'0'", "'P1Y2M'", "make_interval(days => 3)")),
    UUID(
            List.of("uuid"),
            List.of(
                    "gen_random_uuid()",
                    "'00000000-0000-0000-0000-000000000000'",
                    "'{A0EEBC99-9C0B4EF8-BB6D6BB9BD380A11}'")),
    BYTES(List.of("bytea"), List.of("'\\xDEADBEEF'", "E'\\\\001'", "decode('AA==', 'base64')", "''")),
    JSONB(
            List.of("jsonb"),
            List.of(
                    "'{}'",
                    "'{\"a\": \"?\", \"b\":[1,2]}'",
                    "jsonb_build_object({lit}, {lit})",
                    "'[]'::jsonb",
                    "'null'",
                    "to_jsonb({lit}::text)")),
    JSON(List.of("json"), List.of("'{\"a\" :  1}'", "json_build_array(1, {lit})", "'[]'::json")),
    XML(List.of("xml"), List.of("'<a b=\"c\"/>'")),
    INET(List.of("inet", "cidr"), List.of("'10.0.0.0/8'", "'::1'", "inet '127.0.0.1'")),
    MAC(List.of("macaddr", "macaddr8"), List.of("'08:00:2b:01:02:03'")),
    BITS(List.of("varbit(5)", "varbit"), List.of("B'101'", "b'0'::varbit", "X'1'")),
    FIXED_BITS(List.of("bit(3)"), List.of("B'101'", "'010'")),
    MONEY(List.of("money"), List.of("1", "0.50", "'12.34'")),
    RANGE(List.of("int4range"), List.of("'[1,5)'", "int4range(1, 2, '[]')", "'empty'")),
    TIME_RANGE(List.of("tstzrange"), List.of("tstzrange(now(), null)", "'(,)'")),
    MULTI_RANGE(List.of("int4multirange"), List.of("'{[1,2),[5,6)}'", "'{}'")),
    SEARCH(List.of("tsvector"), List.of("to_tsvector('simple', {lit})", "'a:1 b:2'")),
    BOX(List.of("box"), List.of("'(1,1),(0,0)'", "box(point(0,0), point(1,1))")),
    POINT(List.of("point"), List.of("'(1,2)'", "point(0, 0)")),
    OTHER(
            List.of("oid", "name", "\"char\"", "circle", "pg_lsn", "tsquery", "jsonpath", "regclass", "path"),
            List.of("null")),
    ENUM(List.of(), List.of("{label}", "{label}", "{label}::{type}", "cast({label} as {type})")),
    TEXTS(
            List.of("text[]", "varchar(9)[]"),
            List.of(
                    "'{}'",
                    "ARRAY[{lit}, 'b']",
                    "'{a,\"b c\",\"\\\"\"}'",
                    "array[]::text[]",
                    "string_to_array('a,b', ',')")),
    INTEGERS(List.of("integer[]", "bigint[]"), List.of("'{1,2}'", "ARRAY[1, 2]", "'{}'", "array[[1],[2]]")),
    ENUMS(List.of(), List.of("'{}'", "ARRAY[{label}]::{type}[]", "array[{label}::{type}]")),
    OTHERS(
            List.of(
                    "numeric(10,2)[]",
                    "uuid[]",
                    "timestamptz(3)[]",
                    "jsonb[]",
                    "char(3)[]",
                    "varbit(4)[]",
                    "\"char\"[]"),
            List.of("'{}'"));

    private final List<String> types;
    private final List<String> defaults;

    Kind(List<String> types, List<String> defaults) {
        this.types = types;
        this.defaults = defaults;
    }

    /** Spellings of its types; none for the kinds of enum types. */
    List<String> types() {
        return types;
    }

    List<String> defaults() {
        return defaults;
    }

    boolean isEnum() {
        return this == ENUM || this == ENUMS;
    }

    /** Whether a b-tree sorts it, so that it can be part of a key. */
    boolean isSortable() {
        return switch (this) {
            case JSON, XML, BOX, POINT, OTHER, OTHERS, SEARCH -> false;
            default -> true;
        };
    }

    boolean isHashable() {
        return switch (this) {
            case JSON, XML, BOX, POINT, OTHER, OTHERS, SEARCH, BITS, FIXED_BITS, MONEY -> false;
            default -> true;
        };
    }

    boolean isCollatable() {
        return this == TEXT || this == CHAR || this == TEXTS;
    }
}
