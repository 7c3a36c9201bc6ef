package dev.autogen.commands.proof;

import dev.autogen.commands.report.Subject;
import dev.autogen.migration.Step;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The tables whose rows a migration may change: those that it alters, fills, or names in its SQL. */
final class Concerned {
    private final KnownSchema schema;
    private final Set<QualifiedName> tables = new TreeSet<>();
    private boolean javaCode;

    /**
     * Those of steps of which nothing else is known.
     *
     * @param schema what is there before they run
     */
    Concerned(KnownSchema schema, List<Step> steps) {
        this(schema, new Landscape.Step(Map.of(), Map.of()), steps);
        for (Operation operation : Step.operations(steps)) {
            Subject.of(operation).map(Subject::table).filter(schema::has).ifPresent(tables::add);
        }
    }

    /**
     * @param schema what is there before it runs
     * @param change what it is known to change
     * @param steps what it does
     */
    Concerned(KnownSchema schema, Landscape.Step change, List<Step> steps) {
        this.schema = schema;
        change.before().forEach((thing, object) -> {
            if (thing.kind() == Thing.Kind.TABLE && object.isPresent()) {
                tables.add((QualifiedName) thing.name());
            }
        });
        steps.forEach(this::add);
        tables.removeIf(table -> !schema.has(table));
    }

    private void add(Step step) {
        if (step instanceof Step.Run run && run.operation() instanceof ExecuteSql sql) {
            addNamedIn(sql.sql());
        } else if (step instanceof Step.Batch batch) {
            tables.add(batch.change().table());
            if (batch.change().statement() != null) {
                addNamedIn(batch.change().statement());
            }
        } else if (step instanceof Step.Unfilled unfilled) {
            tables.add(unfilled.table());
        } else if (step instanceof Step.Autocommit autocommit) {
            autocommit.steps().forEach(this::add);
        } else if (step instanceof Step.Callback) {
            javaCode = true;
        }
    }

    /** A table too many does no harm, so the SQL need not be understood. */
    private void addNamedIn(String sql) {
        String lower = sql.toLowerCase(Locale.ROOT);
        schema.tables().stream()
                .filter(table -> lower.contains(table.name().toLowerCase(Locale.ROOT)))
                .forEach(tables::add);
    }

    /** The tables, by their names before it runs. */
    Set<QualifiedName> tables() {
        return Set.copyOf(tables);
    }

    /** Whether it also runs Java code, of which nobody knows what it touches. */
    boolean runsJavaCode() {
        return javaCode;
    }
}
