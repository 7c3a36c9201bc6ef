package dev.autogen.cli;

import dev.autogen.commands.Autogen;
import dev.autogen.commands.ExitCode;
import dev.autogen.commands.FleetCommands;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.run.ScriptOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How {@code upgrade} and {@code downgrade} go about it: for real, as a script, or as a trial. */
final class RunForm {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private ScriptOutput script;

    @Option(
            names = "--idempotent",
            description = "With --sql: guard each migration, so that a database gets what it lacks; starts at base.")
    private boolean idempotent;

    @Option(names = "--dry-run", description = "Run everything in a transaction that is rolled back; show it.")
    private boolean dryRun;

    @Option(
            names = "--without-java",
            description = "With --sql or --dry-run: leave out Java code of migrations; else a script stops there.")
    private boolean withoutJava;

    @Mixin
    private PreflightOptions preflight;

    @Option(names = "--single-transaction", description = "All migrations in one transaction, or none of them.")
    private boolean singleTransaction;

    int run(AutogenCommand root, String reference, Direction direction) throws SQLException, IOException {
        check();
        Autogen autogen = preflight.in(root).autogen();
        Optional<FleetCommands> several = autogen.fleet();
        boolean up = direction == Direction.UPGRADE;
        if (several.isPresent()) {
            requireOne();
            FleetCommands fleet = several.get();
            return new FleetLines(up ? fleet.upgrade(reference) : fleet.downgrade(reference), root.console())
                    .print(root.verbose());
        }
        if (preflight.wanted()) {
            return preflight.print(root.console(), autogen.preflight(reference, direction));
        }
        String nothing = up ? "Nothing to upgrade" : "Nothing to downgrade";
        if (script.wanted()) {
            ScriptOptions options = new ScriptOptions(idempotent, withoutJava, singleTransaction);
            script.write(root.console(), autogen.script(reference, direction, options));
        } else if (dryRun) {
            DryRunLines lines = new DryRunLines(root.console());
            lines.end(autogen.dryRun(reference, direction, withoutJava, lines), nothing);
        } else {
            Outcome.print(root.console(), autogen.run(reference, direction, singleTransaction), nothing);
        }
        return ExitCode.OK;
    }

    private void check() {
        script.check(spec);
        script.require(spec, idempotent, "--idempotent");
        preflight.check(spec);
        if (preflight.wanted() && (script.wanted() || dryRun || singleTransaction)) {
            throw new ParameterException(spec.commandLine(), "--preflight runs nothing; leave away " + other());
        }
        if (withoutJava && !dryRun && !script.wanted()) {
            throw new ParameterException(
                    spec.commandLine(), "--without-java is for scripts and dry runs: add --sql or --dry-run");
        }
        if (dryRun && (script.wanted() || singleTransaction)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--dry-run is one transaction that is rolled back; leave away "
                            + (script.wanted() ? "--sql" : "--single-transaction"));
        }
    }

    /** What is asked for works on one database and schema. */
    private void requireOne() {
        if (script.wanted() || dryRun || singleTransaction || preflight.wanted()) {
            throw new ParameterException(
                    spec.commandLine(),
                    other()
                            + " is for one database and schema, and several are given; run it for each with --url or"
                            + " --schema");
        }
    }

    /** The option that asks for something else than a run. */
    private String other() {
        return script.wanted()
                ? "--sql"
                : dryRun ? "--dry-run" : singleTransaction ? "--single-transaction" : "--preflight";
    }
}
