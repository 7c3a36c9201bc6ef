package dev.autogen.differ.hazard;

import static java.util.stream.Collectors.joining;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.DataType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.TableSize;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Operations, and the hazards of one kind that are found in them; with the words in which both are said. */
record Judging(List<JudgedStep> before, List<JudgedStep> steps, HazardContext context) {
    static final QualifiedName USERS = QualifiedName.of("users");
    static final QualifiedName TEAMS = QualifiedName.of("teams");

    /** Operations that all run in one transaction. */
    static Judging transaction(Operation... operations) {
        return steps(Stream.of(operations)
                .map(operation -> JudgedStep.inTransaction(1, operation))
                .toArray(JudgedStep[]::new));
    }

    static Judging steps(JudgedStep... steps) {
        return new Judging(List.of(), List.of(steps), HazardContext.UNKNOWN);
    }

    /** On a database with these tables. */
    Judging on(Table... tables) {
        return new Judging(before, steps, context.withLive(Catalog.of(tables)));
    }

    /** Where that table is so large. */
    Judging sized(QualifiedName table, long rows, long bytes) {
        Map<QualifiedName, TableSize> sizes = new HashMap<>(context.sizes());
        sizes.put(table, new TableSize(rows, bytes));
        return new Judging(before, steps, context.withSizes(sizes));
    }

    /** Where {@code users} is large. */
    Judging onManyUsers() {
        return sized(USERS, 1_234_567, 356_515_840);
    }

    Judging attached(QualifiedName object, String... phrases) {
        return new Judging(before, steps, context.withAttached(Map.of(object, List.of(phrases))));
    }

    Judging volatileFunctions(String... names) {
        return new Judging(before, steps, context.withVolatileFunctions(Set.of(names)));
    }

    /** Where these steps have run before, as for a way back. */
    Judging after(Operation... operations) {
        List<JudgedStep> earlier = Stream.of(operations)
                .map(operation -> JudgedStep.inTransaction(1, operation))
                .toList();
        return new Judging(earlier, steps, context);
    }

    /** The hazards of all steps. */
    List<Hazard> hazards() {
        List<Hazard> hazards = new ArrayList<>();
        Hazards.in(context).after(before).of(steps).forEach(hazards::addAll);
        return hazards;
    }

    /** What the hazards of that id say, a line each. */
    String messages(String id) {
        return hazards().stream()
                .filter(hazard -> hazard.id().equals(id))
                .map(Hazard::message)
                .collect(joining("\n"));
    }

    static Table users(Column... columns) {
        return Table.of(USERS, List.of(columns));
    }

    static Table teams(Column... columns) {
        return Table.of(TEAMS, List.of(columns));
    }

    static Column column(String name, String type) {
        return Column.of(name, DataType.parse(type));
    }

    static AlterColumn retype(String column, String from, String to) {
        return retype(column, from, to, null);
    }

    static AlterColumn retype(String column, String from, String to, String using) {
        DataType before = from == null ? null : DataType.parse(from);
        return alter(column, new ColumnChange.Type(DataType.parse(to), null, using, before, null, null));
    }

    static AlterColumn notNull(String column) {
        return alter(column, new ColumnChange.Nullability(false));
    }

    static AlterColumn alter(String column, ColumnChange... changes) {
        return new AlterColumn(USERS, column, List.of(changes));
    }

    static Index index(String name, String... columns) {
        return Index.of(name, Stream.of(columns).map(IndexKey::column).toList());
    }

    static ForeignKey toTeams(String name, String column) {
        return ForeignKey.of(name, List.of(column), TEAMS, List.of("id"));
    }

    static CheckConstraint check(String name, String expression) {
        return CheckConstraint.of(name, sql(expression));
    }

    static SqlExpression sql(String text) {
        return SqlExpression.of(text);
    }

    static JudgedStep filled(String column) {
        return new JudgedStep.Fill(new ColumnRef(USERS, column));
    }
}
