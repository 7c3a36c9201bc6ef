package dev.autogen.commands.proof;

import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.introspector.Scope;
import dev.autogen.migration.run.RunOptions;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Domain;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was seen of a database in one look.
 *
 * @param reach what was looked at
 * @param things what is there of it
 */
record Sight(Reach reach, Map<Thing, Object> things) {

    Sight {
        things = Map.copyOf(things);
    }

    /** Looks at what a migration can have changed. */
    static Sight of(Reach reach, Connection connection, RunOptions options) throws SQLException {
        if (reach.whole()) {
            Picture picture = Picture.of(connection, options);
            Map<Thing, Object> things = things(picture.catalog());
            picture.others().forEach((name, text) -> things.put(new Thing(Thing.Kind.OTHER, name), text));
            return new Sight(reach, things);
        }
        Scope scope = Picture.scope(connection, options);
        return new Sight(
                reach,
                things(new CatalogIntrospector()
                        .introspect(connection, scope, reach.tables())
                        .catalog()));
    }

    /** All that a catalog holds. */
    static Map<Thing, Object> things(Catalog catalog) {
        Map<Thing, Object> things = new HashMap<>();
        catalog.schemas().forEach(schema -> things.put(new Thing(Thing.Kind.SCHEMA, schema.name()), schema));
        catalog.extensions().forEach(extension -> things.put(new Thing(Thing.Kind.EXTENSION, extension), extension));
        catalog.enumTypes().forEach(type -> things.put(new Thing(Thing.Kind.ENUM, type.name()), type));
        catalog.domains().forEach(domain -> things.put(new Thing(Thing.Kind.DOMAIN, domain.name()), domain));
        catalog.sequences().forEach(sequence -> things.put(new Thing(Thing.Kind.SEQUENCE, sequence.name()), sequence));
        catalog.tables().forEach(table -> things.put(new Thing(Thing.Kind.TABLE, table.name()), table));
        return things;
    }

    /** Whether a thing would have been seen if it were there as it is. */
    boolean covers(Thing thing, Object definition) {
        if (reach.whole()) {
            return true;
        }
        return switch (thing.kind()) {
            case TABLE -> reach.tables().contains(thing.name());
            case SEQUENCE -> {
                Sequence sequence = (Sequence) definition;
                yield sequence.ownedBy() == null
                        || reach.tables().contains(sequence.ownedBy().table());
            }
            case OTHER -> false;
            case SCHEMA, EXTENSION, ENUM, DOMAIN -> true;
        };
    }

    /**
     * Some things as a picture.
     *
     * @param among the tables, sequences and others to put into it; what these may need is always in it
     */
    static Picture picture(Map<Thing, Object> things, Set<Thing> among) {
        return new Picture(
                new Catalog(
                        all(things, Thing.Kind.SCHEMA, Schema.class),
                        all(things, Thing.Kind.EXTENSION, String.class),
                        all(things, Thing.Kind.ENUM, EnumType.class),
                        all(things, Thing.Kind.DOMAIN, Domain.class),
                        some(things, among, Thing.Kind.SEQUENCE, Sequence.class),
                        some(things, among, Thing.Kind.TABLE, Table.class)),
                others(things, among));
    }

    private static Map<String, String> others(Map<Thing, Object> things, Set<Thing> among) {
        Map<String, String> others = new HashMap<>();
        among.stream()
                .filter(thing -> thing.kind() == Thing.Kind.OTHER && things.containsKey(thing))
                .forEach(thing -> others.put((String) thing.name(), (String) things.get(thing)));
        return others;
    }

    private static <T> List<T> all(Map<Thing, Object> things, Thing.Kind kind, Class<T> type) {
        return some(things, things.keySet(), kind, type);
    }

    private static <T> List<T> some(Map<Thing, Object> things, Set<Thing> among, Thing.Kind kind, Class<T> type) {
        return among.stream()
                .filter(thing -> thing.kind() == kind && things.containsKey(thing))
                .map(things::get)
                .map(type::cast)
                .toList();
    }
}
