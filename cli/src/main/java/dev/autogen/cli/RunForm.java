package dev.autogen.cli;

import dev.autogen.commands.Autogen;
import dev.autogen.commands.ExitCode;
import dev.autogen.commands.FleetCommands;
import dev.autogen.commands.RunResult;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.run.ScriptOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How {@code upgrade} and {@code downgrade} go about it: for real, or as a script. */
final class RunForm {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private ScriptOutput script;

    @Option(
            names = "--idempotent",
            description = "With --sql: guard each migration, so that a database gets what it lacks; starts at base.")
    private boolean idempotent;

    @Option(
            names = "--without-java",
            description = "With --sql: leave out Java code of migrations; default: the script stops there.")
    private boolean withoutJava;

    @Option(names = "--single-transaction", description = "All migrations in one transaction, or none of them.")
    private boolean singleTransaction;

    int run(AutogenCommand root, String reference, Direction direction) throws SQLException, IOException {
        script.check(spec);
        script.require(spec, idempotent, "--idempotent");
        script.require(spec, withoutJava, "--without-java");
        script.require(spec, singleTransaction, "--single-transaction");
        Autogen autogen = root.autogen();
        Optional<FleetCommands> several = autogen.fleet();
        if (script.wanted()) {
            script.refuse(spec, several);
            ScriptOptions options = new ScriptOptions(idempotent, withoutJava, singleTransaction);
            script.write(root.console(), autogen.script(reference, direction, options));
            return ExitCode.OK;
        }
        boolean up = direction == Direction.UPGRADE;
        if (several.isPresent()) {
            FleetCommands fleet = several.get();
            return new FleetLines(up ? fleet.upgrade(reference) : fleet.downgrade(reference), root.console())
                    .print(root.verbose());
        }
        RunResult result = up ? autogen.upgrade(reference) : autogen.downgrade(reference);
        Outcome.print(root.console(), result, up ? "Nothing to upgrade" : "Nothing to downgrade");
        return ExitCode.OK;
    }
}
