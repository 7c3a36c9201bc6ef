package dev.autogen.introspector;

import dev.autogen.introspector.ScratchJob.Source;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Domain;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ExclusionConstraint.Element;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Walks over every expression of a catalog and puts another in its place. */
final class CatalogTexts {
    private final ScratchJobs jobs;
    private final Set<DataType> refusedTypes;
    private final Replacement replacement;

    /** What takes an expression's place. */
    interface Replacement {
        /** The expression to put there; null, for a default, when there is to be none. */
        SqlExpression expression(TextUse use, SqlExpression expression);

        IndexKey key(TextUse use, IndexKey key);
    }

    CatalogTexts(ScratchJobs jobs, Set<DataType> refusedTypes, Replacement replacement) {
        this.jobs = jobs;
        this.refusedTypes = refusedTypes;
        this.replacement = replacement;
    }

    Catalog replaceIn(Catalog catalog) {
        return catalog.withTables(catalog.tables().stream().map(this::table).toList())
                .withDomains(catalog.domains().stream().map(this::domain).toList());
    }

    /** A domain is judged as a table with one column, whose name is PostgreSQL's word for the value. */
    private Domain domain(Domain domain) {
        Column value = Column.of("value", domain.baseType())
                .withCollation(domain.collation())
                .withDefault(domain.defaultValue());
        Table judged = table(Table.of(domain.name(), List.of(value)).withConstraints(domain.checks()));
        return domain.withDefault(judged.columns().get(0).defaultValue()).withChecks(judged.checks());
    }

    private Table table(Table table) {
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof CheckConstraint check) {
                constraints.add(check(table, check));
            } else if (constraint instanceof ExclusionConstraint exclusion) {
                constraints.add(exclusion(table, exclusion));
            } else {
                constraints.add(constraint);
            }
        }
        return table.withColumns(table.columns().stream()
                        .map(column -> column(table, column))
                        .toList())
                .withConstraints(constraints)
                .withIndexes(table.indexes().stream()
                        .map(index -> index(table, index))
                        .toList());
    }

    private Column column(Table table, Column column) {
        Column judged = column;
        if (refusedTypes.contains(column.type())) {
            return column;
        }
        if (column.defaultValue() != null) {
            Place place = new Place(table.name(), column.name(), TextKind.DEFAULT, column.type());
            judged = judged.withDefault(replacement.expression(
                    use(place, column.defaultValue(), text -> jobs.defaultValue(column, text)), column.defaultValue()));
        }
        if (column.generated() != null && isJudgeable(table, column.generated().expression())) {
            Place place = new Place(table.name(), column.name(), TextKind.GENERATED, column.type());
            SqlExpression expression = column.generated().expression();
            judged = judged.withGenerated(new Generated(
                    replacement.expression(
                            use(place, expression, text -> jobs.generated(table, column, text)), expression),
                    column.generated().stored()));
        }
        return judged;
    }

    private CheckConstraint check(Table table, CheckConstraint check) {
        if (!isJudgeable(table, check.expression())) {
            return check;
        }
        Place place = new Place(table.name(), check.name(), TextKind.CHECK, null);
        TextUse use = use(place, check.expression(), text -> jobs.check(table, text));
        return check.withExpression(replacement.expression(use, check.expression()));
    }

    private ExclusionConstraint exclusion(Table table, ExclusionConstraint exclusion) {
        return new ExclusionConstraint(
                exclusion.name(),
                exclusion.method(),
                exclusion.elements().stream()
                        .map(element -> new Element(
                                key(table, exclusion.name(), exclusion.method(), element.key()), element.operator()))
                        .toList(),
                predicate(table, exclusion.name(), exclusion.predicate()),
                exclusion.deferrability());
    }

    private Index index(Table table, Index index) {
        return index.withKeys(index.keys().stream()
                        .map(key -> key(table, index.name(), index.method(), key))
                        .toList())
                .withPredicate(predicate(table, index.name(), index.predicate()));
    }

    private IndexKey key(Table table, String object, String method, IndexKey key) {
        if (key.expression() == null || !isJudgeable(table, key.expression())) {
            return key;
        }
        Place place = new Place(table.name(), object, TextKind.INDEX_KEY, null);
        return asColumn(
                table,
                replacement.key(use(place, key.expression(), text -> jobs.indexKey(table, method, key, text)), key));
    }

    /** PostgreSQL takes a column in parentheses for the column. */
    private static IndexKey asColumn(Table table, IndexKey key) {
        if (key.expression() == null) {
            return key;
        }
        return table.columns().stream()
                .filter(column ->
                        Identifiers.quote(column.name()).equals(key.expression().canonical()))
                .findFirst()
                .map(column -> new IndexKey(
                        column.name(),
                        null,
                        Objects.equals(key.collation(), column.collation()) ? null : key.collation(),
                        key.operatorClass(),
                        key.descending(),
                        key.nullsFirst()))
                .orElse(key);
    }

    private SqlExpression predicate(Table table, String object, SqlExpression predicate) {
        if (predicate == null || !isJudgeable(table, predicate)) {
            return predicate;
        }
        Place place = new Place(table.name(), object, TextKind.INDEX_PREDICATE, null);
        return replacement.expression(use(place, predicate, text -> jobs.predicate(table, text)), predicate);
    }

    private TextUse use(Place place, SqlExpression expression, Function<String, ScratchJob> asking) {
        ScratchJob canonical = asking.apply(expression.canonical());
        boolean judged = jobs.source() == Source.DATABASE || expression.text().equals(expression.canonical());
        return new TextUse(place, judged ? canonical : asking.apply(expression.text()), canonical.from(Source.MODEL));
    }

    /** Whether PostgreSQL takes the types of all columns that the expression may mention. */
    private boolean isJudgeable(Table table, SqlExpression expression) {
        if (refusedTypes.isEmpty()) {
            return true;
        }
        Mentions mentions = new Mentions(expression.text());
        return table.columns().stream()
                .filter(column -> refusedTypes.contains(column.type()))
                .noneMatch(column -> mentions.mayMention(column.name()));
    }
}
