package dev.autogen.conformance.laws;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** Expressions over columns, the way people write them. {@code {c}} and {@code {d}} are columns, see {@link Kind}. */
final class ExpressionTexts {
    /** A computed value. */
    record Value(String text, String type, Kind kind) {}

    private ExpressionTexts() {}

    /** What can be true of any column. */
    static final List<String> ABOUT_ANY =
            List.of("{c} IS NOT NULL", "({c}) is null", "NOT ({c} IS NULL)", "num_nulls({c}) = 0");

    /** What can be true of any two. */
    static final List<String> ABOUT_TWO = List.of(
            "num_nonnulls({c}, {d}) = 1",
            "({c} IS NULL) = ({d} IS NULL)",
            "{c} is null or {d} is not null -- why\n",
            "row({c}, {d}) IS NOT NULL",
            "({c} IS NULL AND {d} IS NULL) OR ({c} IS NOT NULL AND {d} IS NOT NULL)");

    /** What can be true of a column; with {@code ~} only where it need not stay true. */
    static final Map<Kind, List<String>> ABOUT = Map.ofEntries(
            entry(
                    Kind.TEXT,
                    List.of(
                            "{c} <> {lit}",
                            "{c} in ({lit}, {lit})",
                            "{c} NOT IN ('a', 'b', {lit})",
                            "{c} in ('one')",
                            "length({c}) > 3",
                            "char_length(trim({c})) between 1 and 10",
                            "{c} ~ '^[a-z''\"\\\\]+$'",
                            "{c} ~* E'\\\\d{2}' /* two digits */",
                            "{c} LIKE '%\\_%' ESCAPE '\\'",
                            "{c} not ilike 'a%'",
                            "{c} SIMILAR TO '(a|b)%'",
                            "{c} = ANY (ARRAY['a', {lit}])",
                            "{c} = any ('{a,b}'::text[])",
                            "{c} IS DISTINCT FROM {lit}",
                            "trim(both ' ' from {c}) <> ''",
                            "substring({c} from 1 for 2) = 'ab'",
                            "position('a' in {c}) > 0",
                            "{c} COLLATE \"C\" < 'x'",
                            "{c} || {lit} <> ''",
                            "upper({c}) = {c}",
                            "({c} <> '') IS NOT FALSE",
                            "{c} BETWEEN 'a' AND 'z'",
                            "{c} not between symmetric 'z' and 'a'",
                            "CASE WHEN {c} = {lit} THEN true ELSE {c} IS NOT NULL END",
                            "case {c} when 'a' then 1 when {lit} then 2 end > 1",
                            "coalesce({c}, {lit}) <> {lit}",
                            "nullif({c}, '') IS NOT NULL",
                            "{c} ^@ 'a' OR NOT starts_with({c}, {lit})",
                            "{c}::varchar(10) = 'a'::varchar(10)",
                            "(({c}))::text = 'x'",
                            "~{c} <> current_user",
                            "~{c} <= to_char(now(), 'YYYY\"?\"MM')")),
            entry(Kind.CHAR, List.of("{c} <> 'x'", "{c} in ('Y', 'N')", "{c} = 'a'::char(1)", "lower({c}) = 'x'")),
            entry(
                    Kind.INTEGER,
                    List.of(
                            "{c} > 0",
                            "{c}>=0 AND {c}<=9 OR {c}=99",
                            "{c} BETWEEN 1 AND 10",
                            "{c} NOT BETWEEN SYMMETRIC 10 AND 1",
                            "{c} IN (1, 2, 3)",
                            "{c} not in (0)",
                            "{c} % 2 = 0",
                            "{c} <> -1",
                            "{c} > - 1",
                            "-{c} < 0",
                            "{c} & 1 = 1",
                            "{c}::text <> ''",
                            "cast({c} as numeric(10,2)) > 0.5",
                            "{c} = ANY ('{1,2}'::bigint[])",
                            "{c} IS NULL OR {c} > 0",
                            "greatest({c}, 1) > 0",
                            "NOT ({c} = 3)",
                            "{c} != 3 and not {c} = 4",
                            "({c} > 1) IS TRUE",
                            "{c} operator(pg_catalog.>) 3")),
            entry(
                    Kind.NUMBER,
                    List.of(
                            "{c} >= 0",
                            "{c} > 0.00",
                            "{c} between 0 and 1e3",
                            "{c} <> 'NaN'",
                            "{c} < .5",
                            "{c} * 100 > -1")),
            entry(
                    Kind.BOOLEAN,
                    List.of("{c}", "NOT {c}", "{c} IS TRUE", "{c} is not unknown", "{c} = true", "{c} <> 'f'")),
            entry(
                    Kind.DATE,
                    List.of(
                            "{c} > '2020-01-01'",
                            "{c} > DATE '2020-01-01'",
                            "extract(year from {c}) > 2000",
                            "{c} + 1 < 'infinity'")),
            entry(Kind.TIME, List.of("{c} > '12:00'", "extract(hour from {c}) < 12")),
            entry(
                    Kind.TIMESTAMP,
                    List.of(
                            "{c} > '2020-01-01 00:00:00'",
                            "date_trunc('day', {c}) = {c}",
                            "{c} + interval '1 day' > timestamp '2020-01-01'",
                            "~{c} < now()")),
            entry(
                    Kind.TIMESTAMPTZ,
                    List.of(
                            "{c} > '2020-01-01 00:00:00+00'",
                            "{c} AT TIME ZONE 'UTC' > '2020-01-01'",
                            "({c} at time zone 'Europe/Berlin')::date <> '2020-01-01'",
                            "~{c} < current_timestamp + '1 day'")),
            entry(Kind.INTERVAL, List.of("{c} > '1 day'", "{c} > interval '1' hour", "{c} <> '-1 year 2 mons'")),
            entry(Kind.UUID, List.of("{c} <> '00000000-0000-0000-0000-000000000000'", "{c}::text like 'a%'")),
            entry(Kind.BYTES, List.of("length({c}) > 1", "{c} <> '\\xDEADBEEF'", "octet_length({c}) <= 10")),
            entry(
                    Kind.JSONB,
                    List.of(
                            "jsonb_typeof({c}) = 'object'",
                            "{c} ? 'a'",
                            "{c} ?| array['a', {lit}]",
                            "NOT {c} ?& ARRAY['?']",
                            "{c} @> '{\"a\": \"?\"}'",
                            "{c} ->> 'it''s' <> ''",
                            "{c}->>'a' is not null",
                            "({c} #>> '{a,b}') = 'x'",
                            "({c} -> 'n')::int > 0",
                            "{c} @? '$.a[*] ? (@ > 2)'",
                            "{c} - 'a' <> '{}'::jsonb",
                            "{c}['a'] IS NOT NULL")),
            entry(Kind.JSON, List.of("{c} ->> 'a' IS NOT NULL", "json_typeof({c}) = 'object'")),
            entry(Kind.INET, List.of("{c} << '10.0.0.0/8'", "family({c}) = 4", "host({c}) <> ''")),
            entry(Kind.BITS, List.of("{c} <> B'101'", "length({c}) = 2")),
            entry(Kind.FIXED_BITS, List.of("{c} <> B'101'")),
            entry(Kind.MONEY, List.of("{c} + {c} > {c}")),
            entry(Kind.RANGE, List.of("NOT isempty({c})", "{c} && '[1,5)'", "lower({c}) > 0", "{c} @> 3")),
            entry(Kind.TIME_RANGE, List.of("upper_inf({c})", "NOT isempty({c})")),
            entry(Kind.POINT, List.of("{c}[0] > 0", "{c} <@ box '(1,1),(0,0)'")),
            entry(
                    Kind.ENUM,
                    List.of(
                            "{c} <> {label}",
                            "{c} IN ({label})",
                            "{c} > {label}::{type}",
                            "~{c}::text <> {lit}",
                            "{c} = any (array[{label}]::{type}[])")),
            entry(
                    Kind.TEXTS,
                    List.of(
                            "array_length({c}, 1) > 0",
                            "'a' = ANY ({c})",
                            "{c} @> '{a}'",
                            "{c} <> '{}'",
                            "{c}[1] IS NOT NULL",
                            "{c}[1:2] = '{a,b}'",
                            "array_position({c}, null) is null")),
            entry(Kind.INTEGERS, List.of("1 = ALL ({c})", "cardinality({c}) < 10", "{c}[1] = 1 and {c}[2:] <> '{}'")),
            entry(Kind.ENUMS, List.of("{label} = any ({c})", "cardinality({c}) > 0")));

    /** What can be computed from a column for good. */
    static final Map<Kind, List<Value>> OF = Map.ofEntries(
            entry(
                    Kind.TEXT,
                    List.of(
                            new Value("lower({c})", "text", Kind.TEXT),
                            new Value("upper({c}) || {lit}", "text", Kind.TEXT),
                            new Value("{c} || {lit}", "text", Kind.TEXT),
                            new Value("coalesce({c}, {lit})", "text", Kind.TEXT),
                            new Value("md5({c})", "text", Kind.TEXT),
                            new Value("length({c})", "integer", Kind.INTEGER),
                            new Value("left({c}, 5)", "varchar(5)", Kind.TEXT),
                            new Value("replace({c}, {lit}, '')", "text", Kind.TEXT),
                            new Value("CASE WHEN {c} = {lit} THEN 1 ELSE 2 END", "integer", Kind.INTEGER),
                            new Value("({c})::varchar(10)", "varchar(10)", Kind.TEXT),
                            new Value("to_tsvector('simple'::regconfig, {c})", "tsvector", Kind.SEARCH),
                            new Value("string_to_array({c}, ',')", "text[]", Kind.TEXTS),
                            new Value("{c} in ('a', {lit})", "boolean", Kind.BOOLEAN))),
            entry(Kind.CHAR, List.of(new Value("upper({c})", "text", Kind.TEXT))),
            entry(
                    Kind.INTEGER,
                    List.of(
                            new Value("{c} + 1", "bigint", Kind.INTEGER),
                            new Value("-{c}", "bigint", Kind.INTEGER),
                            new Value("{c} * 2 - 1", "bigint", Kind.INTEGER),
                            new Value("{c}::text", "text", Kind.TEXT),
                            new Value("{c} / 100.0", "numeric(10,2)", Kind.NUMBER),
                            new Value("coalesce({c}, 0)", "bigint", Kind.INTEGER),
                            new Value("{c} > 0", "boolean", Kind.BOOLEAN))),
            entry(
                    Kind.NUMBER,
                    List.of(
                            new Value("{c} * 2", "numeric", Kind.NUMBER),
                            new Value("abs({c})", "numeric(10,2)", Kind.NUMBER))),
            entry(
                    Kind.BOOLEAN,
                    List.of(
                            new Value("NOT {c}", "boolean", Kind.BOOLEAN),
                            new Value("{c}::int", "integer", Kind.INTEGER))),
            entry(
                    Kind.DATE,
                    List.of(
                            new Value("extract(year from {c})", "numeric", Kind.NUMBER),
                            new Value("{c} + 1", "date", Kind.DATE))),
            entry(
                    Kind.TIMESTAMP,
                    List.of(
                            new Value("{c}::date", "date", Kind.DATE),
                            new Value("date_trunc('day', {c})", "timestamp", Kind.TIMESTAMP))),
            entry(Kind.TIMESTAMPTZ, List.of(new Value("({c} AT TIME ZONE 'UTC')::date", "date", Kind.DATE))),
            entry(
                    Kind.JSONB,
                    List.of(
                            new Value("{c} ->> 'a'", "text", Kind.TEXT),
                            new Value("{c} -> 'it''s'", "jsonb", Kind.JSONB),
                            new Value("{c} #>> '{a,b}'", "text", Kind.TEXT),
                            new Value("({c} ->> 'n')::int", "integer", Kind.INTEGER),
                            new Value("{c} ? 'a'", "boolean", Kind.BOOLEAN))),
            entry(Kind.UUID, List.of(new Value("{c}::text", "text", Kind.TEXT))),
            entry(Kind.INET, List.of(new Value("host({c})", "text", Kind.TEXT))),
            entry(
                    Kind.TEXTS,
                    List.of(
                            new Value("{c}[1]", "text", Kind.TEXT),
                            new Value("cardinality({c})", "integer", Kind.INTEGER))),
            entry(Kind.INTEGERS, List.of(new Value("{c}[1]", "bigint", Kind.INTEGER))),
            entry(Kind.RANGE, List.of(new Value("lower({c})", "integer", Kind.INTEGER))),
            entry(
                    Kind.BYTES,
                    List.of(
                            new Value("encode({c}, 'hex')", "text", Kind.TEXT),
                            new Value("length({c})", "integer", Kind.INTEGER))));
}
