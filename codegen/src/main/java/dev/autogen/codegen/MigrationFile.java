package dev.autogen.codegen;

import static java.util.Objects.requireNonNull;

/**
 * A migration as it is to be written.
 *
 * @param fileName name of the file within the directory of its package, such as
 *     {@code M20261121101530_AddProductsTable.java}
 * @param className fully qualified name of the class
 * @param source the Java source, to be stored as UTF-8
 */
public record MigrationFile(String fileName, String className, String source) {

    public MigrationFile {
        requireNonNull(fileName, "fileName is null");
        requireNonNull(className, "className is null");
        requireNonNull(source, "source is null");
    }
}
