package dev.autogen.commands.history;

import dev.autogen.codegen.MigrationDraft;
import dev.autogen.codegen.MigrationFile;
import dev.autogen.codegen.MigrationStyle;
import dev.autogen.codegen.MigrationWriter;
import dev.autogen.commands.config.MigrationSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;

/** Writes migrations into the project; never over a file that is there. */
public final class MigrationStore {
    private final MigrationSettings settings;
    private final MigrationStyle style;

    /**
     * @param settings where migrations are written
     * @param style what they are called and look like
     */
    public MigrationStore(MigrationSettings settings, MigrationStyle style) {
        this.settings = settings;
        this.style = style;
    }

    /**
     * A file that was written.
     *
     * @param path where
     * @param draft what it says, under the name it was given
     * @param source what is in it
     */
    public record Stored(Path path, MigrationDraft draft, String source) {}

    /**
     * Writes the file, whole or not at all. Where one of that name is there already, written in the same second with the
     * same words, the new one takes the next second for its name.
     */
    public Stored write(MigrationDraft draft) {
        MigrationDraft current = style.named(draft, settings.packageName());
        while (true) {
            MigrationFile file = new MigrationWriter(style).write(current);
            Path directory = settings.sourceRoot().resolve(current.packageName().replace('.', '/'));
            Path path = directory.resolve(file.fileName());
            make(directory);
            try {
                writeWhole(path, file.source());
                return new Stored(path, current, file.source());
            } catch (FileAlreadyExistsException e) {
                Instant next = current.revision().created().plusSeconds(1);
                current = style.named(current.withCreated(next), settings.packageName());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes a file again that {@link #write} wrote, with more paragraphs in its Javadoc. */
    public Stored annotate(Stored stored, List<String> notes) {
        MigrationDraft draft = stored.draft().withNotes(notes);
        String source = new MigrationWriter(style).write(draft).source();
        try {
            moveInto(stored.path(), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Stored(stored.path(), draft, source);
    }

    /**
     * Replaces what is in a file, and gives it another name, where there must be none yet. Interrupted at any moment, the
     * file is there under one of the names, whole.
     *
     * @param name the new name; the old one to keep it
     * @return where the file is now
     */
    public Path rewrite(Path file, String source, String name) {
        Path target = file.resolveSibling(name);
        try {
            if (!target.equals(file) && Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            moveInto(file, source);
            return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Apart from the writing, where a file of the name means to take another: here it means that nothing can be written. */
    private static void make(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An interrupted run must not leave half a class behind in somebody's source tree, and two runs must not write one
     * file: the name is taken with an empty file, which the finished one replaces.
     */
    private static void writeWhole(Path path, String source) throws IOException {
        Files.createFile(path);
        try {
            moveInto(path, source);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static void moveInto(Path path, String source) throws IOException {
        Path part = path.resolveSibling("." + path.getFileName() + ".part");
        try {
            Files.writeString(part, source);
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
