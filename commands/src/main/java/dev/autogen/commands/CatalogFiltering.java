package dev.autogen.commands;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Domain;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Leaves the same things out of two catalogs. With a table go the sequences that its columns own and the types that only
 * such tables use; a part that the model does not name goes where the live one that it stands for does.
 */
final class CatalogFiltering {
    private final CatalogFilter filter;
    private final Catalog desired;
    private final Catalog live;
    private final Map<QualifiedName, Table> desiredTables;
    private final Map<QualifiedName, Table> liveTables;
    private final Set<QualifiedName> typesInUse;
    private final Set<QualifiedName> typesOfOthers;
    private final Set<QualifiedName> beyond = new HashSet<>();

    CatalogFiltering(CatalogFilter filter, Catalog desired, Catalog live) {
        this.filter = filter;
        this.desired = desired;
        this.live = live;
        this.desiredTables = byName(desired);
        this.liveTables = byName(live);
        this.typesInUse = types(true);
        this.typesOfOthers = types(false);
    }

    CatalogFilter.Filtered filtered() {
        Catalog ofDesired = objects(desired, liveTables);
        Catalog ofLive = objects(live, desiredTables);
        return new CatalogFilter.Filtered(
                whole(ofDesired, ofLive, live.extensions()),
                whole(ofLive, ofDesired, desired.extensions()),
                Set.copyOf(beyond));
    }

    private Catalog objects(Catalog catalog, Map<QualifiedName, Table> others) {
        return catalog.withTables(catalog.tables().stream()
                        .filter(table -> filter.wants(table.name()))
                        .map(table -> parts(table, others.get(table.name())))
                        .toList())
                .withSequences(catalog.sequences().stream().filter(this::wants).toList())
                .withEnumTypes(catalog.enumTypes().stream()
                        .filter(type -> wantsType(type.name()))
                        .toList())
                .withDomains(catalog.domains().stream()
                        .filter(domain -> wantsType(domain.name()))
                        .toList());
    }

    /** Schemas and extensions matter where something in them does, and where they are not left out themselves. */
    private Catalog whole(Catalog filtered, Catalog other, List<String> otherExtensions) {
        Set<String> inUse = Stream.of(filtered, other)
                .flatMap(CatalogFiltering::names)
                .map(QualifiedName::schema)
                .filter(schema -> schema != null)
                .collect(toSet());
        return filtered.withSchemas(filtered.schemas().stream()
                        .filter(schema -> inUse.contains(schema.name())
                                || (filter.includesAll() && !filter.excludesSchema(schema.name())))
                        .toList())
                .withExtensions(filtered.extensions().stream()
                        .filter(extension -> otherExtensions.contains(extension) || filter.wantsExtension(extension))
                        .toList());
    }

    private static Stream<QualifiedName> names(Catalog catalog) {
        return Stream.of(
                        catalog.tables().stream().map(Table::name),
                        catalog.sequences().stream().map(Sequence::name),
                        catalog.enumTypes().stream().map(EnumType::name),
                        catalog.domains().stream().map(Domain::name))
                .flatMap(names -> names);
    }

    private boolean wants(Sequence sequence) {
        if (filter.isExcluded(sequence.name())) {
            return false;
        }
        return sequence.ownedBy() == null
                ? filter.isIncluded(sequence.name())
                : filter.wants(sequence.ownedBy().table());
    }

    /** Whether an enum type or a domain belongs to what is compared. */
    private boolean wantsType(QualifiedName type) {
        return !filter.isExcluded(type)
                && (typesInUse.contains(type) || (filter.isIncluded(type) && !typesOfOthers.contains(type)));
    }

    /** The types of the columns of those tables that are compared, or of the others, and what these stand on. */
    private Set<QualifiedName> types(boolean ofCompared) {
        Set<QualifiedName> types = Stream.of(desired, live)
                .flatMap(catalog -> catalog.tables().stream())
                .filter(table -> filter.wants(table.name()) == ofCompared)
                .flatMap(table -> table.columns().stream())
                .map(column -> column.type().element())
                .map(CatalogFiltering::name)
                .collect(toCollection(HashSet::new));
        Map<QualifiedName, Set<QualifiedName>> bases = Stream.of(desired, live)
                .flatMap(catalog -> catalog.domains().stream())
                .collect(groupingBy(
                        Domain::name, mapping(domain -> name(domain.baseType().element()), toSet())));
        Deque<QualifiedName> open = new ArrayDeque<>(types);
        while (!open.isEmpty()) {
            bases.getOrDefault(open.pop(), Set.of()).stream().filter(types::add).forEach(open::add);
        }
        return types;
    }

    private static QualifiedName name(DataType type) {
        return new QualifiedName(type.schema(), type.name());
    }

    /** @param other the table on the other side; null where there is none */
    private Table parts(Table table, Table other) {
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> filter.wantsPart(table.name(), constraint.name()))
                .filter(constraint ->
                        constraint.name() != null || other == null || !standsForLeftOut(constraint, other))
                .filter(this::reaches)
                .map(this::resolved)
                .toList();
        List<Index> indexes = table.indexes().stream()
                .filter(index -> filter.wantsPart(table.name(), index.name()))
                .filter(index -> index.name() != null || other == null || !standsForLeftOut(index, other))
                .toList();
        return table.withConstraints(constraints).withIndexes(indexes);
    }

    /** A check without a name is not known by its columns, so it stays. */
    private boolean standsForLeftOut(Constraint unnamed, Table other) {
        return !(unnamed instanceof CheckConstraint)
                && other.constraints().stream()
                        .filter(constraint -> !filter.wantsPart(other.name(), constraint.name()))
                        .anyMatch(constraint -> constraint.getClass() == unnamed.getClass()
                                && constraint.columns().equals(unnamed.columns()));
    }

    private boolean standsForLeftOut(Index unnamed, Table other) {
        return other.indexes().stream()
                .filter(index -> !filter.wantsPart(other.name(), index.name()))
                .anyMatch(index -> columns(index).equals(columns(unnamed)));
    }

    private static List<String> columns(Index index) {
        return index.keys().stream().map(IndexKey::column).map(String::valueOf).toList();
    }

    /** A foreign key to a table that is left out belongs to its own table, but can only be made where the other is. */
    private boolean reaches(Constraint constraint) {
        if (!(constraint instanceof ForeignKey key) || filter.wants(key.target())) {
            return true;
        }
        if (!liveTables.containsKey(key.target())) {
            return !desiredTables.containsKey(key.target());
        }
        beyond.add(key.target());
        return true;
    }

    /** Where the target is left out, nobody will know its primary key any more. */
    private Constraint resolved(Constraint constraint) {
        if (!(constraint instanceof ForeignKey key)
                || !key.targetColumns().isEmpty()
                || !beyond.contains(key.target())) {
            return constraint;
        }
        Table target = desiredTables.getOrDefault(key.target(), liveTables.get(key.target()));
        return target.primaryKey() == null
                ? key
                : new ForeignKey(
                        key.name(),
                        key.columns(),
                        key.target(),
                        target.primaryKey().columns(),
                        key.onDelete(),
                        key.onDeleteColumns(),
                        key.onUpdate(),
                        key.matchFull(),
                        key.deferrability(),
                        key.validated());
    }

    private static Map<QualifiedName, Table> byName(Catalog catalog) {
        return catalog.tables().stream().collect(toMap(Table::name, table -> table, (first, second) -> first));
    }
}
