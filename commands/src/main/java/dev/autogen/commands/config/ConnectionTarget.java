package dev.autogen.commands.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The database that a command works on, and what chose it. */
public sealed interface ConnectionTarget permits ConnectionTarget.Embedded, SqlFileTarget, ServerTarget {

    /** What chose this database, such as {@code DATABASE_URL} or {@code application.yml:12}. */
    Origin chosenBy();

    /** The database in one word for messages, such as {@code postgresql://app@db.example.com:5432/shop}; no password. */
    String describe();

    /** What the user should know about how the target was found, each one sentence; mostly empty. */
    List<String> notices();

    /** The schemas that the URL itself names, the default one first; empty when it names none. */
    Optional<List<String>> currentSchema();

    /**
     * The PostgreSQL that autogen runs itself and that is autogen's own.
     *
     * @param directory the project's {@code .autogen}, under which the data is kept
     */
    record Embedded(Path directory, Origin chosenBy) implements ConnectionTarget {

        @Override
        public String describe() {
            return "embedded PostgreSQL under " + directory;
        }

        @Override
        public List<String> notices() {
            return List.of();
        }

        @Override
        public Optional<List<String>> currentSchema() {
            return Optional.empty();
        }
    }
}
