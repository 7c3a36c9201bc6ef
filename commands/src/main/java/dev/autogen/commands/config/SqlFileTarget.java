package dev.autogen.commands.config;

import static java.util.Objects.requireNonNull;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file of SQL statements that stands for the database they make, such as {@code file:schema.sql} or
 * {@code file:/dumps/shop.sql?currentSchema=shop}.
 *
 * @param path the file, absolute
 * @param name what messages call it: its path, relative to the project where it lies in it
 * @param currentSchema the schemas that the URL names; empty when it names none
 * @param chosenBy where the URL was given
 */
public record SqlFileTarget(Path path, String name, Optional<List<String>> currentSchema, Origin chosenBy)
        implements ConnectionTarget {
    private static final String SCHEME = "file:";
    private static final String SCHEMA_PARAMETER = ServerTarget.CURRENT_SCHEMA + "=";

    public SqlFileTarget {
        requireNonNull(path, "path is null");
        requireNonNull(name, "name is null");
        requireNonNull(currentSchema, "currentSchema is null");
        requireNonNull(chosenBy, "chosenBy is null");
    }

    static boolean isFile(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith(SCHEME);
    }

    /**
     * Reads the URL; a relative path starts at the project directory.
     *
     * @throws ConfigurationException when it names no file, or has a parameter other than {@code currentSchema}
     */
    static SqlFileTarget parse(String url, Origin origin, Locations locations) {
        int question = url.indexOf('?');
        String location = question < 0 ? url : url.substring(0, question);
        Path path = locations.resolve(path(location.substring(SCHEME.length()), origin), origin);
        String name = path.startsWith(locations.base())
                ? locations.base().relativize(path).toString()
                : path.toString();
        return new SqlFileTarget(
                path,
                name.replace('\\', '/'),
                question < 0 ? Optional.empty() : Optional.of(schemas(url.substring(question + 1), origin)),
                origin);
    }

    /** {@code file:///dumps/a%20b.sql} is a URL to the letter; everything else is a path as it is. */
    private static String path(String text, Origin origin) {
        String path = text;
        if (text.startsWith("///")) {
            try {
                path = URLDecoder.decode(text.substring(2).replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw unusable(text, origin, "a percent sign begins no valid percent-encoding");
            }
        } else if (text.startsWith("//")) {
            throw unusable(text, origin, "it names a host");
        }
        if (path.isBlank()) {
            throw unusable(text, origin, "it names no file");
        }
        return path;
    }

    private static List<String> schemas(String query, Origin origin) {
        List<String> schemas = query.startsWith(SCHEMA_PARAMETER)
                ? Option.SCHEMA.split(query.substring(SCHEMA_PARAMETER.length()))
                : List.of();
        if (schemas.isEmpty() || query.contains("&")) {
            throw new ConfigurationException("The parameters \"" + query + "\" (" + origin + ") of a file's URL are not"
                    + " known. The only one there is: file:schema.sql?currentSchema=shop.");
        }
        return schemas;
    }

    private static ConfigurationException unusable(String text, Origin origin, String reason) {
        return new ConfigurationException("file:" + text + " (" + origin + ") cannot be used: " + reason
                + ". Write file:schema.sql, relative to the project directory, or file:/path/to/schema.sql.");
    }

    @Override
    public String describe() {
        return SCHEME + name;
    }

    @Override
    public List<String> notices() {
        return List.of();
    }
}
