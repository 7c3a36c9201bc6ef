package dev.autogen.commands;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says what belongs to a comparison. In a pattern {@code *} stands for any characters and {@code ?} for one; it is held
 * against the name of a schema, of a table, sequence or type with and without its schema, and of an index or constraint
 * with and without its table.
 */
final class CatalogFilter {
    private final List<Pattern> include;
    private final List<Pattern> exclude;
    private final Set<String> defaultSchemas;

    /**
     * @param include what to compare; empty for all
     * @param exclude what is left out of it
     * @param defaultSchemas the schema of names without one; two where two databases differ in it
     */
    CatalogFilter(List<String> include, List<String> exclude, Set<String> defaultSchemas) {
        this.include = include.stream().map(CatalogFilter::compile).toList();
        this.exclude = exclude.stream().map(CatalogFilter::compile).toList();
        this.defaultSchemas = Set.copyOf(defaultSchemas);
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

    /**
     * What is left of two catalogs.
     *
     * @param desired what is to be
     * @param live what is
     * @param beyond tables that were left out and that foreign keys of others point at
     */
    record Filtered(Catalog desired, Catalog live, Set<QualifiedName> beyond) {}

    /** Leaves the same out of both. */
    Filtered from(Catalog desired, Catalog live) {
        return leavesNothingOut()
                ? new Filtered(desired, live, Set.of())
                : new CatalogFiltering(this, desired, live).filtered();
    }

    private boolean leavesNothingOut() {
        return include.isEmpty() && exclude.isEmpty();
    }

    /** Whether a table, sequence or type of that name belongs to the comparison, as far as its name says. */
    boolean wants(QualifiedName name) {
        return isIncluded(name) && !isExcluded(name);
    }

    /** Whether the name is among those to compare. */
    boolean isIncluded(QualifiedName name) {
        return include.isEmpty() || matches(include, names(name));
    }

    boolean isExcluded(QualifiedName name) {
        return matches(exclude, names(name));
    }

    /** Whether everything is to be compared but what is left out. */
    boolean includesAll() {
        return include.isEmpty();
    }

    /** Whether an extension belongs to the comparison. */
    boolean wantsExtension(String name) {
        return (include.isEmpty() || matches(include, Stream.of(name))) && !matches(exclude, Stream.of(name));
    }

    /** Whether a schema is left out as a whole: by {@code audit} or {@code audit.*}. */
    boolean excludesSchema(String name) {
        return matches(exclude, Stream.of(name, name + "."));
    }

    /** Whether an index or constraint of a table belongs to it; one without a name has none that could match. */
    boolean wantsPart(QualifiedName table, String part) {
        return part == null || !matches(exclude, Stream.of(part, table.name() + "." + part));
    }

    private Stream<String> names(QualifiedName name) {
        Stream<String> schemas = name.schema() == null ? defaultSchemas.stream() : Stream.of(name.schema());
        return Stream.concat(
                Stream.of(name.name()), schemas.flatMap(schema -> Stream.of(schema, schema + "." + name.name())));
    }

    private static boolean matches(List<Pattern> patterns, Stream<String> names) {
        return names.anyMatch(name ->
                patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches()));
    }
}
