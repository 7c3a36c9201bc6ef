package dev.autogen.migration;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.dependent.ExtendedStatistics;
import dev.autogen.schema.operation.CreateDependent;
import java.util.Arrays;
import java.util.List;

/** {@code CREATE STATISTICS}, see {@link Operations#createStatistics}. */
public final class StatisticsCreation {
    private final Recording recording;
    private final String call;
    private final QualifiedName name;
    private final List<String> columns;
    private List<SqlExpression> expressions = List.of();
    private QualifiedName table;
    private List<String> kinds = List.of();
    private Integer target;
    private String owner;
    private String comment;

    StatisticsCreation(Recording recording, String call, QualifiedName name, String... columns) {
        this.recording = recording;
        this.call = call;
        this.name = name;
        this.columns = Names.noneOrNames(call, "column", columns);
    }

    /** {@code FROM table}, of the default schema. */
    public StatisticsCreation from(String newTable) {
        return from(QualifiedName.of(Names.name(open("from"), "table", newTable)));
    }

    /** {@code FROM schema.table}. */
    public StatisticsCreation from(QualifiedName newTable) {
        table = Names.given(open("from"), "table", newTable);
        return this;
    }

    /** {@code ON (sql), ...}: expressions, which follow the columns. */
    public StatisticsCreation onExpressions(String... sql) {
        String chained = open("onExpressions");
        expressions = Arrays.stream(Names.given(chained, "list of expressions", sql))
                .map(each -> SqlExpression.of(Names.text(chained, "expression", each)))
                .toList();
        return this;
    }

    /** The kinds {@code ndistinct}, {@code dependencies}, {@code mcv} instead of all. */
    public StatisticsCreation kinds(String... newKinds) {
        kinds = Names.names(open("kinds"), "kind", newKinds);
        return this;
    }

    /** {@code SET STATISTICS value}: how much is sampled. */
    public StatisticsCreation target(int value) {
        open("target");
        target = value;
        return this;
    }

    /** {@code OWNER TO role}; without it, whoever runs the migration owns them. */
    public StatisticsCreation owner(String role) {
        owner = Names.name(open("owner"), "role", role);
        return this;
    }

    /** {@code COMMENT ON STATISTICS}. */
    public StatisticsCreation comment(String text) {
        comment = Names.given(open("comment"), "comment", text);
        return this;
    }

    CreateDependent operation() {
        if (table == null) {
            throw new InvalidMigrationException(call + ": of which table is not said; call .from(table)");
        }
        if (columns.isEmpty() && expressions.isEmpty()) {
            throw new InvalidMigrationException(call + ": needs columns, or .onExpressions(sql)");
        }
        return new CreateDependent(
                new ExtendedStatistics(name, table, kinds, columns, expressions, target, owner, comment));
    }

    private String open(String method) {
        recording.checkOpen(call + "." + method);
        return call + "." + method;
    }
}
