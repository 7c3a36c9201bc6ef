package dev.autogen.cli;

import dev.autogen.commands.ExitCode;
import dev.autogen.commands.GenerateResult;
import dev.autogen.commands.RevisionRequest;
import dev.autogen.commands.WrittenMigration;
import dev.autogen.commands.proof.Proof;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code revision}. */
@Command(
        name = "revision",
        description = "Write a migration: an empty one to fill in, or with --autogenerate the difference.")
final class RevisionCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-m", "--message"},
            required = true,
            paramLabel = "MESSAGE",
            description = "What it does, in a few words; becomes its name.")
    private String message;

    @Option(names = "--autogenerate", description = "Fill it with the difference between entities and database.")
    private boolean autogenerate;

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "With --autogenerate: a database, or file:schema.sql, instead of the entities.")
    private String to;

    @Option(
            names = "--head",
            paramLabel = "REV",
            description = "The revision it stands on, or base for none; default: the only head.")
    private String head;

    @Option(names = "--splice", description = "Let it stand on a revision that is not a head, which begins a branch.")
    private boolean splice;

    @Option(names = "--branch-label", paramLabel = "NAME", description = "A name for the branch that begins with it.")
    private List<String> labels = List.of();

    @Option(
            names = "--depends-on",
            paramLabel = "REV",
            description = "A revision or label of another branch that has to be applied first.")
    private List<String> dependsOn = List.of();

    @Option(names = "--rev-id", paramLabel = "ID", description = "Its identifier; default: a random one.")
    private String id;

    @Override
    public Integer call() throws Exception {
        RevisionRequest request = new RevisionRequest(message, head, splice, labels, dependsOn, id);
        if (autogenerate) {
            return generate(root.with(dev.autogen.commands.config.Option.TO, to), request);
        }
        if (to != null) {
            throw new ParameterException(
                    spec.commandLine(), "--to is what the difference leads to, so it needs --autogenerate");
        }
        WrittenMigration written = root.autogen().revision(request);
        print(root.console(), written);
        return ended(root.console(), written.postWriteFailure());
    }

    /** What {@code autogen -m} and {@code autogen revision --autogenerate -m} do. */
    static int generate(AutogenCommand root, RevisionRequest request) throws Exception {
        GenerateResult result = root.autogen().generate(request);
        ComparisonLines lines = new ComparisonLines(root.console(), result.comparison());
        lines.sayWarnings();
        if (result.written().isEmpty()) {
            root.console().print(result.comparison().sides().agree() + "; no migration is written.");
            lines.sayNotices();
            return ExitCode.OK;
        }
        result.written().forEach(written -> print(root.console(), written));
        lines.sayNotices();
        int told = tell(root.console(), result);
        int ended = result.written().stream()
                .mapToInt(written -> ended(root.console(), written.postWriteFailure()))
                .max()
                .orElse(ExitCode.OK);
        return Math.max(told, ended);
    }

    private static int tell(Console console, GenerateResult result) {
        if (result.proof().outcome() == Proof.Outcome.FAILED) {
            console.error(result.proof().message() + "\nThe file is kept; correct it, or the entities.");
        } else {
            ProofLine.print(console, result.proof());
        }
        result.preflight().ifPresent(found -> new PreflightLines(found).warn(console));
        if (result.isAcceptable()) {
            console.say(result.nextStep());
        }
        return result.isAcceptable() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    /** Tells what went wrong after a migration was written, and answers the exit code. */
    static int ended(Console console, Optional<String> postWriteFailure) {
        postWriteFailure.ifPresent(console::error);
        return postWriteFailure.isPresent() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /** Shows what was written, and what is to be done once for it to compile in the project. */
    static void print(Console console, WrittenMigration written) {
        console.print("Wrote " + written.file());
        console.print("");
        console.print(written.source().stripTrailing());
        written.missingDependency().ifPresent(snippet -> {
            console.say("");
            console.say(
                    "The project does not depend on autogen-runtime yet, so its own build cannot compile this class."
                            + " Add:");
            console.say(snippet);
        });
    }
}
