package dev.autogen.cli;

import dev.autogen.commands.Autogen;
import dev.autogen.commands.ExitCode;
import dev.autogen.commands.FleetCommands;
import dev.autogen.commands.RunResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code stamp}. */
@Command(name = "stamp", description = "Set where the database is, without running anything.")
final class StampCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Parameters(
            arity = "1..*",
            paramLabel = "REV",
            description = "head, heads, base, or identifiers; branches that are not named stay where they are.")
    private List<String> revisions;

    @Option(names = "--purge", description = "Forget what the version table says first, unknown revisions too.")
    private boolean purge;

    @Mixin
    private FleetOptions fleet;

    @Mixin
    private ScriptOutput script;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        script.check(spec);
        Autogen autogen = fleet.in(root).autogen();
        Optional<FleetCommands> several = autogen.fleet();
        if (script.wanted()) {
            script.refuse(spec, several);
            script.write(root.console(), autogen.stampScript(revisions, purge));
            return ExitCode.OK;
        }
        if (several.isPresent()) {
            return new FleetLines(several.get().stamp(revisions, purge), root.console()).print(root.verbose());
        }
        RunResult result = autogen.stamp(revisions, purge);
        Outcome.print(root.console(), result, "Stamped");
        return ExitCode.OK;
    }
}
