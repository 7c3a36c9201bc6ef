package dev.autogen.cli;

import dev.autogen.commands.ExitCode;
import dev.autogen.commands.preflight.PreflightResult;
import dev.autogen.commands.report.PreflightReport;

/** Prints what a look at the data found. */
final class PreflightLines {
    private final PreflightResult result;

    PreflightLines(PreflightResult result) {
        this.result = result;
    }

    /** Prints it as an answer; answers the exit code. */
    int print(Console console) {
        result.findings().forEach(finding -> console.print(finding.toString()));
        result.unproved().forEach(unproved -> console.print(unproved.toString()));
        result.notLookedAt().forEach(gap -> console.print(gap.toString()));
        console.print(summary());
        return exitCode();
    }

    private String summary() {
        return new PreflightReport(result).summary();
    }

    int exitCode() {
        return result.isBlocked() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /** Says beside another answer what somebody should know of; nothing where all was looked at and in order. */
    void warn(Console console) {
        if (!result.findings().isEmpty()) {
            console.say("warning: " + summary());
            result.findings().forEach(finding -> console.say("  " + finding));
        } else if (!result.unproved().isEmpty() || !result.notLookedAt().isEmpty()) {
            console.say(summary());
        }
    }
}
