package dev.autogen.commands.rename;

import dev.autogen.commands.program.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Asks git how a file changed last: since the last commit or, where it has not, in the commit that changed it last.
 * Where there is no git, no repository or no answer in time, nothing is known; a reason less is all that costs.
 */
final class GitHistory {
    private static final Duration ALL_QUESTIONS = Duration.ofSeconds(5);
    private static final Duration ONE_QUESTION = Duration.ofSeconds(2);
    private static final long LONGEST_ANSWER = 4_000_000;

    private final Path directory;
    private final Instant deadline = Instant.now().plus(ALL_QUESTIONS);
    private final Map<Path, Optional<FileChange>> changes = new HashMap<>();
    /** Files that are gone since the last commit; null until somebody asks. */
    private List<String> gone;

    GitHistory(Path directory) {
        this.directory = directory;
    }

    /** The last change of the file; empty where none is known. */
    Optional<FileChange> lastChange(Path file) {
        return changes.computeIfAbsent(file.toAbsolutePath().normalize(), this::find);
    }

    private Optional<FileChange> find(Path file) {
        if (git("rev-parse", "--verify", "HEAD:./" + relative(file)).isEmpty()) {
            return predecessor(file);
        }
        Optional<String> uncommitted =
                diff("diff", "HEAD", "--", file.toString()).filter(text -> !text.isBlank());
        return uncommitted
                .map(text -> FileChange.parse("git", text))
                .or(() -> diff("log", "-1", "--follow", "-p", "--format=%h", "--", file.toString())
                        .filter(text -> !text.isBlank())
                        .map(text -> FileChange.parse(
                                "commit " + text.lines().findFirst().orElse(""), text)));
    }

    private String relative(Path file) {
        return directory
                .toAbsolutePath()
                .normalize()
                .relativize(file)
                .toString()
                .replace('\\', '/');
    }

    /** A file that is not committed yet may have taken the place of one that is gone. */
    private Optional<FileChange> predecessor(Path file) {
        if (gone == null) {
            gone = git("diff", "HEAD", "--name-only", "--no-renames", "--diff-filter=D", "--relative")
                    .map(text -> text.lines()
                            .filter(name -> name.endsWith(".java") || name.endsWith(".kt"))
                            .toList())
                    .orElse(List.of());
        }
        FileChange best = null;
        for (String name : gone) {
            Optional<FileChange> change = diff("diff", "HEAD:./" + name, relative(file))
                    .map(text -> FileChange.parse("git", text).renamedFrom(name));
            if (change.isPresent() && (best == null || change.get().size() < best.size())) {
                best = change.get();
            }
        }
        return Optional.ofNullable(best).filter(change -> change.keepsMostOf(file));
    }

    private Optional<String> diff(String command, String... arguments) {
        List<String> words = new ArrayList<>(List.of(command, "-U0", "--no-color", "--no-ext-diff", "--no-textconv"));
        words.addAll(List.of(arguments));
        return git(words.toArray(String[]::new));
    }

    private Optional<String> git(String... arguments) {
        Duration left = Duration.between(Instant.now(), deadline);
        if (left.isNegative()) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(
                List.of("git", "--no-optional-locks", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false"));
        command.addAll(List.of(arguments));
        try {
            Path answer = Files.createTempFile("autogen", ".diff");
            try {
                Duration atMost = left.compareTo(ONE_QUESTION) < 0 ? left : ONE_QUESTION;
                OptionalInt exit =
                        new Program(command, directory, System.getenv()).run(answer, Program.Kept.OUTPUT, atMost);
                return exit.equals(OptionalInt.of(0)) ? text(answer) : Optional.empty();
            } finally {
                Files.deleteIfExists(answer);
            }
        } catch (IOException e) {
            // There is no git, or nowhere to keep its answer.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> text(Path answer) throws IOException {
        return Files.size(answer) > LONGEST_ANSWER
                ? Optional.empty()
                : Optional.of(new String(Files.readAllBytes(answer), StandardCharsets.UTF_8));
    }
}
