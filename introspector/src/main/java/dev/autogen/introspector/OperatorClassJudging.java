package dev.autogen.introspector;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.Table;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges the operator classes that a model names in its indexes, and the collations that it names behind columns; those
 * behind expressions are judged with the expression.
 */
final class OperatorClassJudging {
    private final Judge judge;
    private final ScratchJobs jobs;
    private final CatalogNames names;
    private final Set<DataType> refusedTypes;
    private final Findings findings;
    private final Map<ScratchJob, Place> open = new LinkedHashMap<>();
    /** One that PostgreSQL refuses is found when the expression is judged, which it stands behind. */
    private final Set<ScratchJob> ofExpressions = new LinkedHashSet<>();

    private Map<ScratchJob, Verdict> verdicts = Map.of();

    OperatorClassJudging(
            Judge judge, ScratchJobs jobs, CatalogNames names, Set<DataType> refusedTypes, Findings findings) {
        this.judge = judge;
        this.jobs = jobs;
        this.names = names;
        this.refusedTypes = refusedTypes;
        this.findings = findings;
    }

    /** The model with PostgreSQL's names for them, and without those that go without saying. */
    Catalog judge(Catalog desired) throws SQLException {
        desired.tables().forEach(this::collect);
        if (open.isEmpty() && ofExpressions.isEmpty()) {
            return desired;
        }
        Set<ScratchJob> all = new LinkedHashSet<>(open.keySet());
        all.addAll(ofExpressions);
        verdicts = judge.judge(all);
        open.forEach((job, place) -> {
            if (verdicts.get(job).isRefusal()) {
                findings.add(place, job.text(), verdicts.get(job), judge);
            }
        });
        return desired.withTables(desired.tables().stream()
                .map(table -> table.withIndexes(table.indexes().stream()
                        .map(index -> judged(table, index))
                        .toList()))
                .toList());
    }

    private void collect(Table table) {
        for (Index index : table.indexes()) {
            for (IndexKey key : index.keys()) {
                Column column = column(table, key);
                if (column != null && key.operatorClass() != null) {
                    open.putIfAbsent(
                            jobs.operatorClass(column, index.method(), key.operatorClass()),
                            new Place(table.name(), index.name(), TextKind.OPERATOR_CLASS, null));
                }
                if (column != null && key.collation() != null) {
                    open.putIfAbsent(
                            jobs.collation(column.type(), key.collation()),
                            new Place(table.name(), index.name(), TextKind.COLLATION, null));
                }
                ofExpression(table, index.method(), key).ifPresent(ofExpressions::add);
            }
        }
    }

    /** The column of the key, unless it is an expression, which is judged as a whole, or nothing can be asked about it. */
    private Column column(Table table, IndexKey key) {
        return key.column() == null
                ? null
                : table.column(key.column())
                        .filter(column -> !refusedTypes.contains(column.type()))
                        .orElse(null);
    }

    private Index judged(Table table, Index index) {
        return index.withKeys(index.keys().stream()
                .map(key -> judged(table, index.method(), key))
                .toList());
    }

    private Optional<ScratchJob> ofExpression(Table table, String method, IndexKey key) {
        boolean asks = key.expression() != null
                && key.operatorClass() != null
                && SqlText.isSelfContained(key.expression().text());
        return asks ? Optional.of(jobs.operatorClass(table, method, key)) : Optional.empty();
    }

    private IndexKey judged(Table table, String method, IndexKey key) {
        Column column = column(table, key);
        if (column != null) {
            return judged(column, method, key);
        }
        return ofExpression(table, method, key)
                .map(job -> new IndexKey(
                        null,
                        key.expression(),
                        key.collation(),
                        operatorClass(verdicts.get(job), key.operatorClass()),
                        key.descending(),
                        key.nullsFirst()))
                .orElse(key);
    }

    private IndexKey judged(Column column, String method, IndexKey key) {
        String collation = key.collation();
        if (collation != null) {
            Verdict verdict = verdicts.get(jobs.collation(column.type(), collation));
            collation = verdict.isRefusal() ? collation : names.sql(verdict.collationSchema(), verdict.collation());
        }
        return new IndexKey(
                key.column(),
                null,
                collation == null || collation.equals(column.collation()) ? null : collation,
                key.operatorClass() == null
                        ? null
                        : operatorClass(
                                verdicts.get(jobs.operatorClass(column, method, key.operatorClass())),
                                key.operatorClass()),
                key.descending(),
                key.nullsFirst());
    }

    private String operatorClass(Verdict verdict, String text) {
        if (verdict.isRefusal()) {
            return text;
        }
        String name = names.sql(verdict.collationSchema(), verdict.collation());
        return name == null || verdict.words().isEmpty() ? name : name + " (" + verdict.words() + ")";
    }
}
