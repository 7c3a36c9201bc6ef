package dev.autogen.conformance;

import static java.util.regex.Matcher.quoteReplacement;
import static java.util.stream.Collectors.joining;

import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.hazard.Hazard;
import dev.autogen.schema.DataType;
import dev.autogen.schema.operation.Operation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a change came to.
 *
 * @param diff the difference
 * @param hazards what can go wrong with each step of the upgrade
 * @param source the class that was written of it; empty where there was nothing to write
 * @param safe the form for a database that is in use; empty where it is the same
 * @param rows what the query of the options gave after the upgrade, columns separated by {@code |}
 */
public record Outcome(
        SchemaDiff diff, List<List<Hazard>> hazards, String source, Optional<SafeForm> safe, List<String> rows) {

    private static final Pattern QUALIFIED = Pattern.compile("public\\.(\"?(\\w*))");

    public Outcome {
        hazards = List.copyOf(hazards);
        rows = List.copyOf(rows);
    }

    /** The upgrade as SQL, a statement a line. */
    public String sql() {
        return sql(diff.upgrade());
    }

    /** Names without the default schema, but for types that nothing else tells from PostgreSQL's own. */
    private static String fromDefaultSchema(String sql) {
        return QUALIFIED
                .matcher(sql)
                .replaceAll(name -> quoteReplacement(DataType.isTaken(name.group(2)) ? name.group() : name.group(1)));
    }

    static String sql(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> Workbench.DDL.statements(operation).stream())
                .map(statement -> fromDefaultSchema(statement.sql().replaceAll("\\s+", " ")) + "\n")
                .collect(joining());
    }
}
