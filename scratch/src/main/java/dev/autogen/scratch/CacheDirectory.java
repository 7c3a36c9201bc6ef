package dev.autogen.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** Where autogen keeps what it can make again: PostgreSQL's programs, and the data of temporary servers. */
final class CacheDirectory {

    private CacheDirectory() {}

    /**
     * The directory, made when missing: system property {@code autogen.cache}, else {@code $XDG_CACHE_HOME/autogen}, else
     * {@code ~/.cache/autogen}, else one in the directory of temporary files.
     */
    static Path of(ServerAccount account) {
        String configured = System.getProperty("autogen.cache");
        if (configured != null) {
            return writable(Path.of(configured))
                    .orElseThrow(
                            () -> new EmbeddedServerException(
                                    "Cannot write to the directory " + configured
                                            + " that the system property autogen.cache names. Name one that this account may write to."));
        }
        return candidates(account).stream()
                .map(CacheDirectory::writable)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() ->
                        new EmbeddedServerException("There is no directory to unpack the embedded PostgreSQL into: "
                                + candidates(account)
                                + " cannot be written to. Name one with the environment variable XDG_CACHE_HOME, "
                                + EmbeddedServerException.USE_ANOTHER_DATABASE + "."));
    }

    private static List<Path> candidates(ServerAccount account) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "autogen-" + System.getProperty("user.name"));
        if (account == ServerAccount.NOBODY) {
            // Nobody may not run programs that lie in root's home.
            return List.of(temporary);
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path user = xdg != null && Path.of(xdg).isAbsolute()
                ? Path.of(xdg, "autogen")
                : Path.of(System.getProperty("user.home"), ".cache", "autogen");
        return user.isAbsolute() ? List.of(user, temporary) : List.of(temporary);
    }

    private static Optional<Path> writable(Path directory) {
        try {
            Files.createDirectories(directory);
            return Files.isWritable(directory) && ownedByUs(directory) ? Optional.of(directory) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Programs are run from here, so nobody else may be able to put some in. */
    private static boolean ownedByUs(Path directory) throws IOException {
        if (!Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            return true;
        }
        Path probe = Files.createTempFile(directory, "owner", null);
        try {
            if (!Files.getOwner(probe).equals(Files.getOwner(directory))) {
                return false;
            }
        } finally {
            Files.delete(probe);
        }
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        return true;
    }
}
