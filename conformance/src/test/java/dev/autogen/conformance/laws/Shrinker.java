package dev.autogen.conformance.laws;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Makes a pair that breaks a law smaller while it breaks the same one: takes things out of both catalogs, one after the
 * other. What PostgreSQL does not take without them breaks another law, and is left.
 */
final class Shrinker {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Laws laws;

    Shrinker(Laws laws) {
        this.laws = laws;
    }

    CatalogPair shrunk(CatalogPair pair, LawViolation violation) throws SQLException {
        Instant end = Instant.now().plus(PATIENCE);
        CatalogPair smallest = pair;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (UnaryOperator<Catalog> step : steps(smallest)) {
                if (Instant.now().isAfter(end)) {
                    return smallest;
                }
                Optional<CatalogPair> candidate = breaking(smallest, step, violation.law());
                if (candidate.isPresent()) {
                    smallest = candidate.get();
                    smaller = true;
                }
            }
        }
        return smallest;
    }

    private Optional<CatalogPair> breaking(CatalogPair pair, UnaryOperator<Catalog> step, String law)
            throws SQLException {
        CatalogPair both = pair.with(step.apply(pair.from()), step.apply(pair.to()));
        if (both.equals(pair)) {
            return Optional.empty();
        }
        try {
            laws.hold(both);
            return Optional.empty();
        } catch (LawViolation violation) {
            return violation.law().equals(law) ? Optional.of(both) : Optional.empty();
        }
    }

    private static List<UnaryOperator<Catalog>> steps(CatalogPair pair) {
        List<UnaryOperator<Catalog>> steps = new ArrayList<>();
        Set<QualifiedName> tables = new LinkedHashSet<>();
        for (Catalog catalog : List.of(pair.from(), pair.to())) {
            catalog.tables().forEach(table -> tables.add(table.name()));
            catalog.sequences()
                    .forEach(sequence -> steps.add(c -> c.withSequences(c.sequences().stream()
                            .filter(other -> !other.name().equals(sequence.name()))
                            .toList())));
            catalog.enumTypes()
                    .forEach(type -> steps.add(c -> c.withEnumTypes(c.enumTypes().stream()
                            .filter(other -> !other.name().equals(type.name()))
                            .toList())));
            catalog.schemas()
                    .forEach(schema -> steps.add(c -> new Catalog(
                            c.schemas().stream()
                                    .filter(other -> !other.equals(schema))
                                    .toList(),
                            c.extensions(),
                            c.enumTypes(),
                            c.sequences(),
                            c.tables())));
        }
        tables.forEach(name -> steps.add(
                0,
                c -> c.withTables(c.tables().stream()
                        .filter(table -> !table.name().equals(name))
                        .toList())));
        for (QualifiedName name : tables) {
            parts(pair, name)
                    .forEach(part -> steps.add(c -> c.withTables(c.tables().stream()
                            .map(table -> table.name().equals(name) ? part.apply(table) : table)
                            .toList())));
        }
        return steps;
    }

    private static List<UnaryOperator<Table>> parts(CatalogPair pair, QualifiedName name) {
        List<UnaryOperator<Table>> parts = new ArrayList<>();
        for (Catalog catalog : List.of(pair.from(), pair.to())) {
            catalog.table(name).ifPresent(table -> {
                table.constraints().stream()
                        .map(Constraint::name)
                        .forEach(constraint -> parts.add(t -> t.withConstraints(t.constraints().stream()
                                .filter(other -> !other.name().equals(constraint))
                                .toList())));
                table.indexes()
                        .forEach(index -> parts.add(t -> t.withIndexes(t.indexes().stream()
                                .filter(other -> !other.name().equals(index.name()))
                                .toList())));
                table.columns()
                        .forEach(column -> parts.add(t -> t.withColumns(t.columns().stream()
                                .filter(other -> !other.name().equals(column.name()))
                                .toList())));
                table.columns().forEach(column -> values(column.name()).forEach(parts::add));
            });
        }
        parts.add(table -> table.withComment(null));
        return parts;
    }

    private static List<UnaryOperator<Table>> values(String column) {
        List<UnaryOperator<Column>> plainer = List.of(
                c -> c.withComment(null),
                c -> c.withDefault(null),
                c -> c.withGenerated(null),
                c -> c.withIdentity(null),
                c -> c.withCollation(null),
                c -> c.withNullable(true));
        return plainer.stream()
                .<UnaryOperator<Table>>map(plain -> table -> table.withColumns(table.columns().stream()
                        .map(other -> other.name().equals(column) ? plain.apply(other) : other)
                        .toList()))
                .toList();
    }
}
