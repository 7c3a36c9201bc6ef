package dev.autogen.commands.lint;

import static java.util.Objects.requireNonNull;

import dev.autogen.differ.hazard.HazardKind;
import dev.autogen.differ.hazard.Hazards;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of finding: a hazard, or one of a few that are not about an operation.
 *
 * @param id its stable id, which {@link dev.autogen.migration.Accept} names
 * @param summary what it is about, in a sentence without a full stop
 * @param page the page that explains it, relative to the root of autogen's sources
 */
public record LintRule(String id, String summary, String page) {
    private static final String LINT_PAGE = "docs/commands.md";

    /** What is done is known to PostgreSQL or Java alone. */
    static final LintRule UNJUDGED =
            new LintRule("unjudged", "Raw SQL or Java code, of which autogen does not know what it does", LINT_PAGE);

    /** A backfill whose expression is still a question. */
    static final LintRule OPEN_BACKFILL = new LintRule(
            "open-backfill",
            "A backfill whose expression nobody has written refuses to run where there are rows",
            LINT_PAGE);

    /** An acceptance of what does not occur. */
    static final LintRule UNUSED_ACCEPT =
            new LintRule("unused-accept", "@Accept names a hazard that the migration does not have", LINT_PAGE);

    /** A migration that cannot say what it does. */
    static final LintRule BROKEN =
            new LintRule("broken-migration", "A migration fails while autogen asks what it does", LINT_PAGE);

    public LintRule {
        requireNonNull(id, "id is null");
        requireNonNull(summary, "summary is null");
        requireNonNull(page, "page is null");
    }

    static LintRule of(HazardKind kind) {
        return new LintRule(kind.id(), kind.summary(), kind.page());
    }

    /** Every rule, hazards first. */
    public static List<LintRule> all() {
        return Stream.concat(
                        Hazards.kinds().stream().map(LintRule::of),
                        Stream.of(OPEN_BACKFILL, UNJUDGED, UNUSED_ACCEPT, BROKEN))
                .toList();
    }

    /** The ids that may be accepted: what is wrong with the migration itself is mended instead. */
    static List<String> acceptable() {
        return all().stream()
                .map(LintRule::id)
                .filter(id -> !List.of(UNUSED_ACCEPT.id, BROKEN.id).contains(id))
                .toList();
    }
}
