package dev.autogen.cli;

import dev.autogen.migration.revision.Direction;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code downgrade}. */
@Command(name = "downgrade", description = "Take migrations back down to a revision.")
final class DowngradeCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Parameters(paramLabel = "REV", description = "-N, base, or the identifier of the revision that stays applied.")
    private String revision;

    @Mixin
    private FleetOptions fleet;

    @Mixin
    private RunForm form;

    @Override
    public Integer call() throws Exception {
        return form.run(fleet.in(root), revision, Direction.DOWNGRADE);
    }
}
