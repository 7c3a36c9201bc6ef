package dev.autogen.commands.proof.rows;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.Step;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.operation.ExecuteSql;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is about to be demanded of rows, so that those that are made up do not stop a migration over what its author must
 * know of the real ones: values that are required, checked, unique, or that refer to something. Told by what the tables
 * will be.
 */
final class Demands {
    /** Nothing. */
    static final Demands NONE = new Demands(Catalog.EMPTY, List.of());

    private final Catalog after;
    private final List<Step> steps;
    private final Moves moves;

    /**
     * @param after what steps lead to; tables that are not in it are taken to stay as they are
     * @param steps the steps
     */
    Demands(Catalog after, List<Step> steps) {
        this.after = requireNonNull(after, "after is null");
        this.steps = List.copyOf(steps);
        this.moves = Moves.of(Step.operations(steps));
    }

    /** Whether a column will be required, and nothing fills it before. */
    boolean requires(Table table, Column column) {
        return column.nullable()
                && after(table)
                        .flatMap(then -> then.column(moves.column(table.name(), column.name())))
                        .filter(then -> !then.nullable())
                        .isPresent()
                && steps.stream().noneMatch(step -> fills(step, table.name(), column.name()));
    }

    private Optional<Table> after(Table table) {
        return after.table(moves.table(table.name())).filter(then -> !then.equals(table));
    }

    private boolean fills(Step step, QualifiedName table, String column) {
        Set<QualifiedName> tables =
                Set.copyOf(Stream.of(table, moves.table(table)).distinct().toList());
        Set<String> columns = Set.copyOf(
                Stream.of(column, moves.column(table, column)).distinct().toList());
        if (step instanceof Step.Unfilled unfilled) {
            return tables.contains(unfilled.table()) && columns.contains(unfilled.column());
        }
        if (step instanceof Step.Batch batch) {
            String statement = batch.change().statement();
            return tables.contains(batch.change().table())
                    && (statement == null
                            ? batch.change().assignments().stream().anyMatch(each -> columns.contains(each.column()))
                            : columns.stream().anyMatch(statement::contains));
        }
        if (step instanceof Step.Run run && run.operation() instanceof ExecuteSql sql) {
            return sql.sql().toLowerCase(Locale.ROOT).contains("update")
                    && columns.stream().anyMatch(sql.sql()::contains);
        }
        return step instanceof Step.Autocommit autocommit
                && autocommit.steps().stream().anyMatch(each -> fills(each, table, column));
    }

    /** Checks to come over columns that are there. */
    List<CheckConstraint> checks(Table table) {
        return after(table)
                .map(then -> {
                    List<String> unknown = then.columns().stream()
                            .map(Column::name)
                            .filter(name -> table.column(name).isEmpty())
                            .toList();
                    return then.checks().stream()
                            .filter(CheckConstraint::validated)
                            .filter(check -> table.checks().stream()
                                    .noneMatch(own -> own.expression().equals(check.expression())))
                            .filter(check -> unknown.stream()
                                    .noneMatch(name -> check.expression().text().contains(name)))
                            .toList();
                })
                .orElse(List.of());
    }

    /** Columns that are to be unique together, and are not yet. */
    List<List<String>> keys(Table table) {
        return after(table)
                .map(then -> unique(then)
                        .flatMap(columns -> before(table, columns).stream())
                        .filter(columns -> unique(table).noneMatch(columns::equals))
                        .toList())
                .orElse(List.of());
    }

    private static Stream<List<String>> unique(Table table) {
        return Stream.of(
                        Stream.ofNullable(table.primaryKey()).map(PrimaryKey::columns),
                        table.uniqueConstraints().stream().map(UniqueConstraint::columns),
                        table.indexes().stream()
                                .filter(index -> index.unique() && index.predicate() == null)
                                .map(index -> index.keys().stream()
                                        .map(IndexKey::column)
                                        .toList()))
                .flatMap(columns -> columns)
                .filter(columns -> columns.stream().allMatch(Objects::nonNull));
    }

    /** Foreign keys to come between columns that are there. */
    List<ForeignKey> references(Table table) {
        return after(table)
                .map(then -> then.foreignKeys().stream()
                        .flatMap(key -> before(table, key.columns()).stream()
                                .map(columns -> key.withColumns(columns, List.of())))
                        .filter(key -> table.foreignKeys().stream()
                                .noneMatch(own -> own.columns().equals(key.columns())))
                        .toList())
                .orElse(List.of());
    }

    /** What columns are called now, if all of them are there. */
    private Optional<List<String>> before(Table table, List<String> then) {
        Map<String, String> names = new HashMap<>();
        table.columns().forEach(column -> names.put(moves.column(table.name(), column.name()), column.name()));
        return names.keySet().containsAll(then)
                ? Optional.of(then.stream().map(names::get).toList())
                : Optional.empty();
    }

    /** The labels that an enum type will have; empty where it is none then, or nothing changes. */
    Optional<List<String>> labels(Table table, Column column) {
        return after(table)
                .flatMap(then -> then.column(moves.column(table.name(), column.name())))
                .flatMap(then -> after.enumTypes().stream()
                        .filter(type -> type.name()
                                .equals(new QualifiedName(
                                        then.type().schema(), then.type().name())))
                        .findFirst())
                .map(EnumType::labels);
    }
}
