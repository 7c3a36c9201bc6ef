package dev.autogen.cli;

import dev.autogen.commands.Autogen;
import dev.autogen.commands.Failure;
import dev.autogen.commands.Questions;
import dev.autogen.commands.RevisionRequest;
import dev.autogen.commands.Workspace;
import dev.autogen.commands.config.GivenOptions;
import dev.autogen.commands.config.Option;
import dev.autogen.commands.config.Settings;
import dev.autogen.commands.config.Surroundings;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code autogen} itself: {@code -m} writes a migration, everything else is a subcommand. */
@Command(
        name = "autogen",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = VersionLine.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        abbreviateSynopsis = true,
        description = "Writes and runs Java migrations: the difference between JPA entities and a PostgreSQL database.",
        subcommands = {
            RevisionCommand.class,
            DiffCommand.class,
            CheckCommand.class,
            LintCommand.class,
            VerifyCommand.class,
            UpgradeCommand.class,
            DowngradeCommand.class,
            CurrentCommand.class,
            HistoryCommand.class,
            HeadsCommand.class,
            BranchesCommand.class,
            ShowCommand.class,
            EditCommand.class,
            MergeCommand.class,
            RebaseCommand.class,
            SquashCommand.class,
            StampCommand.class,
            InitCommand.class
        },
        footer = {
            "",
            "Each option is also a key of autogen.properties and a variable AUTOGEN_...",
            "Exit codes: 0 done, 1 drift or findings, 2 usage or configuration, 3 database, 4 migration failed,"
                    + " 5 revisions, 70 defect."
        })
final class AutogenCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Console console;
    private final Optional<Questions> keyboard;

    /** Null until a command has asked for its settings. */
    private Workspace workspace;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @CommandLine.Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "Write the difference between entities and database as a migration of this name.")
    private String message;

    @CommandLine.Option(
            names = "--to",
            paramLabel = "URL",
            description =
                    "With -m: a database, or file:schema.sql, to write the difference to instead of the entities.")
    private String to;

    @CommandLine.Option(
            names = "--head",
            paramLabel = "REV",
            description = "With -m: the revision it stands on; default: the only head.")
    private String head;

    /** What the options of one command say. */
    private GivenOptions own = GivenOptions.none();

    AutogenCommand(Surroundings surroundings, Console console, Optional<Questions> keyboard) {
        this.surroundings = surroundings;
        this.console = console;
        this.keyboard = keyboard;
    }

    @Override
    public Integer call() throws Exception {
        if (message == null) {
            throw new ParameterException(
                    spec.commandLine(), "Say what to do: -m MESSAGE writes a migration, or name a command");
        }
        return RevisionCommand.generate(
                with(Option.TO, to), RevisionRequest.of(message).on(head));
    }

    /** The same with what one more option of the command says; null where it is not given. */
    AutogenCommand with(Option option, String value) {
        if (value != null) {
            own = own.with(option, value);
        }
        return this;
    }

    /** The commands, with the settings of this command line. */
    Autogen autogen() {
        if (message == null && (to != null || head != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    to == null
                            ? "--head stands with -m, or behind the command that it is for: autogen revision --head REV"
                            : "--to stands with -m, or behind the command that it is for: autogen diff --to URL");
        }
        Settings settings = Settings.resolve(common.given().and(own), surroundings);
        workspace = new Workspace(settings, surroundings, console, keyboard.filter(any -> settings.mayAsk()));
        return new Autogen(workspace);
    }

    /** What an exception of a command means. */
    Failure failure(Throwable thrown) {
        return workspace == null ? Failure.of(thrown) : Failure.of(thrown, workspace);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Console console() {
        return console;
    }

    boolean verbose() {
        return common.verbose();
    }
}
