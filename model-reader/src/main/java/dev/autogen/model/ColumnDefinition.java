package dev.autogen.model;

import dev.autogen.model.SqlTokens.Token;
import dev.autogen.schema.Identity;
import dev.autogen.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An explicit {@code columnDefinition}, which JPA declares to be SQL and people fill with whole column clauses.
 *
 * @param type the type alone
 * @param notNull whether it says NOT NULL
 * @param defaultValue the expression; null when there is none
 * @param collation null when there is none
 * @param identity null when there is none
 * @param generatedAs the expression; null when there is none
 * @param stored whether a generated column is stored; so where it says nothing of it
 * @param storageUnsaid whether it says neither STORED nor VIRTUAL of a generated column
 * @param unique whether it says UNIQUE
 * @param checks the conditions it demands
 * @param incomplete a clause that lacks its expression, such as {@code default}; empty when there is none
 * @param ignored clauses that cannot be taken over from here, such as {@code references}; empty when there are none
 */
record ColumnDefinition(
        String type,
        boolean notNull,
        String defaultValue,
        String collation,
        Identity identity,
        String generatedAs,
        boolean stored,
        boolean storageUnsaid,
        boolean unique,
        List<String> checks,
        String incomplete,
        String ignored) {

    /** The column qualifiers of PostgreSQL's {@code CREATE TABLE}. */
    private static final Set<String> CLAUSES = Set.of(
            "not", "null", "default", "collate", "generated", "check", "unique", "primary", "references", "constraint");

    private static final Map<String, String> SERIAL = Map.of(
            "serial", "integer",
            "serial4", "integer",
            "bigserial", "bigint",
            "serial8", "bigint",
            "smallserial", "smallint",
            "serial2", "smallint");

    ColumnDefinition {
        checks = List.copyOf(checks);
    }

    static ColumnDefinition parse(String text) {
        return new Parser(text).parse();
    }

    private static final class Parser {
        private final String text;
        private final List<Token> tokens;
        private final List<String> checks = new ArrayList<>();
        private boolean notNull;
        private String defaultValue;
        private String collation;
        private Identity identity;
        private String generatedAs;
        private boolean stored;
        private boolean storageUnsaid;
        private boolean unique;
        private String incomplete = "";
        private String ignored = "";
        private int at;

        Parser(String text) {
            this.text = text;
            this.tokens = SqlTokens.of(text);
        }

        ColumnDefinition parse() {
            String type = upToNextClause();
            String serial = SERIAL.get(type.toLowerCase(Locale.ROOT));
            if (serial != null) {
                type = serial;
                notNull = true;
                identity = new Identity(Identity.Kind.SERIAL, SequenceOptions.NONE);
            }
            while (at < tokens.size()) {
                clause(tokens.get(at++).text().toLowerCase(Locale.ROOT));
            }
            return new ColumnDefinition(
                    type,
                    notNull,
                    defaultValue,
                    collation,
                    identity,
                    generatedAs,
                    stored,
                    storageUnsaid,
                    unique,
                    checks,
                    incomplete,
                    ignored);
        }

        private void clause(String word) {
            switch (word) {
                case "not" -> {
                    notNull = true;
                    skip("null");
                }
                case "default" -> defaultValue = expression();
                case "collate" -> collation = upToNextClause();
                case "generated" -> generated();
                case "check" -> check();
                case "unique" -> unique = true;
                case "primary" -> skip("key");
                case "constraint" -> at++;
                case "references" -> ignored = "references " + upToNextClause();
                default -> {
                    // NULL says what is so anyway.
                }
            }
        }

        /** The first piece belongs to the expression whatever it is: {@code default null}. */
        private String expression() {
            if (at >= tokens.size()) {
                incomplete = "default";
                return null;
            }
            int start = tokens.get(at++).start();
            upToNextClause();
            return text.substring(start, tokens.get(at - 1).end());
        }

        private void generated() {
            skip("always");
            skip("by");
            boolean byDefault = skip("default");
            skip("as");
            if (skip("identity")) {
                Identity.Kind kind = byDefault ? Identity.Kind.BY_DEFAULT : Identity.Kind.ALWAYS;
                identity = new Identity(kind, SequenceOptions.NONE);
                notNull = true;
                if (at < tokens.size() && tokens.get(at).isGroup()) {
                    ignored = "identity options " + tokens.get(at++).text();
                }
            } else if (at < tokens.size() && tokens.get(at).isGroup()) {
                generatedAs = tokens.get(at++).inside();
                stored = !skip("virtual");
                storageUnsaid = stored && !skip("stored");
            }
        }

        private void check() {
            if (at < tokens.size() && tokens.get(at).isGroup()) {
                checks.add(tokens.get(at++).inside());
            } else {
                incomplete = "check";
            }
        }

        private boolean skip(String word) {
            boolean there = at < tokens.size() && tokens.get(at).is(word);
            if (there) {
                at++;
            }
            return there;
        }

        private String upToNextClause() {
            int first = at;
            while (at < tokens.size() && !CLAUSES.contains(tokens.get(at).text().toLowerCase(Locale.ROOT))) {
                at++;
            }
            return first == at
                    ? ""
                    : text.substring(
                            tokens.get(first).start(), tokens.get(at - 1).end());
        }
    }
}
