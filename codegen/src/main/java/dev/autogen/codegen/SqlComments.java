package dev.autogen.codegen;

import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.Operation;
import java.util.List;

/**
 * The SQL of an operation as comments above it, for those who would rather read that.
 *
 * @param shown whether it is shown
 */
record SqlComments(boolean shown) {
    private static final PostgresDdl DDL = PostgresDdl.forReading();

    /** The lines of the comments; none where the SQL is not shown, or stands in the statement anyway. */
    List<String> above(Operation operation) {
        if (!shown || operation instanceof ExecuteSql) {
            return List.of();
        }
        return DDL.statements(operation).stream()
                .map(SqlStatement::sql)
                .flatMap(sql -> (sql + ";").lines())
                .map(line -> ("// " + JavaText.harmless(line.replace("\t", "    "))).stripTrailing())
                .toList();
    }
}
