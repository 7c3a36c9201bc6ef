package dev.autogen.cli;

import dev.autogen.commands.config.Option;
import java.util.List;
import picocli.CommandLine;

/** The options of commands that work on several databases or schemas at once. */
final class FleetOptions {
    @CommandLine.Option(
            names = "--schemas-from",
            paramLabel = "QUERY",
            description = "Work on every schema that this query lists, such as one a tenant.")
    private String schemasFrom;

    @CommandLine.Option(
            names = "--each",
            paramLabel = "URL",
            description = "Work on each of these databases; repeat it, or separate them by spaces.")
    private List<String> each;

    @CommandLine.Option(names = "--parallel", paramLabel = "N", description = "How many at a time; default: 4.")
    private String parallel;

    @CommandLine.Option(names = "--fail-fast", description = "Begin none once one has failed; default: all are tried.")
    private boolean failFast;

    /** The command with what these options say. */
    AutogenCommand in(AutogenCommand root) {
        if (each != null) {
            each.forEach(url -> root.with(Option.EACH, url));
        }
        return root.with(Option.SCHEMAS_FROM, schemasFrom)
                .with(Option.PARALLEL, parallel)
                .with(Option.FAIL_FAST, failFast ? "true" : null);
    }
}
