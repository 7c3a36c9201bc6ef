package dev.autogen.introspector;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.DataType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges the types and collations of a model's columns. */
final class TypeJudging {
    private final Judge judge;
    private final ScratchJobs jobs;
    private final CatalogNames names;
    private final Findings findings;
    private final Set<DataType> refused = new HashSet<>();

    TypeJudging(Judge judge, ScratchJobs jobs, CatalogNames names, Findings findings) {
        this.judge = judge;
        this.jobs = jobs;
        this.names = names;
        this.findings = findings;
    }

    /** Types that PostgreSQL does not take, so that no text about their columns can be judged. */
    Set<DataType> refused() {
        return refused;
    }

    Catalog judge(Catalog desired) throws SQLException {
        Set<QualifiedName> wanted = new HashSet<>();
        desired.enumTypes().forEach(type -> wanted.add(type.name()));
        desired.domains().forEach(domain -> wanted.add(domain.name()));
        Set<ScratchJob> open = new LinkedHashSet<>();
        for (Table table : desired.tables()) {
            for (Column column : table.columns()) {
                if (needsJudging(column.type(), wanted)) {
                    open.add(jobs.type(column.type()));
                }
                if (column.collation() != null) {
                    open.add(jobs.collation(column.type(), column.collation()));
                }
            }
        }
        if (open.isEmpty()) {
            return desired;
        }
        Map<ScratchJob, Verdict> verdicts = judge.judge(open);
        return desired.withTables(desired.tables().stream()
                .map(table -> table.withColumns(columns(table, wanted, verdicts)))
                .toList());
    }

    private static boolean needsJudging(DataType type, Set<QualifiedName> wanted) {
        boolean ofTheModel =
                type.modifiers().isEmpty() && wanted.contains(new QualifiedName(type.schema(), type.name()));
        return !ofTheModel && !ProvenTexts.isCanonical(type.element());
    }

    private List<Column> columns(Table table, Set<QualifiedName> wanted, Map<ScratchJob, Verdict> verdicts) {
        return table.columns().stream()
                .map(column -> collated(table, typed(table, column, wanted, verdicts), column.type(), verdicts))
                .toList();
    }

    private Column typed(Table table, Column column, Set<QualifiedName> wanted, Map<ScratchJob, Verdict> verdicts) {
        DataType type = column.type();
        Verdict verdict = needsJudging(type, wanted) ? verdicts.get(jobs.type(type)) : null;
        if (verdict == null) {
            return column;
        }
        if (verdict.isRefusal()) {
            refused.add(type);
            Place place = new Place(table.name(), column.name(), TextKind.TYPE, type);
            findings.add(place, type.toSql(), verdict, judge);
            return column;
        }
        return column.withType(names.type(verdict.words()));
    }

    private Column collated(Table table, Column column, DataType type, Map<ScratchJob, Verdict> verdicts) {
        Verdict verdict = column.collation() == null ? null : verdicts.get(jobs.collation(type, column.collation()));
        if (verdict == null || refused.contains(type)) {
            return column;
        }
        if (verdict.isRefusal()) {
            Place place = new Place(table.name(), column.name(), TextKind.COLLATION, type);
            findings.add(place, column.collation(), verdict, judge);
            return column;
        }
        return column.withCollation(names.sql(verdict.collationSchema(), verdict.collation()));
    }
}
