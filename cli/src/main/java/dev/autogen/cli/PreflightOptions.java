package dev.autogen.cli;

import dev.autogen.commands.config.Option;
import dev.autogen.commands.preflight.PreflightResult;
import dev.autogen.commands.report.PreflightReport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The options that ask for a look at the data instead of a run. */
final class PreflightOptions {
    @CommandLine.Option(
            names = "--preflight",
            description = "Run nothing; tell whether the rows that are there would make it fail.")
    private boolean preflight;

    @CommandLine.Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "With --preflight: text or json; default: text.")
    private PreflightFormat format;

    @CommandLine.Option(
            names = "--probe-timeout",
            paramLabel = "TIME",
            description = "With --preflight: how long one question to the data may take; default: 10s.")
    private String probeTimeout;

    @CommandLine.Option(
            names = "--sample-over",
            paramLabel = "ROWS",
            description = "With --preflight: sample tables with more rows than this; default: 1000000.")
    private String sampleOver;

    boolean wanted() {
        return preflight;
    }

    /** Refuses what only means something with {@code --preflight}. */
    void check(CommandSpec spec) {
        String without = format != null
                ? "--format"
                : probeTimeout != null ? "--probe-timeout" : sampleOver != null ? "--sample-over" : null;
        if (without != null && !preflight) {
            throw new ParameterException(spec.commandLine(), without + " is for looking at the data: add --preflight");
        }
    }

    /** The command with what these options say. */
    AutogenCommand in(AutogenCommand root) {
        return root.with(Option.PROBE_TIMEOUT, probeTimeout).with(Option.SAMPLE_OVER, sampleOver);
    }

    /** Prints what was found; answers the exit code. */
    int print(Console console, PreflightResult result) {
        PreflightLines lines = new PreflightLines(result);
        if (format != PreflightFormat.JSON) {
            return lines.print(console);
        }
        console.printExactly(new PreflightReport(result).json() + System.lineSeparator());
        return lines.exitCode();
    }
}
