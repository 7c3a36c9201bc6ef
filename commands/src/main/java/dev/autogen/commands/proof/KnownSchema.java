package dev.autogen.commands.proof;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Domain;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a database holds at a place of a walk, known from an earlier walk without asking it. */
final class KnownSchema {
    private final Map<QualifiedName, Table> tables = new TreeMap<>();
    private final Map<QualifiedName, EnumType> enumTypes = new TreeMap<>();
    private final Map<QualifiedName, Domain> domains = new TreeMap<>();

    KnownSchema(Map<Thing, Object> things) {
        things.forEach((thing, object) -> set(thing, Optional.of(object)));
    }

    private KnownSchema(KnownSchema other) {
        tables.putAll(other.tables);
        enumTypes.putAll(other.enumTypes);
        domains.putAll(other.domains);
    }

    static KnownSchema of(Catalog catalog) {
        return new KnownSchema(Sight.things(catalog));
    }

    KnownSchema copy() {
        return new KnownSchema(this);
    }

    /** Goes a step on. */
    void follow(Landscape.Step step) {
        step.after().forEach(this::set);
    }

    private void set(Thing thing, Optional<Object> object) {
        if (thing.name() instanceof QualifiedName name) {
            switch (thing.kind()) {
                case TABLE -> set(tables, name, object.map(Table.class::cast));
                case ENUM -> set(enumTypes, name, object.map(EnumType.class::cast));
                case DOMAIN -> set(domains, name, object.map(Domain.class::cast));
                case SCHEMA, EXTENSION, SEQUENCE, OTHER -> {}
            }
        }
    }

    private static <T> void set(Map<QualifiedName, T> known, QualifiedName name, Optional<T> object) {
        object.ifPresentOrElse(there -> known.put(name, there), () -> known.remove(name));
    }

    /** The names of all tables. */
    Set<QualifiedName> tables() {
        return Set.copyOf(tables.keySet());
    }

    boolean has(QualifiedName table) {
        return tables.containsKey(table);
    }

    /** What {@link #around} will be behind a step, with what it makes beside it. */
    Catalog around(Collection<QualifiedName> names, Landscape.Step step) {
        Set<QualifiedName> then = new TreeSet<>(names);
        step.after().keySet().stream()
                .filter(thing -> thing.kind() == Thing.Kind.TABLE)
                .forEach(thing -> then.add((QualifiedName) thing.name()));
        follow(step);
        try {
            return around(then);
        } finally {
            follow(step.reverse());
        }
    }

    /** Some tables with all that they refer to over foreign keys, and the types. */
    Catalog around(Collection<QualifiedName> names) {
        List<Table> found = new ArrayList<>();
        Set<QualifiedName> seen = new HashSet<>();
        Deque<QualifiedName> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            QualifiedName name = open.pop();
            Table table = tables.get(name);
            if (table != null && seen.add(name)) {
                found.add(table);
                table.foreignKeys().stream().map(ForeignKey::target).forEach(open::add);
            }
        }
        return Catalog.EMPTY
                .withEnumTypes(List.copyOf(enumTypes.values()))
                .withDomains(List.copyOf(domains.values()))
                .withTables(found);
    }
}
