package dev.autogen.commands;

import java.util.Optional;

/** Which autogen this is. */
public final class Version {
    private Version() {}

    /** The version in the jar's manifest; {@code development} when run from class directories. */
    public static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
