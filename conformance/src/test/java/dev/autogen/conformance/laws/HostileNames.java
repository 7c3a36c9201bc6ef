package dev.autogen.conformance.laws;

import dev.autogen.schema.Identifiers;
import java.util.List;
import java.util.function.Predicate;

/** Names that PostgreSQL allows and careless writers of SQL or Java get wrong. */
final class HostileNames {
    private static final String LONG = "a_very_long_name_that_fills_all_but_the_last_of_the_63_bytes_0";

    private static final List<String> PLAIN =
            List.of("users", "orders", "a", "b", "t", "id", "name", "state", "code", "kind", "x1", "parent_id");

    private static final List<String> HOSTILE = List.of(
            // of which some differ in case alone
            "Users",
            "USERS",
            "Id",
            "ID",
            "mixedCase",
            // key words
            "order",
            "user",
            "select",
            "table",
            "group",
            "primary",
            "check",
            "default",
            "current_user",
            "between",
            "like",
            "values",
            "interval",
            "json_table",
            "null",
            "end",
            // types and functions of PostgreSQL
            "text",
            "integer",
            "lower",
            "now",
            "nextval",
            "pg_catalog",
            "public",
            "jsonb",
            "value",
            "_users",
            // what PostgreSQL and autogen choose by themselves
            "users_pkey",
            "users_id_seq",
            "orders_id_key",
            "autogen_value",
            "autogen_scratch_1",
            "old_state",
            // quotes, spaces, punctuation
            "quo\"te",
            "\"",
            "\"\"",
            "it's",
            "''",
            " ",
            " led",
            "trailed ",
            "two words",
            "tab\there",
            "new\nline",
            "with.dot",
            "public.users",
            "a,b",
            "(a)",
            "a;b",
            "--",
            "/*",
            "*/",
            "//x",
            "back\\slash",
            "\\u0022",
            "\\",
            "$",
            "a$b",
            "$1",
            "$$",
            "$T$L",
            "1st",
            "%s",
            "%I",
            "{0}",
            "{fn now()}",
            "?",
            "a?b",
            ":name",
            "::",
            "\"\"\"",
            // beyond ASCII
            "\u00e9",
            "e\u0301",
            "stra\u00dfe",
            "\u4e2d\u6587",
            "\ud83d\ude00",
            "rtl\u202e",
            "\u00a0",
            "\u2028",
            "\u0130",
            // what the source of a migration says itself
            "class",
            "int",
            "op",
            "column",
            "createTable",
            "primaryKey",
            "varchar",
            "upgrade",
            "this",
            "String",
            "Operations",
            "CASCADE",
            // as long as can be
            LONG + "1",
            LONG + "2",
            "\u00e9".repeat(31),
            "\ud83d\ude00".repeat(15) + "abc");

    private final Dice dice;

    HostileNames(Dice dice) {
        this.dice = dice;
    }

    /** A name that the test takes. */
    String free(Predicate<String> isFree) {
        while (true) {
            String name = dice.percent(45) ? dice.pick(PLAIN) : dice.pick(HOSTILE);
            if (dice.oneIn(6)) {
                name = Identifiers.cut(
                        name + dice.pick("_", "1", "_key", "_fkey", "_check", "_idx", "_seq", "\"", " "));
            }
            if (isFree.test(name)) {
                return name;
            }
        }
    }
}
