package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

/**
 * An operation in a line for people: {@code + table products (6 columns)},
 * {@code ~ column users.email: varchar(255) -> varchar(320)}. Names are as they are, so that whoever prints the line
 * escapes what the medium needs.
 *
 * @param sign whether something comes, changes or goes
 * @param kind what it is: {@code table}, {@code column}, {@code foreign key}, ...
 * @param name its name, with that of its table where it has none of its own schema-wide: {@code users.email}
 * @param details what else there is to say; empty when the name says it all
 */
public record OperationSummary(Sign sign, String kind, String name, String details) {

    /** What happens to the thing. */
    public enum Sign {
        ADDED('+'),
        CHANGED('~'),
        REMOVED('-');

        private final char symbol;

        Sign(char symbol) {
            this.symbol = symbol;
        }

        /** How a line begins. */
        public char symbol() {
            return symbol;
        }
    }

    /** The longest piece of someone's SQL that a line shows. */
    private static final int LONGEST_SQL = 60;

    public OperationSummary {
        requireNonNull(sign, "sign is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(details, "details is null");
    }

    /** The summary of an operation, also of one that was recorded and does not know what was before. */
    public static OperationSummary of(Operation operation) {
        return operation.accept(new Summarizer());
    }

    /** The line. */
    @Override
    public String toString() {
        String line = sign.symbol() + " " + kind + " " + name;
        if (details.isEmpty()) {
            return line;
        }
        return sign == Sign.CHANGED ? line + ": " + details : line + " (" + details + ")";
    }

    /** The beginning of somebody's SQL, in a line. */
    static String oneLine(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_SQL
                ? line
                : line.substring(0, LONGEST_SQL).stripTrailing() + "...";
    }
}
