package dev.autogen.commands.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.autogen.commands.preflight.Finding;
import dev.autogen.commands.preflight.NotLookedAt;
import dev.autogen.commands.preflight.PreflightResult;
import dev.autogen.commands.preflight.Sampled;
import dev.autogen.commands.preflight.Unproved;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.schema.QualifiedName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** What a look at the data found, for programs; {@code docs/formats.md} describes it. */
public final class PreflightReport {
    private final PreflightResult result;

    public PreflightReport(PreflightResult result) {
        this.result = result;
    }

    private record Document(
            boolean blocked,
            List<Row> findings,
            List<Part> sampled,
            List<Gap> notLookedAt,
            int probes,
            double seconds) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Place(String revision, String direction, String file, Integer line, String does) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Row(
            String kind,
            String schema,
            String object,
            List<String> columns,
            String problem,
            long rows,
            boolean exact,
            List<String> keyColumns,
            List<List<String>> keys,
            BigDecimal sampledPercent,
            String mayBeDifferent,
            Place migration) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Part(
            String kind,
            String schema,
            String object,
            List<String> columns,
            BigDecimal sampledPercent,
            long estimatedRows) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Gap(
            String kind, String schema, String object, List<String> columns, String reason, Place migration) {}

    /** As JSON. */
    public String json() {
        return Json.of(new Document(
                result.isBlocked(),
                result.findings().stream().map(PreflightReport::row).toList(),
                result.unproved().stream().map(PreflightReport::part).toList(),
                result.notLookedAt().stream().map(PreflightReport::gap).toList(),
                result.probes(),
                result.took().toMillis() / 1000.0));
    }

    private static Row row(Finding finding) {
        QualifiedName object = finding.object();
        return new Row(
                finding.kind(),
                object.schema(),
                object.name(),
                finding.columns(),
                finding.problem(),
                finding.rows().number(),
                finding.rows().exact(),
                finding.keyColumns(),
                finding.keys(),
                finding.sampled().map(Sampled::percent).orElse(null),
                finding.doubt().orElse(null),
                place(finding.revision(), finding.direction(), finding.line(), finding.occasion()));
    }

    private static Part part(Unproved unproved) {
        QualifiedName object = unproved.object();
        Sampled sampled = unproved.sampled();
        return new Part(
                unproved.kind(),
                object.schema(),
                object.name(),
                unproved.columns(),
                sampled.percent(),
                sampled.estimatedRows());
    }

    private static Gap gap(NotLookedAt gap) {
        QualifiedName object = gap.object();
        return new Gap(
                gap.kind(),
                object.schema(),
                object.name(),
                gap.columns(),
                gap.reason(),
                place(gap.revision(), gap.direction(), gap.line(), gap.occasion()));
    }

    private static Place place(RevisionInfo revision, Direction direction, OptionalInt line, String does) {
        return new Place(
                revision.id(),
                direction.name().toLowerCase(Locale.ROOT),
                revision.source(),
                line.isPresent() ? line.getAsInt() : null,
                does);
    }
}
