package dev.autogen.introspector;

import static java.util.stream.Collectors.joining;

import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.dependent.Access;
import dev.autogen.schema.dependent.Comments;
import dev.autogen.schema.dependent.DependentObject;
import dev.autogen.schema.dependent.ExtendedStatistics;
import dev.autogen.schema.dependent.Firing;
import dev.autogen.schema.dependent.Grant;
import dev.autogen.schema.dependent.MaterializedView;
import dev.autogen.schema.dependent.Policy;
import dev.autogen.schema.dependent.Rule;
import dev.autogen.schema.dependent.Trigger;
import dev.autogen.schema.dependent.View;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads how views, policies, triggers, rules and statistics are made, all in one round trip. */
final class DefinitionReader {
    /** Of what is not one of the kinds. */
    static final Definition NONE = new Definition(null, "autogen does not make such objects again");

    private final Scope scope;
    private final ServerFacts server;
    private final Map<DependentsReader.Shape, Map<Long, Definition>> definitions =
            new EnumMap<>(DependentsReader.Shape.class);
    private final Map<Long, List<Grant>> grants = new HashMap<>();
    private Map<Long, List<Index>> indexes = Map.of();

    DefinitionReader(Scope scope, ServerFacts server) {
        this.scope = scope;
        this.server = server;
        for (DependentsReader.Shape shape : DependentsReader.Shape.values()) {
            definitions.put(shape, new HashMap<>());
        }
    }

    /**
     * How an object is made.
     *
     * @param object the object; null where it cannot be made again
     * @param obstacle why it cannot be; null where it can
     */
    record Definition(DependentObject object, String obstacle) {}

    /** A query, and what is done with its rows. */
    private record Question(String sql, RowReader reader) {}

    /** What is done with a row. */
    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    Definition of(DependentsReader.Shape shape, long oid) {
        return definitions.get(shape).getOrDefault(oid, NONE);
    }

    List<Index> indexes(long relation) {
        return indexes.getOrDefault(relation, List.of());
    }

    void read(Connection connection, Map<DependentsReader.Shape, Set<Long>> oids) throws SQLException {
        Set<Long> views = oids.get(DependentsReader.Shape.VIEW);
        IndexReader ofViews = new IndexReader(new Relations(scope), new CatalogNames(scope), new LiveTexts());
        List<Question> questions = List.of(
                new Question(DependentQueries.grants(views), this::grant),
                new Question(DependentQueries.views(views), this::view),
                new Question(
                        CatalogQueries.indexKeys(
                                server.majorVersion(), "c.oid = ANY (" + DependentQueries.array(views) + ")"),
                        ofViews::read),
                new Question(DependentQueries.policies(oids.get(DependentsReader.Shape.POLICY)), this::policy),
                new Question(DependentQueries.triggers(oids.get(DependentsReader.Shape.TRIGGER)), this::trigger),
                new Question(DependentQueries.rules(oids.get(DependentsReader.Shape.RULE)), this::rule),
                new Question(
                        DependentQueries.statistics(oids.get(DependentsReader.Shape.STATISTICS)), this::statistics));
        try (Statement statement = connection.createStatement()) {
            statement.execute(questions.stream().map(Question::sql).collect(joining(";\n")));
            for (Question question : questions) {
                try (ResultSet row = statement.getResultSet()) {
                    while (row.next()) {
                        question.reader().read(row);
                    }
                }
                statement.getMoreResults();
            }
        }
        indexes = ofViews.byRelation();
    }

    private void grant(ResultSet row) throws SQLException {
        grants.computeIfAbsent(row.getLong("relation"), relation -> new ArrayList<>())
                .add(new Grant(
                        row.getString("role"),
                        texts(row, "privileges"),
                        texts(row, "columns"),
                        row.getBoolean("is_grantable")));
    }

    private void view(ResultSet row) throws SQLException {
        long oid = row.getLong("oid");
        QualifiedName name = scope.name(row.getString("schema"), row.getString("name"));
        String query = statement(row.getString("query"));
        Map<String, String> options = IndexReader.options(row);
        Access access = new Access(row.getString("owner"), texts(row, "withheld"), grants.getOrDefault(oid, List.of()));
        Comments comments =
                new Comments(row.getString("comment"), zipped(texts(row, "commented"), texts(row, "column_comments")));
        Map<String, SqlExpression> defaults = new HashMap<>();
        zipped(texts(row, "defaulted"), texts(row, "column_defaults"))
                .forEach((column, value) -> defaults.put(column, SqlExpression.of(value)));
        DependentObject view = row.getBoolean("materialized")
                ? new MaterializedView(name, query, options, row.getBoolean("relispopulated"), access, comments)
                : new View(name, query, options, defaults, access, comments);
        add(DependentsReader.Shape.VIEW, row, view);
    }

    private void policy(ResultSet row) throws SQLException {
        add(
                DependentsReader.Shape.POLICY,
                row,
                new Policy(
                        relation(row),
                        row.getString("name"),
                        row.getBoolean("polpermissive"),
                        row.getString("command"),
                        texts(row, "roles"),
                        expression(row.getString("using")),
                        expression(row.getString("check")),
                        row.getString("comment")));
    }

    private void trigger(ResultSet row) throws SQLException {
        add(
                DependentsReader.Shape.TRIGGER,
                row,
                new Trigger(
                        relation(row),
                        row.getString("name"),
                        row.getBoolean("is_constraint"),
                        row.getString("events"),
                        row.getString("action"),
                        firing(row),
                        row.getString("comment")));
    }

    private void rule(ResultSet row) throws SQLException {
        add(
                DependentsReader.Shape.RULE,
                row,
                new Rule(
                        relation(row),
                        row.getString("name"),
                        row.getString("event"),
                        statement(row.getString("action")),
                        firing(row),
                        row.getString("comment")));
    }

    private void statistics(ResultSet row) throws SQLException {
        int target = row.getInt("target");
        Integer given = row.wasNull() ? null : target;
        add(
                DependentsReader.Shape.STATISTICS,
                row,
                new ExtendedStatistics(
                        scope.name(row.getString("own_schema"), row.getString("name")),
                        relation(row),
                        texts(row, "kinds"),
                        texts(row, "columns"),
                        texts(row, "expressions").stream()
                                .map(SqlExpression::of)
                                .toList(),
                        given,
                        row.getString("owner"),
                        row.getString("comment")));
    }

    private void add(DependentsReader.Shape shape, ResultSet row, DependentObject object) throws SQLException {
        definitions.get(shape).put(row.getLong("oid"), new Definition(object, row.getString("obstacle")));
    }

    private QualifiedName relation(ResultSet row) throws SQLException {
        return scope.name(row.getString("schema"), row.getString("relation"));
    }

    private static Firing firing(ResultSet row) throws SQLException {
        return switch (row.getString("firing")) {
            case "D" -> Firing.DISABLED;
            case "R" -> Firing.REPLICA;
            case "A" -> Firing.ALWAYS;
            default -> Firing.ORIGIN;
        };
    }

    private static SqlExpression expression(String text) {
        return text == null ? null : SqlExpression.of(text);
    }

    /** A statement as it can stand within another. */
    private static String statement(String text) {
        String stripped = text.strip();
        return stripped.endsWith(";")
                ? stripped.substring(0, stripped.length() - 1).stripTrailing()
                : stripped;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Map<String, String> zipped(List<String> names, List<String> texts) {
        Map<String, String> zipped = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            zipped.put(names.get(i), texts.get(i));
        }
        return zipped;
    }
}
