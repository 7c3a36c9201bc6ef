package dev.autogen.commands.proof.rows;

import dev.autogen.schema.Column;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * That PostgreSQL does not take a row as it is.
 *
 * @param state the SQLSTATE
 * @param reason its words
 * @param message all that it says; null where it says no more
 */
record Refusal(String state, String reason, ServerErrorMessage message) {
    private static final String CHECK = "23514";
    private static final String UNIQUE = "23505";
    private static final String EXCLUDED = "23P01";
    /** A value that does not have the form of its type, or leads to one that does not fit. */
    private static final String DATA = "22";

    private static final String CONNECTION = "08";

    /**
     * What a failure says of the row.
     *
     * @throws SQLException the failure itself, if it is the server or the connection that fails
     */
    static Refusal of(SQLException failure) throws SQLException {
        String state = failure.getSQLState();
        if (state == null || state.startsWith(CONNECTION)) {
            throw failure;
        }
        ServerErrorMessage message = failure instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        return new Refusal(state, message == null ? failure.getMessage() : message.getMessage(), message);
    }

    /** Whether the statement is at fault and not the values: something that it names is not there, or not so. */
    boolean isOfTheStatement() {
        return state.startsWith("42");
    }

    /** The columns whose values may be at fault; none where other values would not help. */
    List<String> culprits(Table table, Choice choice) {
        String constraint = message == null ? null : message.getConstraint();
        if (state.equals(CHECK) && (message == null || message.getDatatype() == null)) {
            return table.checks().stream()
                    .filter(check -> check.name() == null || check.name().equals(constraint))
                    .flatMap(check -> choice.columns().stream()
                            .filter(column -> check.expression().text().contains(column)))
                    .distinct()
                    .toList();
        }
        if (state.equals(CHECK)) {
            return table.columns().stream()
                    .filter(column -> column.type().name().equals(message.getDatatype()))
                    .map(Column::name)
                    .toList();
        }
        if (state.equals(UNIQUE)) {
            List<String> key = uniqueColumns(table, constraint);
            return key.isEmpty() ? List.copyOf(choice.columns()) : key;
        }
        return state.equals(EXCLUDED) || state.startsWith(DATA) ? List.copyOf(choice.columns()) : List.of();
    }

    private static List<String> uniqueColumns(Table table, String name) {
        return Stream.of(
                        table.primaryKey() != null
                                        && name != null
                                        && name.equals(table.primaryKey().name())
                                ? table.primaryKey().columns().stream()
                                : Stream.<String>empty(),
                        table.uniqueConstraints().stream()
                                .filter(unique -> name != null && name.equals(unique.name()))
                                .flatMap(unique -> unique.columns().stream()),
                        table.indexes().stream()
                                .filter(index -> name != null && name.equals(index.name()))
                                .flatMap(index -> index.keys().stream())
                                .map(IndexKey::column)
                                .filter(Objects::nonNull))
                .flatMap(columns -> columns)
                .toList();
    }
}
