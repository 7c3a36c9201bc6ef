package dev.autogen.schema;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.util.List;
import java.util.Optional;

/**
 * What a database holds, or what a model wants it to hold, as plain data. Lists are sorted by name, so that equal
 * catalogs are equal records.
 *
 * @param schemas schemas other than the default one
 * @param extensions installed or wanted extensions, by name
 * @param enumTypes enum types
 * @param domains domains
 * @param sequences sequences but for those behind identity and serial columns
 * @param tables tables
 */
public record Catalog(
        List<Schema> schemas,
        List<String> extensions,
        List<EnumType> enumTypes,
        List<Domain> domains,
        List<Sequence> sequences,
        List<Table> tables) {
    /** Nothing at all. */
    public static final Catalog EMPTY = new Catalog(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Catalog {
        schemas = schemas.stream().sorted(comparing(Schema::name)).toList();
        extensions = extensions.stream().sorted(naturalOrder()).toList();
        enumTypes = enumTypes.stream().sorted(comparing(EnumType::name)).toList();
        domains = domains.stream().sorted(comparing(Domain::name)).toList();
        sequences = sequences.stream().sorted(comparing(Sequence::name)).toList();
        tables = tables.stream().sorted(comparing(Table::name)).toList();
    }

    /** A catalog without domains. */
    public Catalog(
            List<Schema> schemas,
            List<String> extensions,
            List<EnumType> enumTypes,
            List<Sequence> sequences,
            List<Table> tables) {
        this(schemas, extensions, enumTypes, List.of(), sequences, tables);
    }

    /** A catalog of tables alone. */
    public static Catalog of(Table... tables) {
        return EMPTY.withTables(List.of(tables));
    }

    public Catalog withSchemas(List<Schema> newSchemas) {
        return new Catalog(newSchemas, extensions, enumTypes, domains, sequences, tables);
    }

    public Catalog withExtensions(List<String> newExtensions) {
        return new Catalog(schemas, newExtensions, enumTypes, domains, sequences, tables);
    }

    public Catalog withTables(List<Table> newTables) {
        return new Catalog(schemas, extensions, enumTypes, domains, sequences, newTables);
    }

    public Catalog withSequences(List<Sequence> newSequences) {
        return new Catalog(schemas, extensions, enumTypes, domains, newSequences, tables);
    }

    public Catalog withEnumTypes(List<EnumType> newEnumTypes) {
        return new Catalog(schemas, extensions, newEnumTypes, domains, sequences, tables);
    }

    public Catalog withDomains(List<Domain> newDomains) {
        return new Catalog(schemas, extensions, enumTypes, newDomains, sequences, tables);
    }

    /** The names of the schemas. */
    public List<String> schemaNames() {
        return schemas.stream().map(Schema::name).toList();
    }

    /** The table of that name; looks through all of them, so build a map for many look-ups. */
    public Optional<Table> table(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
