package dev.autogen.cli;

import dev.autogen.commands.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionLine implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"autogen " + Version.current()};
    }
}
