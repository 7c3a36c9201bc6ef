package dev.autogen.introspector;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.Table;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Judges the operator classes and collations that a model names behind the columns of its indexes. */
final class OperatorClassJudging {
    private final Judge judge;
    private final ScratchJobs jobs;
    private final CatalogNames names;
    private final Set<DataType> refusedTypes;
    private final Findings findings;
    private final Map<ScratchJob, Place> open = new LinkedHashMap<>();
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
        if (open.isEmpty()) {
            return desired;
        }
        verdicts = judge.judge(open.keySet());
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
                .map(key -> column(table, key) == null ? key : judged(column(table, key), index.method(), key))
                .toList());
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
                key.operatorClass() == null ? null : operatorClass(column, method, key.operatorClass()),
                key.descending(),
                key.nullsFirst());
    }

    private String operatorClass(Column column, String method, String text) {
        Verdict verdict = verdicts.get(jobs.operatorClass(column, method, text));
        if (verdict.isRefusal()) {
            return text;
        }
        String name = names.sql(verdict.collationSchema(), verdict.collation());
        return name == null || verdict.words().isEmpty() ? name : name + " (" + verdict.words() + ")";
    }
}
