package dev.autogen.commands.report;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.autogen.commands.Version;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Issues as SARIF 2.1.0, the format of OASIS for results of static analysis. Files are relative to the project, which is
 * what {@code %SRCROOT%} stands for.
 */
final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String ROOT = "%SRCROOT%";

    private SarifReport() {}

    private record Log(@JsonProperty("$schema") String schema, String version, List<Run> runs) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Run(
            Tool tool,
            List<Invocation> invocations,
            Map<String, BaseDescription> originalUriBaseIds,
            String columnKind,
            List<Result> results) {}

    private record BaseDescription(Text description) {}

    private record Tool(Driver driver) {}

    private record Driver(String name, String version, List<Descriptor> rules) {}

    private record Descriptor(String id, Text shortDescription, Help help) {}

    /** The plain text is what is shown where Markdown cannot be. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Help(String text, String markdown) {}

    private record Text(String text) {}

    private record Invocation(boolean executionSuccessful, List<Notification> toolExecutionNotifications) {}

    private record Notification(String level, Text message) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Result(
            String ruleId,
            int ruleIndex,
            String level,
            Text message,
            List<Location> locations,
            List<Suppression> suppressions) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Location(PhysicalLocation physicalLocation, List<LogicalLocation> logicalLocations) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record ArtifactLocation(String uri, String uriBaseId) {}

    private record Region(int startLine) {}

    private record LogicalLocation(String fullyQualifiedName, String kind) {}

    private record Suppression(String kind, String justification) {}

    /**
     * The document.
     *
     * @param rules all that the issues name
     * @param warnings what else there is to know of the run
     */
    static String of(List<Rule> rules, List<Issue> issues, List<String> warnings) {
        Map<String, Integer> indexes = IntStream.range(0, rules.size())
                .boxed()
                .collect(toMap(index -> rules.get(index).id(), index -> index));
        Driver driver = new Driver(
                "autogen",
                Version.current(),
                rules.stream().map(SarifReport::descriptor).toList());
        Run run = new Run(
                new Tool(driver),
                List.of(new Invocation(
                        true,
                        warnings.stream()
                                .map(warning -> new Notification("warning", new Text(warning)))
                                .toList())),
                Map.of(ROOT, new BaseDescription(new Text("The project's directory."))),
                "utf16CodeUnits",
                issues.stream()
                        .map(issue -> result(issue, indexes.get(issue.rule())))
                        .toList());
        return Json.of(new Log(SCHEMA, "2.1.0", List.of(run)));
    }

    private static Descriptor descriptor(Rule rule) {
        String text = rule.explanation() == null ? rule.summary() : rule.explanation();
        return new Descriptor(rule.id(), new Text(rule.summary()), new Help(text, rule.explanation()));
    }

    private static Result result(Issue issue, int ruleIndex) {
        Issue.Place place = issue.place();
        boolean nowhere = place.file() == null && place.name() == null;
        String text = issue.details().isEmpty() ? issue.message() : issue.message() + "\n" + issue.details();
        return new Result(
                issue.rule(),
                ruleIndex,
                Words.lower(issue.level()),
                new Text(text),
                nowhere ? null : List.of(new Location(physical(place), logical(place))),
                issue.accepted() == null ? null : List.of(new Suppression("inSource", issue.accepted())));
    }

    private static PhysicalLocation physical(Issue.Place place) {
        return place.file() == null
                ? null
                : new PhysicalLocation(
                        artifact(place.file()), place.line() == null ? null : new Region(Math.max(1, place.line())));
    }

    private static List<LogicalLocation> logical(Issue.Place place) {
        return place.name() == null ? null : List.of(new LogicalLocation(place.name(), place.kind()));
    }

    private static ArtifactLocation artifact(String file) {
        Path path = Path.of(file);
        try {
            return path.isAbsolute()
                    ? new ArtifactLocation(path.toUri().toASCIIString(), null)
                    : new ArtifactLocation(new URI(null, null, file, null).toASCIIString(), ROOT);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a relative path always is a URI", e);
        }
    }
}
