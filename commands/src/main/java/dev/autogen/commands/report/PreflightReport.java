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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** What a look at the data found, in a line for people, and for programs; {@code docs/formats.md} describes it. */
public final class PreflightReport {
    private final PreflightResult result;

    public PreflightReport(PreflightResult result) {
        this.result = result;
    }

    /** All of it in a line: {@code Preflight: nothing in the way (7 probes, 0.2 s; 1 sampled)}. */
    public String summary() {
        List<String> more = new ArrayList<>();
        long sampled = result.unproved().size()
                + result.findings().stream()
                        .filter(finding -> finding.sampled().isPresent())
                        .count();
        if (sampled > 0) {
            more.add(sampled + " sampled");
        }
        if (!result.notLookedAt().isEmpty()) {
            more.add(result.notLookedAt().size() + " not looked at");
        }
        return "Preflight: " + outcome() + " (" + Words.count(result.probes(), "probe") + ", "
                + String.format(Locale.ROOT, "%.1f", result.took().toMillis() / 1000.0) + " s"
                + (more.isEmpty() ? "" : "; " + String.join(", ", more)) + ")";
    }

    private String outcome() {
        long certain = result.findings().stream().filter(Finding::isCertain).count();
        long uncertain = result.findings().size() - certain;
        String perhaps = uncertain == 0 ? "" : Words.count(uncertain, "thing") + " may be in the way";
        if (certain == 0) {
            String nothing = result.notLookedAt().isEmpty() ? "nothing in the way" : "nothing seen in the way";
            return perhaps.isEmpty() ? nothing : perhaps;
        }
        return Words.count(certain, "thing") + (certain == 1 ? " is" : " are") + " in the way"
                + (perhaps.isEmpty() ? "" : ", " + perhaps);
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
