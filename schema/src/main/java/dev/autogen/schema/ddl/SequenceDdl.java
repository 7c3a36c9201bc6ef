package dev.autogen.schema.ddl;

import static dev.autogen.schema.Identifiers.quote;

import dev.autogen.schema.DataType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;

/** {@code CREATE}, {@code ALTER} and {@code DROP SEQUENCE}, and the options of identity columns. */
final class SequenceDdl {
    private static final DataType BIGINT = DataType.of("bigint");

    private final SqlNames names;

    SequenceDdl(SqlNames names) {
        this.names = names;
    }

    List<String> create(Sequence sequence) {
        List<String> statements = new ArrayList<>();
        String name = names.qualified(sequence.name());
        statements.add("CREATE SEQUENCE " + name
                + (sequence.type().equals(BIGINT)
                        ? ""
                        : " AS " + sequence.type().toSql())
                + withSpace(String.join(" ", options(sequence.options()))));
        if (sequence.ownedBy() != null) {
            statements.add("ALTER SEQUENCE " + name + " OWNED BY "
                    + names.qualified(sequence.ownedBy().table()) + "."
                    + quote(sequence.ownedBy().column()));
        }
        if (sequence.comment() != null) {
            statements.add("COMMENT ON SEQUENCE " + name + " IS " + SqlNames.literal(sequence.comment()));
        }
        return statements;
    }

    String alter(QualifiedName name, SequenceOptions to) {
        return "ALTER SEQUENCE " + names.qualified(name) + withSpace(String.join(" ", options(to)));
    }

    /** What stands behind {@code AS IDENTITY}: options in parentheses, or nothing. */
    static String inParentheses(SequenceOptions options) {
        List<String> clauses = options(options);
        return clauses.isEmpty() ? "" : " (" + String.join(" ", clauses) + ")";
    }

    /** {@code SET} clauses of {@code ALTER COLUMN}. */
    static List<String> asSetClauses(SequenceOptions options) {
        return options(options).stream().map(clause -> "SET " + clause).toList();
    }

    private static List<String> options(SequenceOptions options) {
        List<String> clauses = new ArrayList<>();
        add(clauses, "INCREMENT BY", options.increment());
        add(clauses, "MINVALUE", options.minValue());
        add(clauses, "MAXVALUE", options.maxValue());
        add(clauses, "START WITH", options.start());
        add(clauses, "CACHE", options.cache());
        if (options.cycle() != null) {
            clauses.add(options.cycle() ? "CYCLE" : "NO CYCLE");
        }
        return clauses;
    }

    private static void add(List<String> clauses, String clause, Long value) {
        if (value != null) {
            clauses.add(clause + " " + value);
        }
    }

    private static String withSpace(String clauses) {
        return clauses.isEmpty() ? "" : " " + clauses;
    }
}
