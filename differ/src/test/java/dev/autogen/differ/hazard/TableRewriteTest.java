package dev.autogen.differ.hazard;

import static dev.autogen.differ.hazard.Judging.TEAMS;
import static dev.autogen.differ.hazard.Judging.USERS;
import static dev.autogen.differ.hazard.Judging.column;
import static dev.autogen.differ.hazard.Judging.retype;
import static dev.autogen.differ.hazard.Judging.sql;
import static dev.autogen.differ.hazard.Judging.transaction;
import static dev.autogen.differ.hazard.Judging.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Domain;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.CreateDomain;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.EnumUse;
import dev.autogen.schema.operation.RebuildEnum;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableRewriteTest {
    @Test
    void another_type_writes_every_row_anew() {
        assertThat(messages(transaction(retype("id", "integer", "bigint"))
                        .on(users(column("id", "integer")))
                        .onManyUsers()))
                .isEqualTo("rewrites the table: users.id from integer to bigint (about 1.2M rows, 340 MB)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            varchar(10)    | varchar(20)
            varchar(10)    | varchar
            varchar(10)    | text
            text           | varchar
            numeric(10,2)  | numeric(12,2)
            numeric(10,2)  | numeric
            timestamp(3)   | timestamp
            timestamptz(0) | timestamptz(3)
            time(0)        | time(6)
            interval(0)    | interval
            cidr           | inet
            citext         | text
            text           | citext
            """)
    void what_postgresql_takes_without_a_look_at_the_rows_is_none(String from, String to) {
        assertThat(messages(transaction(retype("c", from, to)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            varchar(20)   | varchar(10)
            text          | varchar(10)
            numeric(10,2) | numeric(12,3)
            numeric       | numeric(10,2)
            timestamp(6)  | timestamp(3)
            timestamp     | timestamptz
            inet          | cidr
            varchar(10)[] | varchar(20)[]
            """)
    void everything_else_is(String from, String to) {
        assertThat(messages(transaction(retype("c", from, to)))).isNotEmpty();
    }

    @Test
    void a_type_nobody_knows_may_have_been_alike() {
        assertThat(messages(transaction(retype("id", null, "bigint"))))
                .isEqualTo("rewrites the table unless the type before was alike: users.id to bigint");
    }

    @Test
    void a_new_column_that_is_filled_row_by_row() {
        assertThat(messages(transaction(
                        new AddColumn(USERS, column("no", "bigint").withIdentity(Identity.byDefault())),
                        new AddColumn(USERS, column("key", "uuid").withDefault(sql("gen_random_uuid()"))),
                        new AddColumn(
                                USERS,
                                column("length", "int").withGenerated(new Generated(sql("length(name)"), true))))))
                .isEqualTo("""
                        rewrites users to fill no
                        rewrites users to fill key
                        rewrites users to fill length""");
    }

    @Test
    void a_function_that_the_database_calls_volatile_is_called_for_each_row() {
        Judging judging = transaction(
                new AddColumn(USERS, column("a", "text").withDefault(sql("app.next_code('x')"))),
                new AddColumn(USERS, column("b", "text").withDefault(sql("\"Next\"()"))),
                new AddColumn(USERS, column("c", "text").withDefault(sql("next_codes()"))));
        assertThat(messages(judging)).isEmpty();
        assertThat(messages(judging.volatileFunctions("next_code", "Next"))).isEqualTo("""
                rewrites users to fill a
                rewrites users to fill b""");
    }

    @Test
    void a_new_column_of_a_domain_with_rules_is_held_to_them_row_by_row() {
        Domain free = Domain.of(QualifiedName.of("name"), DataType.parse("text"));
        Domain ruled =
                Domain.of(QualifiedName.of("code"), DataType.parse("text")).withNullable(false);
        Domain based = Domain.of(QualifiedName.of("short_code"), DataType.parse("code"));
        assertThat(messages(transaction(
                        new CreateDomain(free),
                        new CreateDomain(ruled),
                        new CreateDomain(based),
                        new AddColumn(USERS, column("a", "name")),
                        new AddColumn(USERS, column("b", "short_code")),
                        new AddColumn(USERS, column("c", "code[]")))))
                .isEqualTo("rewrites users to hold b to the domain short_code");
    }

    @Test
    void a_default_that_is_the_same_for_all_rows_is_kept_once() {
        assertThat(messages(transaction(
                        new AddColumn(USERS, column("at", "timestamptz").withDefault(sql("now()"))),
                        new AddColumn(USERS, column("note", "text").withDefault(sql("'random()'"))))))
                .isEmpty();
    }

    @Test
    void a_table_that_is_new_or_small_is_rewritten_at_once() {
        Judging judging = transaction(retype("id", "integer", "bigint"));
        assertThat(messages(judging.sized(USERS, 1_000, 1_048_576))).isEmpty();
        assertThat(messages(judging.sized(USERS, -1, 8_192))).isEmpty();
        assertThat(messages(judging.sized(USERS, 1_001, 8_192))).isNotEmpty();
        assertThat(messages(judging.sized(USERS, 10, 1_048_577))).isNotEmpty();
        assertThat(messages(transaction(
                        new CreateTable(users(column("id", "integer"))), retype("id", "integer", "bigint"))))
                .isEmpty();
    }

    @Test
    void an_enum_type_made_anew_rewrites_the_tables_that_use_it() {
        RebuildEnum rebuild = new RebuildEnum(
                new EnumType(QualifiedName.of("mood"), List.of("happy")),
                null,
                List.of(
                        new EnumUse(new ColumnRef(USERS, "mood"), false, null),
                        new EnumUse(new ColumnRef(TEAMS, "mood"), false, null)));
        assertThat(messages(transaction(rebuild).onManyUsers().sized(TEAMS, 3, 8_192)))
                .isEqualTo("rewrites every table with a column of type mood: users (about 1.2M rows, 340 MB)");
    }

    private static String messages(Judging judging) {
        return judging.messages("table-rewrite");
    }
}
