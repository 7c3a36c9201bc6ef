package dev.autogen.commands.proof;

import dev.autogen.migration.IrreversibleMigrationException;
import dev.autogen.migration.run.MigrationFailedException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a migration does not run on a scratch database although nothing may be wrong with it. */
final class Hindrance {
    private static final String RIGHTS = "42501";
    private static final String UNDEFINED = "42704";
    /** An extension whose files are not there, by releases of PostgreSQL. */
    private static final Set<String> NO_EXTENSION = Set.of("0A000", "58P01");

    private Hindrance() {}

    /** The reason in a phrase; empty where the migration itself is at fault. */
    static Optional<String> of(MigrationFailedException failure) {
        if (failure.isInJavaCode()) {
            return Optional.of("its Java code fails where there is no data (" + word(failure.getCause()) + ")");
        }
        if (!(failure.getCause() instanceof SQLException sql)) {
            return Optional.empty();
        }
        String state = String.valueOf(sql.getSQLState());
        String message = word(sql);
        if (NO_EXTENSION.contains(state) && message.contains("extension")) {
            return Optional.of("it needs an extension that the scratch server does not have (" + message
                    + "); name a server that has it with --scratch-url");
        }
        if (UNDEFINED.equals(state) && message.contains("role ")) {
            return Optional.of("it needs a role that the scratch server does not have (" + message
                    + "); name a server that has it with --scratch-url");
        }
        return RIGHTS.equals(state)
                ? Optional.of("the role of the scratch server may not do it (" + message + ")")
                : Optional.empty();
    }

    /** Whether it says of itself that it cannot be undone. */
    static boolean isIrreversible(MigrationFailedException failure) {
        return failure.getCause() instanceof IrreversibleMigrationException;
    }

    /** What failed, and the server's words on it; that the scratch database was rolled back is nobody's concern. */
    static List<String> words(MigrationFailedException failure) {
        List<String> lines = failure.getMessage().lines().toList();
        return lines.size() < 2 ? lines : lines.subList(0, lines.size() - 1);
    }

    private static String word(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
