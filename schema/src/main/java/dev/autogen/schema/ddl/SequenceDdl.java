package dev.autogen.schema.ddl;

import static dev.autogen.schema.Identifiers.quote;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.DataType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.operation.AlterSequence;
import dev.autogen.schema.operation.ContinueNumbering;
import dev.autogen.schema.operation.SequenceChange;
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
            statements.add(comment(sequence.name(), sequence.comment()));
        }
        return statements;
    }

    List<String> alter(AlterSequence operation) {
        Actions actions = new Actions(operation.name());
        operation.changes().forEach(change -> change.accept(actions));
        List<String> statements = new ArrayList<>();
        if (!actions.clauses.isEmpty()) {
            statements.add(
                    "ALTER SEQUENCE " + names.qualified(operation.name()) + " " + String.join(" ", actions.clauses));
        }
        statements.addAll(actions.comments);
        return statements;
    }

    /** The next number moves from one sequence to another, or behind the rows; nothing else changes. */
    String goOn(ContinueNumbering operation) {
        return switch (operation.standing()) {
            case ROWS -> behindRows(operation.column());
            case SEQUENCE -> goOn(ofColumn(operation.column()), literal(operation.sequence()));
            case COLUMN -> goOn(literal(operation.sequence()), ofColumn(operation.column()));
        };
    }

    private static String goOn(String sequence, String from) {
        return "SELECT setval(" + sequence + ", nextval(" + from + "), false)";
    }

    /** Numbers that count up go on behind the highest value, or at the start where that is higher still. */
    String behindRows(ColumnRef column) {
        String sequence = ofColumn(column);
        return "SELECT setval(" + sequence + ", greatest(max(" + quote(column.column()) + ")::bigint + 1, nextval("
                + sequence + ")), false) FROM " + names.qualified(column.table());
    }

    private String ofColumn(ColumnRef column) {
        return "pg_get_serial_sequence(" + literal(column.table()) + ", " + SqlNames.literal(column.column()) + ")";
    }

    private String literal(QualifiedName name) {
        return SqlNames.literal(names.qualified(name));
    }

    /** Collects the clauses of one {@code ALTER SEQUENCE}. */
    private final class Actions implements SequenceChange.Visitor<Void> {
        private final List<String> clauses = new ArrayList<>();
        private final List<String> comments = new ArrayList<>();
        private final QualifiedName name;

        Actions(QualifiedName name) {
            this.name = name;
        }

        @Override
        public Void visit(SequenceChange.Type change) {
            clauses.add("AS " + change.to().toSql());
            return null;
        }

        @Override
        public Void visit(SequenceChange.Options change) {
            clauses.addAll(options(change.to()));
            return null;
        }

        @Override
        public Void visit(SequenceChange.Owner change) {
            ColumnRef owner = change.to();
            clauses.add("OWNED BY "
                    + (owner == null ? "NONE" : names.qualified(owner.table()) + "." + quote(owner.column())));
            return null;
        }

        @Override
        public Void visit(SequenceChange.Comment change) {
            comments.add(comment(name, change.to()));
            return null;
        }
    }

    private String comment(QualifiedName sequence, String text) {
        return "COMMENT ON SEQUENCE " + names.qualified(sequence) + " IS "
                + (text == null ? "NULL" : SqlNames.literal(text));
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
