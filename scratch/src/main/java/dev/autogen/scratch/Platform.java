package dev.autogen.scratch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The machine that PostgreSQL has to run on, in the words that the binaries' archives are named with.
 *
 * @param system {@code linux}, {@code darwin} or {@code windows}, or what the JVM calls another one
 * @param architecture {@code x86_64}, {@code arm_64}, or what the JVM calls another one
 * @param alpine whether programs are linked against musl instead of glibc
 */
record Platform(String system, String architecture, boolean alpine) {

    static Platform current() {
        return new Platform(
                system(System.getProperty("os.name")),
                architecture(System.getProperty("os.arch")),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    /** The archives that run here, best first. */
    List<String> archives() {
        String own = "postgres-" + system + "-" + architecture;
        if (alpine) {
            return List.of(own + "-alpine_linux.txz");
        }
        if (architecture.equals("arm_64") && !system.equals("linux")) {
            // macOS and Windows run programs of the other architecture, too.
            return List.of(own + ".txz", "postgres-" + system + "-x86_64.txz");
        }
        return List.of(own + ".txz");
    }

    boolean windows() {
        return system.equals("windows");
    }

    private static String system(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mac") || lower.startsWith("darwin")) {
            return "darwin";
        }
        return lower.startsWith("windows") ? "windows" : lower.replace(' ', '_');
    }

    private static String architecture(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }
}
