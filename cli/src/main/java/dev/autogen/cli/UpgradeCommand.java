package dev.autogen.cli;

import dev.autogen.migration.revision.Direction;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code upgrade}. */
@Command(name = "upgrade", description = "Apply migrations up to a revision.")
final class UpgradeCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Parameters(
            arity = "0..1",
            defaultValue = "head",
            paramLabel = "REV",
            description = "head, heads, +N, an identifier or its beginning; default: head.")
    private String revision;

    @Mixin
    private FleetOptions fleet;

    @Mixin
    private RunForm form;

    @Override
    public Integer call() throws Exception {
        return form.run(fleet.in(root), revision, Direction.UPGRADE);
    }
}
