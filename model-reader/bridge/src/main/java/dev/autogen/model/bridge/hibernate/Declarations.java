package dev.autogen.model.bridge.hibernate;

import dev.autogen.model.bridge.MemberFacts;
import dev.autogen.model.bridge.RemarkFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.JoinedSubclass;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;

/**
 * Which member of which class stands behind each column, and in which order the classes declare them: superclasses
 * first, embeddables in place, keys of joined, secondary and collection tables at their beginning.
 */
final class Declarations {

    private final IdentityHashMap<Table, Map<String, MemberFacts>> columns = new IdentityHashMap<>();
    private final IdentityHashMap<Table, Map<String, List<MemberFacts>>> embedding = new IdentityHashMap<>();
    private final IdentityHashMap<Table, MemberFacts> owners = new IdentityHashMap<>();
    private final Map<String, MemberOrder> orders = new HashMap<>();

    /** The embedded members in which we are, the outermost first. */
    private final List<MemberFacts> within = new ArrayList<>();

    private final SharedColumns shared = new SharedColumns();
    private final Metadata metadata;

    Declarations(Metadata metadata) {
        this.metadata = metadata;
        metadata.getEntityBindings().stream()
                .filter(RootClass.class::isInstance)
                .sorted(Comparator.comparing(PersistentClass::getEntityName))
                .forEach(this::addHierarchy);
        metadata.getCollectionBindings().stream()
                .sorted(Comparator.comparing(Collection::isInverse).thenComparing(Collection::getRole))
                .forEach(this::addCollection);
    }

    /** The table's columns as declared, then those that no member stands for. */
    List<Column> sort(Table table) {
        Map<String, Column> byKey = new LinkedHashMap<>();
        table.getColumns().forEach(column -> byKey.put(key(column), column));
        List<Column> sorted = new ArrayList<>();
        columns.getOrDefault(table, Map.of()).keySet().forEach(key -> {
            Column column = byKey.remove(key);
            if (column != null) {
                sorted.add(column);
            }
        });
        sorted.addAll(byKey.values());
        return sorted;
    }

    /** Null when no class stands behind the column. */
    MemberFacts origin(Table table, Column column) {
        return columns.getOrDefault(table, Map.of()).get(key(column));
    }

    /** The embedded members within which the column is declared, the outermost first. */
    List<MemberFacts> within(Table table, Column column) {
        return embedding.getOrDefault(table, Map.of()).getOrDefault(key(column), List.of());
    }

    /** Null when no class stands behind the table. */
    MemberFacts origin(Table table) {
        return owners.get(table);
    }

    private void addHierarchy(PersistentClass entity) {
        addEntity(entity);
        entity.getDirectSubclasses().stream()
                .sorted(Comparator.comparing(PersistentClass::getEntityName))
                .forEach(this::addHierarchy);
    }

    private void addEntity(PersistentClass entity) {
        MemberOrder order = order(entity);
        Table table = entity.getTable();
        owners.putIfAbsent(table, order.origin(""));
        if (entity instanceof JoinedSubclass subclass) {
            addKey(table, subclass.getKey(), entity);
        }
        Set<Property> joined = Collections.newSetFromMap(new IdentityHashMap<>());
        entity.getJoinClosure().forEach(join -> joined.addAll(join.getProperties()));
        List<Property> own = new ArrayList<>();
        boolean whole = entity instanceof RootClass || entity instanceof UnionSubclass;
        if (whole) {
            own.addAll(identifier(entity));
        }
        List<Property> declared = whole ? entity.getPropertyClosure() : entity.getProperties();
        declared.stream().filter(property -> !joined.contains(property)).forEach(own::add);
        order.sort(own).forEach(property -> addProperty(table, property, order));
        for (Join join : entity.getJoins()) {
            owners.putIfAbsent(join.getTable(), order.origin(""));
            addKey(join.getTable(), join.getKey(), entity);
            order.sort(join.getProperties()).forEach(property -> addProperty(join.getTable(), property, order));
        }
    }

    /** The key of a joined or secondary table comes from the members that make the root's identifier. */
    private void addKey(Table table, KeyValue key, PersistentClass entity) {
        List<Column> identifier = entity.getRootClass().getIdentifier().getColumns();
        List<Column> own = key.getColumns();
        for (int i = 0; i < own.size(); i++) {
            MemberFacts origin =
                    i < identifier.size() ? origin(entity.getRootClass().getTable(), identifier.get(i)) : null;
            add(table, own.get(i), origin == null ? order(entity).origin("") : origin, true);
        }
    }

    private static List<Property> identifier(PersistentClass entity) {
        if (entity.getIdentifierProperty() != null) {
            return List.of(entity.getIdentifierProperty());
        }
        return entity.getIdentifier() instanceof Component component ? component.getProperties() : List.of();
    }

    private void addProperty(Table table, Property property, MemberOrder order) {
        addValue(table, property.getValue(), order.origin(property.getName()), property.isInsertable());
    }

    private void addValue(Table table, Value value, MemberFacts origin, boolean written) {
        if (value instanceof Collection) {
            return;
        }
        if (value instanceof Component component) {
            addComponent(table, component, origin);
            return;
        }
        for (Selectable selectable : value.getSelectables()) {
            if (selectable instanceof Column column) {
                add(table, column, origin, written);
            }
        }
    }

    private void addComponent(Table table, Component component, MemberFacts origin) {
        if (component.getAggregateColumn() != null) {
            add(table, component.getAggregateColumn(), origin, true);
            return;
        }
        if (component.isDynamic() || component.isEmbedded()) {
            component.getProperties().forEach(property -> addValue(table, property.getValue(), origin, true));
            return;
        }
        MemberOrder order = orders.computeIfAbsent(
                component.getComponentClassName(), name -> new MemberOrder(component.getComponentClass(), name));
        within.add(origin);
        order.sort(component.getProperties()).forEach(property -> addProperty(table, property, order));
        within.remove(within.size() - 1);
        if (component.getDiscriminator() != null) {
            addValue(table, component.getDiscriminator(), origin, true);
        }
    }

    private void addCollection(Collection collection) {
        Table table = collection.getCollectionTable();
        if (table == null) {
            return;
        }
        MemberFacts origin = origin(collection);
        if (collection.isOneToMany()) {
            collection.getKey().getColumns().forEach(column -> add(table, column, origin, true));
            addIndex(table, collection, origin);
            return;
        }
        owners.putIfAbsent(table, origin);
        if (collection instanceof IdentifierCollection identified && identified.getIdentifier() != null) {
            addValue(table, identified.getIdentifier(), origin, true);
        }
        addValue(table, collection.getKey(), origin, true);
        addIndex(table, collection, origin);
        addValue(table, collection.getElement(), origin, true);
    }

    private void addIndex(Table table, Collection collection, MemberFacts origin) {
        if (collection instanceof IndexedCollection indexed && indexed.getIndex() != null) {
            addValue(table, indexed.getIndex(), origin, true);
        }
    }

    /** The role is the entity's name and the path to the property; the path's first step is the entity's member. */
    private MemberFacts origin(Collection collection) {
        PersistentClass owner = collection.getOwner();
        String path = collection.getRole().substring(owner.getEntityName().length() + 1);
        int dot = path.indexOf('.');
        return order(owner).origin(dot < 0 ? path : path.substring(0, dot));
    }

    private MemberOrder order(PersistentClass entity) {
        Class<?> type = entity.getClassName() == null ? null : entity.getMappedClass();
        String name = type == null ? entity.getEntityName() : type.getName();
        return orders.computeIfAbsent(name, key -> new MemberOrder(type, key));
    }

    private void add(Table table, Column column, MemberFacts origin, boolean written) {
        columns.computeIfAbsent(table, key -> new LinkedHashMap<>()).putIfAbsent(key(column), origin);
        embedding.computeIfAbsent(table, key -> new HashMap<>()).putIfAbsent(key(column), List.copyOf(within));
        shared.add(table, key(column), column, origin, written);
    }

    /** What was found contradictory. */
    List<RemarkFacts> remarks() {
        return shared.remarks(metadata);
    }

    private static String key(Column column) {
        return column.isQuoted() ? column.getName() : column.getName().toLowerCase(Locale.ROOT);
    }
}
