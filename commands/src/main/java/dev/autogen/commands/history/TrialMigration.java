package dev.autogen.commands.history;

import dev.autogen.codegen.MigrationDraft;
import dev.autogen.codegen.MigrationWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A migration in a file outside of the project, to be tried before it is written there; gone when this is closed. */
public final class TrialMigration implements AutoCloseable {
    private final Path file;

    private TrialMigration(Path file) {
        this.file = file;
    }

    /** Writes the file. */
    public static TrialMigration of(MigrationDraft draft) {
        try {
            Path file = Files.createTempDirectory("autogen-trial").resolve(draft.className() + ".java");
            return new TrialMigration(
                    Files.writeString(file, new MigrationWriter().write(draft).source()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The project's migrations with this one in the place of others. */
    public MigrationFolder inPlaceOf(Set<String> replaced, MigrationFolder folder) {
        List<MigrationFile> files = new ArrayList<>(folder.files());
        List<Path> sources = new ArrayList<>(folder.sources());
        folder.files().stream()
                .filter(gone -> replaced.contains(gone.info().id()))
                .forEach(gone -> {
                    files.remove(gone);
                    sources.remove(gone.path());
                });
        files.add(MigrationHeader.read(file).orElseThrow());
        sources.add(file);
        return new MigrationFolder(files, sources, folder.resources());
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
