package dev.autogen.scratch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the archive that Maven put on the class path.
 *
 * @param home directory that holds {@code bin}, {@code lib} and {@code share}
 * @param majorVersion PostgreSQL's major version, such as 17
 */
record ServerBinaries(Path home, int majorVersion) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Unpacks the programs for this machine, once per user and version; whoever else is at it is waited for. */
    static ServerBinaries unpacked(ServerAccount account) {
        return unpacked(Platform.current(), CacheDirectory.of(account));
    }

    static ServerBinaries unpacked(Platform platform, Path cache) {
        URL archive = archive(platform);
        try {
            URLConnection connection = archive.openConnection();
            Path home = cache.resolve("postgresql-" + fingerprint(connection));
            if (!Files.isDirectory(home)) {
                unpackOnce(archive, home);
            }
            return new ServerBinaries(home, majorVersion(home));
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "Cannot unpack the embedded PostgreSQL into " + cache + ": " + IoReason.of(e)
                            + ". Make room or rights there, name another directory with the environment variable"
                            + " XDG_CACHE_HOME, " + EmbeddedServerException.USE_ANOTHER_DATABASE + ".",
                    e);
        }
    }

    Path program(String name) {
        return home.resolve("bin").resolve(Platform.current().windows() ? name + ".exe" : name);
    }

    private static URL archive(Platform platform) {
        ClassLoader loader = ServerBinaries.class.getClassLoader();
        return platform.archives().stream()
                .map(loader::getResource)
                .flatMap(found -> Optional.ofNullable(found).stream())
                .findFirst()
                .orElseThrow(
                        () -> new EmbeddedServerException("This build of autogen brings no embedded PostgreSQL for "
                                + platform.system() + " on " + platform.architecture() + " (no "
                                + String.join(", no ", platform.archives())
                                + " on the class path). Build it on such a machine, "
                                + EmbeddedServerException.USE_ANOTHER_DATABASE
                                + ", and for proofs another server with --scratch-url."));
    }

    /** Tells archives apart without reading them: the jar's own directory holds size and checksum. */
    private static String fingerprint(URLConnection connection) throws IOException {
        if (connection instanceof JarURLConnection jar) {
            return "%d-%08x"
                    .formatted(jar.getJarEntry().getSize(), jar.getJarEntry().getCrc());
        }
        return "%d-%d".formatted(connection.getContentLengthLong(), connection.getLastModified());
    }

    private static void unpackOnce(URL archive, Path home) throws IOException {
        Path lock = home.resolveSibling(home.getFileName() + ".lock");
        try (DirectoryLock held = DirectoryLock.acquire(lock, PATIENCE, message -> {})) {
            if (Files.isDirectory(home)) {
                return;
            }
            // Half an archive must never look like a whole one: unpack aside, then rename.
            Path aside = home.resolveSibling(home.getFileName() + ".unpacking");
            FileTree.delete(aside);
            try (InputStream in = archive.openStream()) {
                unpack(in, aside);
            }
            Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive holds a file outside of it: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (!entry.getName().endsWith(".a")) { // static libraries are for compilers
                    Files.copy(tar, path);
                    makeExecutable(path, entry.getMode());
                }
            }
        }
    }

    private static void makeExecutable(Path file, int mode) throws IOException {
        boolean program = (mode & 0100) != 0 || file.getParent().endsWith("bin");
        if (!program || !Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        permissions.add(PosixFilePermission.GROUP_EXECUTE);
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(file, permissions);
    }

    /** The first line of the bootstrap catalog, which initdb itself goes by: {@code # PostgreSQL 17}. */
    private static int majorVersion(Path home) throws IOException {
        Path nested = home.resolve("share/postgresql/postgres.bki");
        Path catalog = Files.exists(nested) ? nested : home.resolve("share/postgres.bki");
        try (BufferedReader reader = Files.newBufferedReader(catalog)) {
            return Integer.parseInt(
                    reader.readLine().replaceFirst(".*PostgreSQL\\s+", "").strip());
        } catch (NumberFormatException e) {
            throw new IOException(catalog + " does not name its version", e);
        }
    }
}
