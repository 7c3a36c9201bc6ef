package dev.autogen.commands.config;

/**
 * A server's address as a URL or a variable gives it.
 *
 * @param name the host, an IPv6 address without its brackets; null when none is given
 * @param port null when none is given
 */
record Host(String name, Integer port) {

    static final int DEFAULT_PORT = 5432;

    /** {@code name:port} with an IPv6 address in brackets; both must be known. */
    String authority() {
        return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
    }
}
