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
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Walks over every expression of a catalog, as often as it is asked to, and puts another in its place. */
final class CatalogTexts {
    private final ScratchJobs jobs;
    private final Set<DataType> refusedTypes;
    /** What was made of each table's texts when it was walked over before, in their order: it is most of the work. */
    private final IdentityHashMap<Table, List<TextUse>> known = new IdentityHashMap<>();

    /** What takes an expression's place. */
    interface Replacement {
        /** The expression to put there; null, for a default, when there is to be none. */
        SqlExpression expression(TextUse use, SqlExpression expression);

        IndexKey key(TextUse use, IndexKey key);
    }

    CatalogTexts(ScratchJobs jobs, Set<DataType> refusedTypes) {
        this.jobs = jobs;
        this.refusedTypes = refusedTypes;
    }

    /** Those that PostgreSQL printed. */
    static CatalogTexts ofDatabase(PendingObjects pending) {
        return new CatalogTexts(new ScratchJobs(Source.DATABASE, pending), Set.of());
    }

    /** The same having walked over a catalog, with nothing to put anywhere. */
    CatalogTexts ahead(Catalog catalog) {
        replaceIn(catalog, new Replacement() {
            @Override
            public SqlExpression expression(TextUse use, SqlExpression expression) {
                return expression;
            }

            @Override
            public IndexKey key(TextUse use, IndexKey key) {
                return key;
            }
        });
        return this;
    }

    Catalog replaceIn(Catalog catalog, Replacement replacement) {
        return catalog.withTables(catalog.tables().stream()
                        .map(table -> replaceIn(table, replacement))
                        .toList())
                .withDomains(catalog.domains().stream()
                        .map(domain -> domain(domain, replacement))
                        .toList());
    }

    private Table replaceIn(Table table, Replacement replacement) {
        List<TextUse> before = known.get(table);
        TableWalk walk = new TableWalk(table, replacement, before);
        Table replaced = walk.replaced();
        if (before == null) {
            known.put(table, walk.uses);
        }
        return replaced;
    }

    /** A domain is judged as a table with one column, whose name is PostgreSQL's word for the value. */
    private Domain domain(Domain domain, Replacement replacement) {
        Column value = Column.of("value", domain.baseType())
                .withCollation(domain.collation())
                .withDefault(domain.defaultValue());
        Table judged = new TableWalk(
                        Table.of(domain.name(), List.of(value)).withConstraints(domain.checks()), replacement, null)
                .replaced();
        return domain.withDefault(judged.columns().get(0).defaultValue()).withChecks(judged.checks());
    }

    /** A walk over one table. */
    private final class TableWalk {
        private final Table table;
        private final Replacement replacement;
        /** Null for a first walk. */
        private final List<TextUse> before;

        private final List<TextUse> uses = new ArrayList<>();

        TableWalk(Table table, Replacement replacement, List<TextUse> before) {
            this.table = table;
            this.replacement = replacement;
            this.before = before;
        }

        Table replaced() {
            List<Constraint> constraints = new ArrayList<>();
            for (Constraint constraint : table.constraints()) {
                if (constraint instanceof CheckConstraint check) {
                    constraints.add(check(check));
                } else if (constraint instanceof ExclusionConstraint exclusion) {
                    constraints.add(exclusion(exclusion));
                } else {
                    constraints.add(constraint);
                }
            }
            List<Column> columns = table.columns().stream().map(this::column).toList();
            List<Index> indexes = table.indexes().stream().map(this::index).toList();
            return uses.isEmpty()
                    ? table
                    : table.withColumns(columns).withConstraints(constraints).withIndexes(indexes);
        }

        private Column column(Column column) {
            Column judged = column;
            if (refusedTypes.contains(column.type())) {
                return column;
            }
            if (column.defaultValue() != null) {
                Place place = new Place(table.name(), column.name(), TextKind.DEFAULT, column.type());
                judged = judged.withDefault(replacement.expression(
                        use(place, column.defaultValue(), text -> jobs.defaultValue(column, text)),
                        column.defaultValue()));
            }
            if (column.generated() != null && isJudgeable(column.generated().expression())) {
                Place place = new Place(table.name(), column.name(), TextKind.GENERATED, column.type());
                SqlExpression expression = column.generated().expression();
                judged = judged.withGenerated(column.generated()
                        .withExpression(replacement.expression(
                                use(place, expression, text -> jobs.generated(table, column, text)), expression)));
            }
            return judged;
        }

        private CheckConstraint check(CheckConstraint check) {
            if (!isJudgeable(check.expression())) {
                return check;
            }
            Place place = new Place(table.name(), check.name(), TextKind.CHECK, null);
            TextUse use = use(place, check.expression(), text -> jobs.check(table, text));
            return check.withExpression(replacement.expression(use, check.expression()));
        }

        private ExclusionConstraint exclusion(ExclusionConstraint exclusion) {
            return new ExclusionConstraint(
                    exclusion.name(),
                    exclusion.method(),
                    exclusion.elements().stream()
                            .map(element -> new Element(
                                    key(exclusion.name(), exclusion.method(), element.key()), element.operator()))
                            .toList(),
                    predicate(exclusion.name(), exclusion.predicate()),
                    exclusion.deferrability());
        }

        private Index index(Index index) {
            boolean plain =
                    index.predicate() == null && index.keys().stream().allMatch(key -> key.expression() == null);
            return plain
                    ? index
                    : index.withKeys(index.keys().stream()
                                    .map(key -> key(index.name(), index.method(), key))
                                    .toList())
                            .withPredicate(predicate(index.name(), index.predicate()));
        }

        private IndexKey key(String object, String method, IndexKey key) {
            if (key.expression() == null || !isJudgeable(key.expression())) {
                return key;
            }
            Place place = new Place(table.name(), object, TextKind.INDEX_KEY, null);
            return asColumn(replacement.key(
                    use(place, key.expression(), text -> jobs.indexKey(table, method, key, text)), key));
        }

        /** PostgreSQL takes a column in parentheses for the column. */
        private IndexKey asColumn(IndexKey key) {
            if (key.expression() == null) {
                return key;
            }
            return table.columns().stream()
                    .filter(column -> Identifiers.quote(column.name())
                            .equals(key.expression().canonical()))
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

        private SqlExpression predicate(String object, SqlExpression predicate) {
            if (predicate == null || !isJudgeable(predicate)) {
                return predicate;
            }
            Place place = new Place(table.name(), object, TextKind.INDEX_PREDICATE, null);
            return replacement.expression(use(place, predicate, text -> jobs.predicate(table, text)), predicate);
        }

        private TextUse use(Place place, SqlExpression expression, Function<String, ScratchJob> asking) {
            TextUse use = before == null ? made(place, expression, asking) : before.get(uses.size());
            uses.add(use);
            return use;
        }

        private TextUse made(Place place, SqlExpression expression, Function<String, ScratchJob> asking) {
            ScratchJob canonical = asking.apply(expression.canonical());
            boolean judged =
                    jobs.source() == Source.DATABASE || expression.text().equals(expression.canonical());
            return new TextUse(
                    place, judged ? canonical : asking.apply(expression.text()), canonical.from(Source.MODEL));
        }

        /** Whether PostgreSQL takes the types of all columns that the expression may mention. */
        private boolean isJudgeable(SqlExpression expression) {
            if (refusedTypes.isEmpty()) {
                return true;
            }
            Mentions mentions = new Mentions(expression.text());
            return table.columns().stream()
                    .filter(column -> refusedTypes.contains(column.type()))
                    .noneMatch(column -> mentions.mayMention(column.name()));
        }
    }
}
