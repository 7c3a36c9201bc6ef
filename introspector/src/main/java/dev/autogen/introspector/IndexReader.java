package dev.autogen.introspector;

import dev.autogen.introspector.LiveTexts.Owner;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.SqlExpression;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the rows of {@link CatalogQueries#indexKeys}: one for each column of each index. */
final class IndexReader {
    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private final Relations relations;
    private final CatalogNames names;
    private final LiveTexts texts;
    private final Map<Long, Draft> drafts = new LinkedHashMap<>();

    IndexReader(Relations relations, CatalogNames names, LiveTexts texts) {
        this.relations = relations;
        this.names = names;
        this.texts = texts;
    }

    /** An index, its keys still being read. */
    static final class Draft {
        final long relation;
        final boolean ofConstraint;
        final Index frame;
        final List<IndexKey> keys = new ArrayList<>();
        final List<String> operators = new ArrayList<>();
        final List<String> include = new ArrayList<>();

        private Draft(ResultSet row, SqlExpression predicate) throws SQLException {
            relation = row.getLong("relation");
            ofConstraint = row.getBoolean("of_constraint");
            frame = new Index(
                    row.getString("name"),
                    row.getString("method"),
                    List.of(),
                    List.of(),
                    row.getBoolean("indisunique"),
                    row.getBoolean("nulls_not_distinct"),
                    predicate,
                    options(row),
                    row.getBoolean("indisvalid"));
        }

        private Index index() {
            return new Index(
                    frame.name(),
                    frame.method(),
                    keys,
                    include,
                    frame.unique(),
                    frame.nullsNotDistinct(),
                    frame.predicate(),
                    frame.options(),
                    frame.valid());
        }
    }

    void read(ResultSet row) throws SQLException {
        long oid = row.getLong("index");
        Draft draft = drafts.get(oid);
        if (draft == null) {
            draft = new Draft(row, predicate(row, oid));
            drafts.put(oid, draft);
            Optional<Relations.Draft> table = relations.table(draft.relation);
            if (table.isPresent()) {
                table.get().unmodelled.ofIndex(row, draft.frame.name());
            }
        }
        if (row.getBoolean("included")) {
            draft.include.add(row.getString("column"));
            return;
        }
        draft.keys.add(key(row));
        String operator = row.getString("operator");
        if (operator != null) {
            draft.operators.add(CatalogNames.operator(row.getString("operator_schema"), operator));
        }
    }

    /** The index behind a constraint. */
    Draft behind(long index) {
        return drafts.get(index);
    }

    /** The indexes of each relation that no constraint stands for. */
    Map<Long, List<Index>> byRelation() {
        Map<Long, List<Index>> indexes = new HashMap<>();
        drafts.values().stream()
                .filter(draft -> !draft.ofConstraint)
                .forEach(draft -> indexes.computeIfAbsent(draft.relation, relation -> new ArrayList<>())
                        .add(draft.index()));
        return indexes;
    }

    /** Gives every index that no constraint stands for to its table. */
    void finish() {
        for (Draft draft : drafts.values()) {
            if (!draft.ofConstraint) {
                relations.table(draft.relation).ifPresent(table -> table.indexes.add(draft.index()));
            }
        }
    }

    private SqlExpression predicate(ResultSet row, long oid) throws SQLException {
        return row.getBoolean("has_predicate")
                ? texts.of(
                        Owner.INDEX,
                        oid,
                        0,
                        ChangedMeanwhileException.present(row.getString("predicate"), "the predicate of an index"))
                : null;
    }

    private IndexKey key(ResultSet row) throws SQLException {
        SqlExpression expression =
                texts.of(Owner.INDEX, row.getLong("index"), row.getInt("part"), row.getString("expression"));
        String column = row.getString("column");
        if (column == null && expression == null) {
            throw new ChangedMeanwhileException("an index");
        }
        int sorting = row.getInt("sorting");
        return new IndexKey(
                column,
                expression == null ? null : withoutOwnParentheses(expression),
                names.sql(row.getString("collation_schema"), row.getString("collation")),
                operatorClass(row),
                (sorting & DESCENDING) != 0,
                (sorting & NULLS_FIRST) != 0);
    }

    private String operatorClass(ResultSet row) throws SQLException {
        String name = names.sql(row.getString("operator_class_schema"), row.getString("operator_class"));
        String options = row.getString("operator_class_options");
        return name == null || options == null ? name : name + " (" + options + ")";
    }

    private static SqlExpression withoutOwnParentheses(SqlExpression expression) {
        return new SqlExpression(
                withoutOwnParentheses(expression.text()), withoutOwnParentheses(expression.canonical()));
    }

    /**
     * {@code pg_get_indexdef} puts what does not look like a function call into parentheses, which the DDL does again.
     * Those are the first and last character then, and no function call starts with one.
     */
    static String withoutOwnParentheses(String expression) {
        return expression.startsWith("(") ? expression.substring(1, expression.length() - 1) : expression;
    }

    static Map<String, String> options(ResultSet row) throws SQLException {
        Map<String, String> options = new TreeMap<>();
        if (row.getArray("options") != null) {
            for (String option : (String[]) row.getArray("options").getArray()) {
                int equals = option.indexOf('=');
                options.put(option.substring(0, equals), option.substring(equals + 1));
            }
        }
        return options;
    }
}
