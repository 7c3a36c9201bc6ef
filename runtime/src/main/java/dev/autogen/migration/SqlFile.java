package dev.autogen.migration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** SQL in a file beside a migration. */
final class SqlFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SqlFile() {}

    static String read(String call, Class<?> migration, String resource) {
        Names.text(call, "name of the file", resource);
        if (migration == null) {
            throw new InvalidMigrationException(call + ": there is no migration's class beside which it could be");
        }
        try (InputStream file = migration.getResourceAsStream(resource)) {
            if (file == null) {
                throw new InvalidMigrationException(call + ": there is no such file " + place(migration, resource)
                        + "; put it beside the migration, or into the same package of src/main/resources, so that an"
                        + " application ships it, too");
            }
            return Names.text(call, "file", text(call, file.readAllBytes()));
        } catch (IOException e) {
            throw new InvalidMigrationException(call + ": the file cannot be read: " + e);
        }
    }

    /** A byte that is no UTF-8 would otherwise become a question mark in somebody's data. */
    private static String text(String call, byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidMigrationException(call + ": the file is not in UTF-8");
        }
    }

    private static String place(Class<?> migration, String resource) {
        return resource.startsWith("/")
                ? "at the root of the class path"
                : "in the package " + migration.getPackageName() + " of " + migration.getSimpleName();
    }
}
