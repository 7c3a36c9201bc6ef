package dev.autogen.differ.hazard;

import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.TableSize;
import dev.autogen.schema.operation.CreateDomain;
import dev.autogen.schema.operation.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The moment when an operation of a run begins, with all that a hazard may depend on. */
final class Moment {
    /** A table of at most this many rows, and of at most {@link #SMALL_BYTES}, is read or rewritten at once. */
    static final long SMALL_ROWS = 1_000;

    static final long SMALL_BYTES = 1_048_576;

    private final JudgedStep.Run run;
    private final Plan plan;
    private final Tables now;
    private final HazardContext context;

    Moment(JudgedStep.Run run, Plan plan, Tables now, HazardContext context) {
        this.run = run;
        this.plan = plan;
        this.now = now;
        this.context = context;
    }

    Operation operation() {
        return run.operation();
    }

    JudgedStep.Run run() {
        return run;
    }

    Plan plan() {
        return plan;
    }

    /** What there is before the operation. */
    Tables now() {
        return now;
    }

    TableState table(QualifiedName name) {
        return now.table(name);
    }

    /** A column by what it is before the operation; empty where that is not known. */
    Optional<Column> column(QualifiedName table, String column) {
        return now.table(table).column(column).map(ColumnState::definition);
    }

    /** Whether the run itself made the table, so that it has no rows. */
    boolean isNew(QualifiedName table) {
        return now.table(table).origin() == Origin.RUN;
    }

    /** Whether the table has no rows for certain. */
    boolean isEmpty(QualifiedName table) {
        return isNew(table)
                || size(table).filter(size -> size.estimatedRows() == 0).isPresent();
    }

    /** Whether the table is known to be so small that whoever waits for it does not notice. */
    boolean isSmall(QualifiedName table) {
        return isNew(table)
                || size(table)
                        .filter(size -> size.estimatedRows() <= SMALL_ROWS && size.bytes() <= SMALL_BYTES)
                        .isPresent();
    }

    private Optional<TableSize> size(QualifiedName table) {
        return now.table(table).origin() == Origin.RUN
                ? Optional.empty()
                : Optional.ofNullable(context.sizes().get(now.table(table).before()));
    }

    /** How large the table is, to be put behind its name or that of its column; empty where nothing is known of it. */
    String size(QualifiedName table, String column) {
        Optional<String> size = size(table).map(known -> SizeText.of(known, isSmall(table)));
        boolean gone = column != null
                && now.table(table).isKnown()
                && now.table(table).column(column).isEmpty();
        // What is no table to the catalog, such as a partition, has a size nevertheless.
        return gone || (size.isEmpty() && now.lacks(table)) ? " (not in the database)" : size.orElse("");
    }

    /** The table with how large it is. */
    String named(QualifiedName table) {
        return table + size(table, null);
    }

    /** The column with how large its table is. */
    String named(QualifiedName table, String column) {
        return table + "." + column + size(table, column);
    }

    /** Whether the type is a domain with rules, as far as is known: of the database, or made by the run. */
    boolean isRuled(DataType type) {
        QualifiedName name = new QualifiedName(type.schema(), type.name());
        return type.dimensions() == 0
                && Stream.concat(
                                context.live().stream().flatMap(live -> live.domains().stream()),
                                plan.operations().stream()
                                        .filter(CreateDomain.class::isInstance)
                                        .map(operation -> ((CreateDomain) operation).domain()))
                        .filter(domain -> domain.name().equals(name))
                        .anyMatch(domain ->
                                !domain.nullable() || !domain.checks().isEmpty() || isRuled(domain.baseType()));
    }

    /** Whether the expression gives another value with each call, as far as is known. */
    boolean isVolatile(SqlExpression expression) {
        return VolatileFunctions.areCalledBy(expression, context.volatileFunctions());
    }

    /** What goes with a table or type of the database and is not brought back, in phrases. */
    List<String> attached(QualifiedName name) {
        return context.attached().getOrDefault(now.table(name).before(), List.of());
    }
}
