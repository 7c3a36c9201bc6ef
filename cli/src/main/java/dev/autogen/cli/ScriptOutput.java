package dev.autogen.cli;

import dev.autogen.commands.FleetCommands;
import dev.autogen.migration.run.MigrationScript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that ask for a script instead of a run, and where it goes. */
final class ScriptOutput {
    @Option(
            names = "--sql",
            description = "Print a script for psql instead of running anything; REV may be a range A:B.")
    private boolean sql;

    @Option(names = "--output", paramLabel = "FILE", description = "With --sql: write the script to a file instead.")
    private Path output;

    boolean wanted() {
        return sql;
    }

    /** Refuses what only means something with {@code --sql}. */
    void check(CommandSpec spec) {
        require(spec, output != null, "--output");
    }

    void require(CommandSpec spec, boolean given, String option) {
        if (given && !sql) {
            throw new ParameterException(spec.commandLine(), option + " is for scripts: add --sql");
        }
    }

    /** Refuses a script for several databases or schemas, each of which would need its own. */
    void refuse(CommandSpec spec, Optional<FleetCommands> several) {
        if (several.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--sql is for one database and schema, and several are given; run it for each with --url or"
                            + " --schema");
        }
    }

    void write(Console console, MigrationScript script) throws IOException {
        script.notices().forEach(notice -> console.say("warning: " + notice));
        if (output == null) {
            console.printExactly(script.text());
            return;
        }
        console.write(output, script.text());
    }
}
