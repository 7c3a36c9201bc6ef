package dev.autogen.migration;

import static java.util.stream.Collectors.joining;

import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.ExecuteSql;
import java.util.ArrayList;
import java.util.List;

/** Rows as few {@code INSERT} statements. */
record BulkInsert(String call, QualifiedName table, List<String> columns, List<Row> rows) {
    /** The protocol counts a statement's parameters with 16 bits; half of that keeps the statements readable. */
    private static final int MOST_PARAMETERS = 32_767;

    List<ExecuteSql> statements() {
        List<ExecuteSql> statements = new ArrayList<>();
        int rowsPerStatement = Math.max(1, MOST_PARAMETERS / columns.size());
        for (int from = 0; from < rows.size(); from += rowsPerStatement) {
            statements.add(insert(rows.subList(from, Math.min(rows.size(), from + rowsPerStatement))));
        }
        return statements;
    }

    private ExecuteSql insert(List<Row> some) {
        List<Object> parameters = new ArrayList<>();
        String tuples = some.stream().map(row -> tuple(row, parameters)).collect(joining(",\n  "));
        String names = columns.stream().map(BulkInsert::quote).collect(joining(", "));
        String target = table.schema() == null ? "" : quote(table.schema()) + ".";
        String sql = "INSERT INTO " + target + quote(table.name()) + " (" + names + ") VALUES\n  " + tuples;
        return new ExecuteSql(sql, parameters);
    }

    private String tuple(Row row, List<Object> parameters) {
        if (row.values().size() != columns.size()) {
            throw new InvalidMigrationException(call + ": the row " + row.values() + " has "
                    + row.values().size() + " values for " + columns.size() + " columns");
        }
        return row.values().stream()
                .map(value -> {
                    if (value == null) {
                        return "NULL";
                    }
                    parameters.add(value);
                    return "?";
                })
                .collect(joining(", ", "(", ")"));
    }

    /** A question mark in a name would be taken for a parameter. */
    private static String quote(String name) {
        return Identifiers.quote(name).replace("?", "??");
    }
}
