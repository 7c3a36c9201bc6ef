package dev.autogen.introspector;

import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.dependent.Dependent;
import dev.autogen.schema.dependent.Touched;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One search for what hangs on some objects: first what there is, then how each is made again. */
final class DependentsReader {
    private final Connection connection;
    private final Scope scope;
    private final ServerFacts server;

    DependentsReader(Connection connection, Scope scope, ServerFacts server) {
        this.connection = connection;
        this.scope = scope;
        this.server = server;
    }

    /**
     * Something that was found.
     *
     * @param key its catalog and oid
     * @param oid its oid
     * @param shape which of the kinds that can be made again it is; null when it is none of them
     * @param description what it is and what it is called
     * @param extension the extension it is part of; null when it is part of none
     * @param on what is touched that it hangs on
     * @param needs keys of the others that it hangs on
     * @param mentions tables and columns that it names
     * @param functions definitions of the functions that it calls
     */
    private record Found(
            String key,
            long oid,
            Shape shape,
            String description,
            String extension,
            Set<Touched> on,
            Set<String> needs,
            Set<Touched> mentions,
            List<String> functions) {}

    /** The kinds of objects that can be made again, by the catalogs that list them. */
    enum Shape {
        VIEW,
        POLICY,
        TRIGGER,
        RULE,
        STATISTICS
    }

    List<Dependent> read(List<Touched> touched) throws SQLException {
        Map<String, Found> found = found(touched);
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Shape, Set<Long>> oids = new HashMap<>();
        for (Shape shape : Shape.values()) {
            oids.put(shape, new HashSet<>());
        }
        found.values().stream()
                .filter(each -> each.shape() != null)
                .forEach(each -> oids.get(each.shape()).add(each.oid()));
        DefinitionReader definitions = new DefinitionReader(scope, server);
        definitions.read(connection, oids);
        List<Found> sorted = sorted(found);
        Map<String, Integer> places = new HashMap<>();
        List<Dependent> dependents = new ArrayList<>();
        for (Found each : sorted) {
            places.put(each.key(), dependents.size());
            dependents.add(dependent(each, definitions, places));
        }
        return List.copyOf(dependents);
    }

    private static Dependent dependent(Found found, DefinitionReader definitions, Map<String, Integer> places) {
        DefinitionReader.Definition definition =
                found.shape() == null ? DefinitionReader.NONE : definitions.of(found.shape(), found.oid());
        String obstacle =
                found.extension() == null ? definition.obstacle() : "it belongs to extension " + found.extension();
        List<Index> indexes = found.shape() == Shape.VIEW ? definitions.indexes(found.oid()) : List.of();
        Set<Integer> needs = new HashSet<>();
        found.needs().stream().filter(places::containsKey).forEach(key -> needs.add(places.get(key)));
        return new Dependent(
                found.description(),
                definition.object(),
                indexes,
                found.on(),
                needs,
                found.mentions(),
                found.functions(),
                obstacle);
    }

    private Map<String, Found> found(List<Touched> touched) throws SQLException {
        Map<String, Found> found = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(DependentQueries.REACHED)) {
            statement.setArray(
                    1, texts(touched.stream().map(each -> each.kind().name()).toArray()));
            statement.setArray(2, texts(touched.stream().map(this::schema).toArray()));
            statement.setArray(
                    3, texts(touched.stream().map(each -> each.object().name()).toArray()));
            statement.setArray(4, texts(touched.stream().map(Touched::part).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Found each = found(row, touched);
                    found.put(each.key(), each);
                }
            }
        }
        return found;
    }

    private Array texts(Object... texts) throws SQLException {
        return connection.createArrayOf("text", texts);
    }

    private String schema(Touched touched) {
        String schema = touched.object().schema();
        return schema == null ? scope.defaultSchema() : schema;
    }

    private Found found(ResultSet row, List<Touched> touched) throws SQLException {
        String catalog = row.getString("class");
        Set<Touched> on = new HashSet<>();
        for (Integer place : (Integer[]) row.getArray("touched").getArray()) {
            on.add(touched.get(place - 1));
        }
        long oid = row.getLong("object");
        return new Found(
                catalog + "/" + oid,
                oid,
                shape(catalog, row.getString("relkind")),
                row.getString("description"),
                row.getString("extension"),
                on,
                new HashSet<>(Arrays.asList((String[]) row.getArray("needs").getArray())),
                mentions(row),
                List.of((String[]) row.getArray("functions").getArray()));
    }

    private Set<Touched> mentions(ResultSet row) throws SQLException {
        Set<Touched> mentions = new HashSet<>();
        if (row.getArray("names") == null) {
            return mentions;
        }
        String[] schemas = (String[]) row.getArray("schemas").getArray();
        String[] names = (String[]) row.getArray("names").getArray();
        String[] columns = (String[]) row.getArray("columns").getArray();
        for (int i = 0; i < names.length; i++) {
            QualifiedName relation = scope.name(schemas[i], names[i]);
            mentions.add(Touched.relation(relation));
            if (columns[i] != null) {
                mentions.add(Touched.column(relation, columns[i]));
            }
        }
        return mentions;
    }

    private static Shape shape(String catalog, String relationKind) {
        return switch (catalog) {
            case "pg_class" -> relationKind == null ? null : Shape.VIEW;
            case "pg_policy" -> Shape.POLICY;
            case "pg_trigger" -> Shape.TRIGGER;
            case "pg_rewrite" -> Shape.RULE;
            case "pg_statistic_ext" -> Shape.STATISTICS;
            default -> null;
        };
    }

    /** Each behind what it hangs on; PostgreSQL lets views hang on each other in no circle. */
    private static List<Found> sorted(Map<String, Found> found) {
        Map<String, Found> sorted = new LinkedHashMap<>();
        found.values().forEach(each -> place(each, found, sorted, new HashSet<>()));
        return List.copyOf(sorted.values());
    }

    private static void place(Found each, Map<String, Found> all, Map<String, Found> sorted, Set<String> open) {
        if (sorted.containsKey(each.key()) || !open.add(each.key())) {
            return;
        }
        each.needs().stream()
                .sorted()
                .map(all::get)
                .filter(Objects::nonNull)
                .forEach(needed -> place(needed, all, sorted, open));
        sorted.put(each.key(), each);
    }
}
