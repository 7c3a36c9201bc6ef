package dev.autogen.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The directory of one server: the data, the password of its only role, the log of its last start and a lock file.
 *
 * @param root the directory, absolute
 */
record ServerDirectory(Path root) {

    /** PostgreSQL's data directory, relative to {@link #root}. */
    static final String DATA = "data";

    /** The server's log, relative to {@link #root}. */
    static final String LOG = "server.log";

    private static final String PASSWORD = "password";
    private static final String UNFINISHED = "data.new";

    /** Makes the directory where it is missing; only its owner may look into it. */
    static ServerDirectory at(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root.getParent());
            // Does nothing where another starter has just made it.
            Files.createDirectories(root, ownerOnly(root.getParent(), "rwx------"));
            Path ignore = root.resolve(".gitignore");
            if (!Files.exists(ignore)) {
                Files.writeString(ignore, "*\n");
            }
            return new ServerDirectory(root);
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    /** The message for a directory that autogen cannot work in. */
    static EmbeddedServerException unusable(Path root, IOException e) {
        return new EmbeddedServerException(
                "The embedded database keeps its data in %s, but autogen cannot use that directory: %s. Make it readable and"
                                .formatted(root, IoReason.of(e))
                        + " writable, " + EmbeddedServerException.USE_ANOTHER_DATABASE + ".",
                e);
    }

    Path data() {
        return root.resolve(DATA);
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path log() {
        return root.resolve(LOG);
    }

    Path passwordFile() {
        return root.resolve(PASSWORD);
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    /**
     * Makes the data directory where there is none, and refuses one that these programs cannot serve.
     *
     * @throws EmbeddedServerException when the data belong to another version, are incomplete, or cannot be made
     */
    void initialise(Programs programs, ServerSettings settings) throws IOException {
        if (!Files.exists(data())) {
            create(programs, settings);
            return;
        }
        Path version = data().resolve("PG_VERSION");
        int bundled = programs.binaries().majorVersion();
        if (!Files.isRegularFile(version) || !Files.isRegularFile(passwordFile())) {
            throw startAnew("does not hold a complete database");
        }
        String found = Files.readString(version).strip();
        if (!found.equals(Integer.toString(bundled))) {
            throw startAnew("holds data of PostgreSQL " + found + ", but this autogen brings PostgreSQL " + bundled);
        }
    }

    /** The message for data that cannot be used, with {@code what} completing "the directory ... ". */
    EmbeddedServerException startAnew(String what) {
        return new EmbeddedServerException("The directory " + root + " of the embedded database " + what
                + ". Delete that directory, autogen will make it anew, " + EmbeddedServerException.USE_ANOTHER_DATABASE
                + ".");
    }

    private void create(Programs programs, ServerSettings settings) throws IOException {
        Path unfinished = root.resolve(UNFINISHED);
        FileTree.delete(unfinished);
        Files.createDirectory(unfinished, ownerOnly(root, "rwx------"));
        programs.account().own(unfinished);
        writePassword();

        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + UNFINISHED,
                "--username=" + EmbeddedServer.USER,
                "--pwfile=" + PASSWORD,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-instructions"));
        if (programs.binaries().majorVersion() >= 17) {
            // Knows all of Unicode, yet gives the same order on every machine.
            arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        if (programs.binaries().majorVersion() >= 16) {
            // Iterations make guessing slow; nobody guesses 128 random bits, and they would slow each connection down.
            arguments.addAll(List.of("--set", "scram_iterations=1"));
        }
        arguments.addAll(settings.initdbOptions());
        Programs.Outcome outcome = programs.run(root, "initdb", arguments);
        if (!outcome.succeeded()) {
            FileTree.delete(unfinished);
            throw new EmbeddedServerException(
                    "PostgreSQL cannot make its data directory in %s: %s. Make room or rights there, %s."
                            .formatted(
                                    root,
                                    ServerLog.lastError(outcome.output()),
                                    EmbeddedServerException.USE_ANOTHER_DATABASE));
        }
        // Half a database must never look like a whole one.
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        Path file = passwordFile();
        Files.deleteIfExists(file);
        Files.createFile(file, ownerOnly(root, "rw-------"));
        Files.writeString(file, HexFormat.of().formatHex(random) + "\n", StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static FileAttribute<?>[] ownerOnly(Path where, String permissions) throws IOException {
        return Files.getFileStore(where).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
