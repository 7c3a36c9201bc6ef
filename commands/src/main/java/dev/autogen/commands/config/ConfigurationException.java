package dev.autogen.commands.config;

/**
 * Says that autogen is used or configured wrongly (exit code 2).
 *
 * <p>The message is one paragraph for the user: what is wrong, where, what to do. It never holds a password.
 */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }

    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
