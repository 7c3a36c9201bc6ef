package dev.autogen.commands.config;

/**
 * A key and its value as a file says them, placeholders unresolved.
 *
 * @param file what messages call the file, such as {@code src/main/resources/application.yml}
 * @param line the line of the key, from 1
 */
record LocatedProperty(String key, String value, String file, int line) {

    String location() {
        return file + ":" + line;
    }

    Origin origin(Origin.Kind kind) {
        return new Origin(kind, location());
    }

    /** Leaves the value out: it may be a password. */
    @Override
    public String toString() {
        return key + " (" + location() + ")";
    }
}
