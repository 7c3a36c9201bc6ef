package dev.autogen.commands.script;

import java.util.List;

/**
 * What is to be known of a script that was loaded.
 *
 * @param missingExtensions extensions that it asks for and the server does not have, sorted
 * @param notices what was left out that may matter, a sentence each
 */
public record LoadedScript(List<String> missingExtensions, List<String> notices) {
    public LoadedScript {
        missingExtensions = List.copyOf(missingExtensions);
        notices = List.copyOf(notices);
    }
}
