package dev.autogen.commands.rename;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.autogen.differ.Notice;
import dev.autogen.differ.PossibleRename;
import dev.autogen.differ.PossibleRename.Candidate;
import dev.autogen.differ.RenameAdvice;
import dev.autogen.differ.RenameGroup;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.model.SourcePosition;
import dev.autogen.model.SourcePositions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the sources of the entities, and git, know of possible renames. */
public final class SourceReasons {
    private final SourcePositions positions;
    private final Path project;
    private final GitHistory git;

    /** @param project the project directory, for paths and for git */
    public SourceReasons(SourcePositions positions, Path project) {
        this.positions = positions;
        this.project = project;
        this.git = new GitHistory(project);
    }

    /** The difference with these reasons in its notices of possible renames. */
    public SchemaDiff explain(SchemaDiff diff, Supplier<RenameAdvice> advice) {
        boolean any = diff.notices().stream().anyMatch(notice -> notice.kind() == Notice.Kind.POSSIBLE_RENAME);
        if (!any) {
            return diff;
        }
        Map<Notice, Notice> explained = advice.get().possible().stream()
                .collect(toMap(PossibleRename::notice, identity(), (one, other) -> one))
                .entrySet()
                .stream()
                .collect(toMap(
                        Map.Entry::getKey, entry -> explain(entry.getValue()).notice()));
        return diff.withNotices(diff.notices().stream()
                .map(notice -> explained.getOrDefault(notice, notice))
                .toList());
    }

    PossibleRename explain(PossibleRename possible) {
        return switch (possible.kind()) {
            case TABLE, COLUMN ->
                position(possible)
                        .map(where -> possible.explained(candidate -> reasons(possible, candidate, where)))
                        .orElse(possible);
            case SEQUENCE, VALUE -> possible;
        };
    }

    /** Where the entity declares it, as seen from the project. */
    Optional<String> place(PossibleRename possible) {
        return position(possible).map(this::shown);
    }

    /** Where the entity declares the first of them. */
    String of(RenameGroup group) {
        return group.ofTable()
                .flatMap(positions::ofTable)
                .map(where -> " (" + shown(where) + ")")
                .orElse("");
    }

    private String shown(SourcePosition where) {
        Path file = where.file().toAbsolutePath().normalize();
        Path root = project.toAbsolutePath().normalize();
        return new SourcePosition(file.startsWith(root) ? root.relativize(file) : file, where.line()).toString();
    }

    private Optional<SourcePosition> position(PossibleRename possible) {
        return switch (possible.kind()) {
            case TABLE -> positions.ofTable(possible.object().owner());
            case COLUMN -> positions.ofColumn(possible.object().owner(), possible.name());
            case SEQUENCE, VALUE -> Optional.empty();
        };
    }

    private List<String> reasons(PossibleRename possible, Candidate candidate, SourcePosition where) {
        Optional<FileChange> change = git.lastChange(where.file());
        if (change.isEmpty()) {
            return List.of();
        }
        FileChange last = change.get();
        List<String> reasons = new ArrayList<>();
        Optional<String> oldClass = possible.kind() == PossibleRename.Kind.TABLE
                ? last.oldClass().filter(name -> isCalledAfter(candidate.name(), name))
                : Optional.empty();
        oldClass.map(name -> name + " renamed in " + last.where()).ifPresent(reasons::add);
        if (oldClass.isEmpty()) {
            last.oldName(where.line(), lastPart(candidate.name()), lastPart(possible.name()))
                    .map(name -> "renamed from " + name + " in " + last.where())
                    .ifPresent(reasons::add);
        }
        if (!reasons.isEmpty() && last.keptJavadoc(where.file(), where.line())) {
            reasons.add("same Javadoc");
        }
        return reasons;
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Tables are often called as their class is, or as many of it. */
    private static boolean isCalledAfter(String table, String className) {
        String letters = FileChange.letters(lastPart(table));
        String name = FileChange.letters(className);
        return letters.equals(name) || letters.equals(name + "s");
    }
}
