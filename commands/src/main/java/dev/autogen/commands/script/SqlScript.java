package dev.autogen.commands.script;

import dev.autogen.commands.config.ConfigurationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of SQL statements.
 *
 * @param name what messages call the file
 * @param statements in the order of the file, without the rows of {@code COPY}
 */
public record SqlScript(String name, List<ScriptStatement> statements) {
    private static final long LARGEST = 100L << 20;
    private static final String CUSTOM_DUMP = "PGDMP";

    public SqlScript {
        statements = List.copyOf(statements);
    }

    /**
     * Reads a file.
     *
     * @throws ConfigurationException when there is none, it is not SQL in UTF-8, or holds what only psql understands
     */
    public static SqlScript read(Path path, String name) {
        return of(name, text(path, name));
    }

    /** Cuts a text into its statements. */
    static SqlScript of(String name, String text) {
        SqlScript script = new SqlScript(name, new ScriptScanner(name, text).statements());
        if (script.statements.isEmpty()) {
            throw new ConfigurationException(name + " holds no SQL statement. Name the file that has the schema.");
        }
        return script;
    }

    private static String text(Path path, String name) {
        if (Files.isDirectory(path)) {
            throw new ConfigurationException(
                    name + " is a directory. Name one SQL file; several can be put into one" + " with cat.");
        }
        byte[] bytes;
        try {
            if (Files.size(path) > LARGEST) {
                throw new ConfigurationException(name + " has " + (Files.size(path) >> 20)
                        + " MB. Rows are not compared;" + " leave them out with pg_dump --schema-only.");
            }
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(
                    name + " does not exist (" + path + "). Relative paths start at the project directory.", e);
        } catch (IOException e) {
            throw new ConfigurationException(name + " cannot be read: " + e.getMessage() + ". Make it readable.", e);
        }
        return decoded(bytes, name);
    }

    private static String decoded(byte[] bytes, String name) {
        if (new String(bytes, 0, Math.min(bytes.length, CUSTOM_DUMP.length()), StandardCharsets.ISO_8859_1)
                .equals(CUSTOM_DUMP)) {
            throw new ConfigurationException(name + " is a dump in pg_dump's custom format. Make SQL of it with"
                    + " `pg_restore --schema-only --file=schema.sql " + name + "`, or dump with --format=plain.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(notUtf8(name), e);
        }
        throw new ConfigurationException(notUtf8(name));
    }

    private static String notUtf8(String name) {
        return name + " is not text in UTF-8. Name a plain SQL file; pg_dump writes one with --format=plain"
                + " --encoding=UTF8.";
    }
}
