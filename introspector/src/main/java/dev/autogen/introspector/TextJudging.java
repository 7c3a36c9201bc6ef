package dev.autogen.introspector;

import static java.util.stream.Collectors.toSet;

import dev.autogen.introspector.ScratchJob.Source;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.DataType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Judges those expressions of a model and of the database that will be compared with each other. */
final class TextJudging {
    private final Judge judge;
    private final CatalogTexts databaseTexts;
    private final PendingObjects pending;
    private final CatalogNames names;
    private final Set<DataType> refusedTypes;
    private final Findings findings;
    private final Set<QualifiedName> renamed;
    private Catalog desired;
    private Catalog live;

    TextJudging(
            Judge judge,
            CatalogTexts databaseTexts,
            PendingObjects pending,
            CatalogNames names,
            Set<DataType> refusedTypes,
            Findings findings,
            Set<QualifiedName> renamed) {
        this.judge = judge;
        this.databaseTexts = databaseTexts;
        this.pending = pending;
        this.names = names;
        this.refusedTypes = refusedTypes;
        this.findings = findings;
        this.renamed = renamed;
    }

    Catalog desired() {
        return desired;
    }

    Catalog live() {
        return live;
    }

    void judge(Catalog model, Catalog database) throws SQLException {
        Set<QualifiedName> modelTables =
                model.tables().stream().map(Table::name).collect(toSet());
        Catalog compared = database.withTables(database.tables().stream()
                .filter(table -> modelTables.contains(table.name()) || renamed.contains(table.name()))
                .toList());
        List<TextUses> uses = bothAtOnce(
                () -> new TextUses(
                        model, new CatalogTexts(new ScratchJobs(Source.MODEL, pending), refusedTypes), renamed),
                () -> new TextUses(compared, databaseTexts, renamed));
        TextUses wanted = uses.get(0);
        TextUses found = uses.get(1);
        Set<ScratchJob> open = new LinkedHashSet<>(wanted.open(found));
        open.addAll(found.openWhereComparedWith(wanted));
        Map<ScratchJob, Verdict> verdicts = judge.judge(open);
        List<Catalog> replaced = bothAtOnce(
                () -> wanted.replacedIn(model, found, pending, names, verdicts),
                () -> found.replacedIn(database, wanted, pending, names, verdicts));
        desired = replaced.get(0);
        live = replaced.get(1);
        wanted.refusals(found, verdicts)
                .forEach((use, verdict) ->
                        findings.add(use.place(), pending.withoutTemporaryNames(use.text()), verdict, judge));
    }

    /** By now nothing else is left to be done, so that another processor is free. */
    private static <T> List<T> bothAtOnce(Supplier<T> one, Supplier<T> other) {
        return Stream.of(one, other).parallel().map(Supplier::get).toList();
    }
}
