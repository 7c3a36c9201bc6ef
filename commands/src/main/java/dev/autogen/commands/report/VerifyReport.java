package dev.autogen.commands.report;

import static java.util.stream.Collectors.joining;

import dev.autogen.commands.Comparison;
import dev.autogen.commands.VerifyResult;
import dev.autogen.commands.WalkedMigration;
import dev.autogen.commands.WalkedMigration.Flaw;
import dev.autogen.commands.WalkedMigration.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What {@code verify} found, in one of the formats. The same result gives the same text. */
public final class VerifyReport {
    /** How many names of migrations stand in one line. */
    private static final int SHOWN = 3;

    private final VerifyResult result;

    private VerifyReport(VerifyResult result) {
        this.result = result;
    }

    /** The report, without a line break at its end. */
    public static String of(VerifyResult result, ReportFormat format) {
        VerifyReport report = new VerifyReport(result);
        return switch (format) {
            case TEXT -> report.text();
            case JSON -> report.json();
            case GITHUB -> report.github();
            case JUNIT -> report.junit();
            case SQL, MARKDOWN, SARIF -> throw new IllegalArgumentException("not a format of verify: " + format);
        };
    }

    /**
     * The document for programs; {@code docs/formats.md} describes it.
     *
     * @param postgres the release it was tried on
     * @param verified whether nothing speaks against the history
     * @param migrations what became of each, in order
     * @param strays what differs at an end and belongs to no migration
     * @param entities the end of the history with the entities; null where they were not compared
     */
    private record Document(
            int postgres, boolean verified, List<Walked> migrations, List<String> strays, List<Difference> entities) {}

    private record Walked(
            String id,
            String message,
            String file,
            String outcome,
            List<Flaw> flaws,
            String remark,
            List<String> rows) {}

    private String json() {
        return Json.of(new Document(
                result.walk().majorVersion(),
                result.isAcceptable(),
                result.walk().migrations().stream()
                        .map(walked -> new Walked(
                                walked.revision().id(),
                                walked.revision().message(),
                                file(walked),
                                outcome(walked),
                                walked.flaws(),
                                walked.remark(),
                                walked.rows()))
                        .toList(),
                result.walk().strays(),
                result.entities().map(Difference::allOf).orElse(null)));
    }

    private static String outcome(WalkedMigration walked) {
        return walked.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        for (WalkedMigration walked : result.walk().migrations()) {
            List<String> told = new ArrayList<>(walked.flaws().stream()
                    .map(flaw -> flaw.toString().replace("\n", "\n  "))
                    .toList());
            told.addAll(walked.rows());
            if (!told.isEmpty()) {
                lines.add(walked.revision().described() + "  [" + file(walked) + "]\n  " + String.join("\n  ", told));
            }
        }
        lines.addAll(remarks());
        if (!result.walk().strays().isEmpty()) {
            lines.add("At an end of the way something differs that no migration is known to have changed:\n  "
                    + String.join("\n  ", result.walk().strays()));
        }
        result.entities()
                .filter(comparison -> !comparison.isEmpty())
                .ifPresent(comparison -> lines.add("At the end of the history, entities and database differ:\n"
                        + Difference.allOf(comparison).stream()
                                .map(difference -> "  " + difference.text()
                                        + (difference.file() == null ? "" : "  [" + difference.place() + "]"))
                                .collect(joining("\n"))));
        lines.add(verdict());
        return String.join("\n", lines);
    }

    /** Why migrations were not tried, those with the same reason together. */
    private List<String> remarks() {
        Map<String, List<String>> remarks = new LinkedHashMap<>();
        for (WalkedMigration walked : result.walk().migrations()) {
            if (!walked.remark().isEmpty()) {
                String remark = (walked.outcome() == Outcome.UNPROVED ? "not proved: " : "") + walked.remark();
                remarks.computeIfAbsent(remark, any -> new ArrayList<>())
                        .add(walked.revision().described());
            }
        }
        return remarks.entrySet().stream()
                .map(entry -> first(entry.getValue()) + "\n  " + entry.getKey())
                .toList();
    }

    private static String first(List<String> names) {
        String shown = names.stream().limit(SHOWN).collect(joining(", "));
        return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
    }

    private String verdict() {
        int all = result.walk().migrations().size();
        int failed = result.walk().that(Outcome.FAILED).size();
        int unproved = result.walk().that(Outcome.UNPROVED).size();
        int upOnly = result.walk().that(Outcome.UP_ONLY).size();
        String beyond = Stream.of(
                        failed == 0 ? "" : failed + " failed",
                        upOnly == 0 ? "" : upOnly + " only upwards",
                        unproved == 0 ? "" : unproved + " not proved")
                .filter(words -> !words.isEmpty())
                .collect(joining(", "));
        return Words.count(all, "migration") + " on PostgreSQL " + result.walk().majorVersion() + ": "
                + (all - failed - unproved - upOnly) + " proved up, down and up again"
                + (beyond.isEmpty() ? "" : ", " + beyond) + "."
                + result.entities()
                        .filter(Comparison::isEmpty)
                        .map(same -> " The end of the history is what the entities say.")
                        .orElse("")
                + result.notCompared()
                        .map(why -> " Not compared with the entities: " + why + ".")
                        .orElse("");
    }

    private String github() {
        List<String> lines = new ArrayList<>();
        for (WalkedMigration walked : result.walk().migrations()) {
            walked.flaws()
                    .forEach(flaw -> lines.add(GithubReport.command(
                            "error",
                            file(walked),
                            1,
                            "migration not proved",
                            walked.revision().id() + ": " + flaw)));
            if (!walked.remark().isEmpty()) {
                boolean required = result.proofRequired() && walked.outcome() == Outcome.UNPROVED;
                lines.add(GithubReport.command(
                        required ? "error" : "notice",
                        file(walked),
                        1,
                        "migration not proved",
                        walked.revision().id() + ": " + walked.remark()));
            }
            if (!walked.rows().isEmpty()) {
                lines.add(GithubReport.command(
                        "notice",
                        file(walked),
                        1,
                        "what rows lose",
                        walked.revision().id() + ": " + String.join("\n", walked.rows())));
            }
        }
        result.walk()
                .strays()
                .forEach(stray -> lines.add(GithubReport.command("error", null, null, "history not proved", stray)));
        result.entities()
                .map(Difference::allOf)
                .orElse(List.of())
                .forEach(difference -> lines.add(GithubReport.command(
                        "error",
                        difference.file(),
                        difference.line(),
                        "entities and history differ",
                        difference.text())));
        lines.add("::notice title=autogen::" + verdict());
        return String.join("\n", lines);
    }

    /** A test a migration, one for what belongs to none, and one for the entities. */
    private String junit() {
        List<JUnitReport.Case> cases = new ArrayList<>();
        for (WalkedMigration walked : result.walk().migrations()) {
            cases.add(new JUnitReport.Case(file(walked), walked.revision().described(), issue(walked)));
        }
        if (!result.walk().strays().isEmpty()) {
            cases.add(test("what no migration changes", result.walk().strays()));
        }
        result.entities()
                .ifPresent(comparison -> cases.add(test(
                        "the end is what the entities say",
                        Difference.allOf(comparison).stream()
                                .map(Difference::text)
                                .toList())));
        return JUnitReport.of("autogen verify", cases, Issue.Level.ERROR);
    }

    private static JUnitReport.Case test(String name, List<String> differences) {
        Issue issue = differences.isEmpty()
                ? null
                : new Issue(
                        "history",
                        Issue.Level.ERROR,
                        Words.count(differences.size(), "difference"),
                        String.join("\n", differences),
                        Issue.Place.NONE,
                        null);
        return new JUnitReport.Case("history", name, issue);
    }

    /** Null where the migration is proved. */
    private Issue issue(WalkedMigration walked) {
        Issue.Place place = new Issue.Place(
                file(walked), null, "revision", walked.revision().id());
        if (walked.outcome() == Outcome.FAILED) {
            return new Issue(
                    outcome(walked),
                    Issue.Level.ERROR,
                    walked.flaws().get(0).law(),
                    walked.flaws().stream().map(Flaw::toString).collect(joining("\n")),
                    place,
                    null);
        }
        boolean required = result.proofRequired() && walked.outcome() == Outcome.UNPROVED;
        return walked.outcome() == Outcome.PROVED
                ? null
                : new Issue(
                        outcome(walked),
                        required ? Issue.Level.ERROR : Issue.Level.NOTE,
                        walked.remark(),
                        "",
                        place,
                        null);
    }

    /** The migration's file as reports name it. */
    private String file(WalkedMigration walked) {
        return Words.relative(
                result.project(),
                result.folder().find(walked.revision()).orElseThrow().path());
    }
}
