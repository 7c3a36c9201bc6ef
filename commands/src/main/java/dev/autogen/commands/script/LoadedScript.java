package dev.autogen.commands.script;

import java.util.List;
import java.util.Optional;

/**
 * What is to be known of a script that was loaded.
 *
 * @param server what loaded it, such as {@code the embedded PostgreSQL 17.11}; empty where nothing was loaded
 * @param missingExtensions extensions that it asks for and the server does not have, sorted
 * @param notices what was left out that may matter, a sentence each
 */
public record LoadedScript(Optional<String> server, List<String> missingExtensions, List<String> notices) {
    public LoadedScript {
        missingExtensions = List.copyOf(missingExtensions);
        notices = List.copyOf(notices);
    }

    /** Which server makes of the file what is compared, as a line of progress; empty where nothing was loaded. */
    public Optional<String> loaded(String name) {
        return server.map(by -> name + " is read by " + by);
    }
}
