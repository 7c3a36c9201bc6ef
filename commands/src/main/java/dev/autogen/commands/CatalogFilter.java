package dev.autogen.commands;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Leaves parts of both catalogs out of a comparison, on both sides alike. In a pattern {@code *} stands for any
 * characters and {@code ?} for one; it is held against the name of a schema, of a table or sequence with and without its
 * schema, and of an index or constraint with and without its table.
 */
final class CatalogFilter {
    private final List<Pattern> include;
    private final List<Pattern> exclude;
    private final String defaultSchema;

    /**
     * @param include tables and sequences to compare; empty for all
     * @param exclude what is left out of these
     * @param defaultSchema the schema of names without one
     */
    CatalogFilter(List<String> include, List<String> exclude, String defaultSchema) {
        this.include = include.stream().map(CatalogFilter::compile).toList();
        this.exclude = exclude.stream().map(CatalogFilter::compile).toList();
        this.defaultSchema = defaultSchema;
    }

    private static Pattern compile(String glob) {
        StringBuilder regex = new StringBuilder();
        glob.chars().forEach(c -> {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf((char) c)));
            }
        });
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /** What is left of a catalog. */
    Catalog from(Catalog catalog) {
        if (include.isEmpty() && exclude.isEmpty()) {
            return catalog;
        }
        return catalog.withTables(catalog.tables().stream()
                        .filter(table -> wants(table.name()))
                        .map(this::from)
                        .toList())
                .withSequences(catalog.sequences().stream()
                        .filter(sequence -> wants(sequence.name()))
                        .toList());
    }

    private Table from(Table table) {
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> wants(table.name(), constraint.name()) && reaches(constraint))
                .toList();
        return table.withConstraints(constraints)
                .withIndexes(table.indexes().stream()
                        .filter(index -> wants(table.name(), index.name()))
                        .toList());
    }

    /** A foreign key to a table that is left out is left out with it. */
    private boolean reaches(Constraint constraint) {
        return !(constraint instanceof ForeignKey key) || wants(key.target());
    }

    private boolean wants(QualifiedName name) {
        String schema = name.schema() == null ? defaultSchema : name.schema();
        List<String> names = List.of(schema, name.name(), schema + "." + name.name());
        return (include.isEmpty() || matches(include, names.stream())) && !matches(exclude, names.stream());
    }

    /** An unnamed part of a model has no name that a pattern could match. */
    private boolean wants(QualifiedName table, String part) {
        return part == null || !matches(exclude, Stream.of(part, table.name() + "." + part));
    }

    private static boolean matches(List<Pattern> patterns, Stream<String> names) {
        return names.anyMatch(name ->
                patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches()));
    }
}
