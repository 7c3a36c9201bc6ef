package dev.autogen.commands.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** Changes whenever a jar or a class of a class path does, as far as times and sizes tell. */
final class ClassPathFingerprint {
    private ClassPathFingerprint() {}

    static String of(List<Path> classPath) {
        StringJoiner state = new StringJoiner("\n");
        for (Path entry : classPath) {
            try (Stream<Path> files = Files.exists(entry) ? Files.walk(entry) : Stream.empty()) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    state.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return state.toString();
    }
}
