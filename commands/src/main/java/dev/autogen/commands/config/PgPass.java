package dev.autogen.commands.config;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * PostgreSQL's password file: lines {@code host:port:database:user:password}, {@code *} matches anything, the first
 * line that matches counts, a backslash escapes a colon or a backslash. A file that others may read is not used, as
 * with psql.
 */
record PgPass(Path path) {

    /** The file that {@code PGPASSFILE} names, else the one in the user's home; empty when there is none. */
    static Optional<PgPass> find(Surroundings surroundings) {
        Optional<Path> path = surroundings
                .variable("PGPASSFILE")
                .map(Path::of)
                .or(() -> surroundings.isWindows()
                        ? surroundings.variable("APPDATA").map(data -> Path.of(data, "postgresql", "pgpass.conf"))
                        : surroundings.home().map(home -> home.resolve(".pgpass")));
        return path.filter(Files::exists).map(PgPass::new);
    }

    /** Why the file may not be used; empty when it may. */
    Optional<String> objection() {
        if (!Files.isRegularFile(path)) {
            return Optional.of("The password file " + path + " is ignored: it is not a plain file.");
        }
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return Optional.empty();
        }
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            boolean open = permissions.stream()
                    .anyMatch(permission -> !permission.name().startsWith("OWNER_"));
            return open
                    ? Optional.of("The password file " + path
                            + " is ignored: group or others have access to it. Run chmod 600 " + path + ".")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("The password file " + path + " is ignored: " + e.getMessage() + ".");
        }
    }

    /** The password for the first of the hosts that a line matches. */
    Optional<String> password(List<Host> hosts, String database, String user) {
        List<List<String>> lines = new TextFile(path, path.toString())
                .read()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(PgPass::fields)
                .filter(fields -> fields.size() >= 5)
                .toList();
        for (Host host : hosts) {
            for (List<String> fields : lines) {
                if (matches(fields.get(0), host.name())
                        && matches(fields.get(1), String.valueOf(host.port()))
                        && matches(fields.get(2), database)
                        && matches(fields.get(3), user)) {
                    return Optional.of(fields.get(4));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean matches(String field, String value) {
        return field.equals("*") || field.equals(value);
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                i++;
                field.append(line.charAt(i));
            } else if (c == ':') {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
