package dev.autogen.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * The data of a temporary server before its first start. To copy them takes a fraction of the time that initdb takes, so they are
 * made once per user and version.
 */
final class ServerTemplate {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private ServerTemplate() {}

    /** Fills the directory of a temporary server. */
    static void copyInto(ServerDirectory target, Programs programs) throws IOException {
        if (programs.account() == ServerAccount.NOBODY) {
            target.initialise(programs, ServerSettings.TEMPORARY); // copies would belong to root
            return;
        }
        ServerDirectory template = made(programs);
        Files.copy(template.passwordFile(), target.passwordFile(), StandardCopyOption.COPY_ATTRIBUTES);
        FileTree.copy(template.data(), target.data());
    }

    private static ServerDirectory made(Programs programs) throws IOException {
        Path home = programs.binaries().home();
        Path path = home.resolveSibling(home.getFileName() + "-template");
        if (!Files.isDirectory(path)) {
            Path lock = home.resolveSibling(path.getFileName() + ".lock");
            try (DirectoryLock held = DirectoryLock.acquire(lock, PATIENCE, message -> {})) {
                if (!Files.isDirectory(path)) {
                    Path aside = home.resolveSibling(path.getFileName() + ".making");
                    FileTree.delete(aside);
                    ServerDirectory.at(aside).initialise(programs, ServerSettings.TEMPORARY);
                    Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
        return new ServerDirectory(path);
    }
}
