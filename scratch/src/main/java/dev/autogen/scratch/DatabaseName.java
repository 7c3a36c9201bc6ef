package dev.autogen.scratch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** A database's name, as SQL and URLs want it. */
final class DatabaseName {

    private DatabaseName() {}

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String inUrl(String name) {
        return URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }
}
