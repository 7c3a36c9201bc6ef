package dev.autogen.commands.lint;

import dev.autogen.commands.history.MigrationFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the line of a source for the frames of a stack: the innermost in the migration's own file, so that whoever calls a
 * helper sees his own line; else, where a class above it does the work, the innermost in any source of the migrations.
 */
final class SourceLines {
    private final MigrationFile file;
    private final List<Path> sources;

    SourceLines(MigrationFile file, List<Path> sources) {
        this.file = file;
        this.sources = sources;
    }

    SourceLine of(List<StackTraceElement> frames) {
        return frames.stream()
                .filter(frame -> outermost(frame).equals(file.className()))
                .findFirst()
                .map(frame -> at(file.path(), frame))
                .or(() -> frames.stream()
                        .flatMap(frame -> source(frame).map(path -> at(path, frame)).stream())
                        .findFirst())
                .orElse(new SourceLine(file.path(), null));
    }

    private Optional<Path> source(StackTraceElement frame) {
        Path expected = Path.of(outermost(frame).replace('.', '/') + ".java");
        return sources.stream().filter(source -> source.endsWith(expected)).findFirst();
    }

    private static SourceLine at(Path path, StackTraceElement frame) {
        return new SourceLine(path, frame.getLineNumber() > 0 ? frame.getLineNumber() : null);
    }

    private static String outermost(StackTraceElement frame) {
        String name = frame.getClassName();
        int nested = name.indexOf('$', name.lastIndexOf('.') + 2);
        return nested < 0 ? name : name.substring(0, nested);
    }
}
