package dev.autogen.commands.config;

import java.util.regex.Pattern;

/** Makes a URL, however broken, fit for a message. */
final class Masking {

    private static final Pattern PASSWORD = Pattern.compile("(?i)((?:password|passwd|pwd|secret|token)\\s*=)[^&;]*");

    /** What stands where a port should, as in {@code postgres://app:secret/db}, whose host was forgotten. */
    private static final Pattern NO_PORT = Pattern.compile("(//[^/?:@\\[]*:)(?!\\d{1,5}(?:[,/?]|$))[^/?]*");

    private Masking() {}

    /** The URL without anything that may be a password: what precedes the last {@code @}, and such parameters' values. */
    static String mask(String url) {
        int at = url.lastIndexOf('@');
        String masked;
        if (at < 0) {
            masked = NO_PORT.matcher(url).replaceAll("$1***");
        } else {
            int slashes = url.indexOf("//");
            int start = slashes >= 0 && slashes < at ? slashes + 2 : 0;
            masked = url.substring(0, start) + "***" + url.substring(at);
        }
        return PASSWORD.matcher(masked).replaceAll("$1***").replaceAll("\\p{Cntrl}", "?");
    }
}
