package dev.autogen.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataTypeTest {
    private static final List<String> SPELLINGS = List.of(
            "bigint",
            "int8",
            "int",
            "integer",
            "int4",
            "smallint",
            "int2",
            "boolean",
            "bool",
            "real",
            "float4",
            "float",
            "float(24)",
            "float(25)",
            "float(53)",
            "float8",
            "double precision",
            "numeric",
            "numeric(10)",
            "numeric(10,2)",
            "decimal(38, 2)",
            "dec(5)",
            "money",
            "varchar",
            "varchar(255)",
            "character varying(40)",
            "char varying(3)",
            "national character varying(3)",
            "nchar varying(4)",
            "char",
            "char(3)",
            "character(1)",
            "nchar(2)",
            "bpchar",
            "text",
            "\"char\"",
            "name",
            "bytea",
            "timestamp",
            "timestamp(3)",
            "timestamp without time zone",
            "timestamp(6) with time zone",
            "timestamptz(0)",
            "time",
            "time(2)",
            "time(6) with time zone",
            "timetz",
            "date",
            "interval",
            "interval(3)",
            "interval day to second",
            "interval day to second(3)",
            "interval year to month",
            "uuid",
            "json",
            "jsonb",
            "xml",
            "bit",
            "bit(5)",
            "bit varying",
            "bit varying(7)",
            "varbit(7)",
            "inet",
            "cidr",
            "macaddr",
            "point",
            "tsvector",
            "oid",
            "int4range",
            "integer[]",
            "int array",
            "varchar(20) array[4]",
            "text[][]",
            "timestamp(3) with time zone[]",
            "numeric(10,2)[]",
            "pg_catalog.int4");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "character varying(255)        | varchar(255)",
                "timestamp(6) with time zone   | timestamptz(6)",
                "float(53)                     | double precision",
                "INT8                          | bigint",
                "numeric(10)                   | numeric(10,0)",
                "char                          | char(1)",
                "varchar(255) array            | varchar(255)[]",
                "\"My Type\"                   | \"My Type\"",
                "app.\"Mood\"                  | app.\"Mood\"",
                "CITEXT                        | citext",
            })
    void a_type_has_one_spelling(String written, String canonical) {
        assertThat(DataType.parse(written).toSql()).isEqualTo(canonical);
    }

    @Test
    void every_spelling_of_a_type_means_to_us_what_it_means_to_postgresql() throws SQLException {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            List<String> columns = new ArrayList<>();
            List<String> ours = new ArrayList<>();
            for (int i = 0; i < SPELLINGS.size(); i++) {
                columns.add("a" + i + " " + SPELLINGS.get(i));
                columns.add("b" + i + " " + DataType.parse(SPELLINGS.get(i)).toSql());
                ours.add(DataType.parse(SPELLINGS.get(i)).toSql());
            }
            database.execute("create table t (" + String.join(", ", columns) + ")");
            List<String> told = database.query(
                    "select format_type(atttypid, atttypmod) from pg_attribute where attrelid = 't'::regclass"
                            + " and attnum > 0 order by attnum");
            List<String> parsed = new ArrayList<>();
            for (int i = 0; i < SPELLINGS.size(); i++) {
                assertThat(told.get(2 * i + 1)).as(SPELLINGS.get(i)).isEqualTo(told.get(2 * i));
                parsed.add(DataType.parse(told.get(2 * i)).toSql().replace("[][]", "[]"));
            }
            assertThat(parsed)
                    .isEqualTo(
                            ours.stream().map(sql -> sql.replace("[][]", "[]")).toList());
        }
    }

    @Test
    void every_name_that_postgresql_has_for_a_type_of_its_own_is_taken() throws SQLException {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            assertThat(database.query("select typname from pg_type where typnamespace = 'pg_catalog'::regnamespace"
                            + " and (typrelid = 0 or typname in ('pg_class', 'pg_type')) and typelem = 0"))
                    .contains("json", "int4", "record")
                    .allMatch(DataType::isTaken);
        }
        assertThat(List.of("integer", "double precision", "char", "float")).allMatch(DataType::isTaken);
        assertThat(List.of("mood", "citext", "user", "order")).noneMatch(DataType::isTaken);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "public.mood             | mood",
                "public.json             | public.\"json\"",
                "public.\"char\"[]       | public.\"char\"[]",
                "public.\"integer\"      | public.\"integer\"",
                "public.box              | public.box",
                "audit.mood              | audit.mood",
                "json                    | json",
            })
    void a_type_keeps_the_default_schema_where_its_name_alone_would_be_another(String written, String seen) {
        DataType type = DataType.parse(written).seenFrom("public");
        assertThat(type.toSql()).isEqualTo(seen);
        assertThat(DataType.parse(type.toSql())).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "varchar(20", "\"open", "integer["})
    void what_is_no_type_name_is_refused(String text) {
        assertThatThrownBy(() -> DataType.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
