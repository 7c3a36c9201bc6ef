package dev.autogen.schema.ddl;

import static dev.autogen.schema.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * Names as SQL text; every one is qualified, so that nothing is found through a search path.
 *
 * @param defaultSchema the schema of names without one; null to leave them without
 */
record SqlNames(String defaultSchema) {

    String qualified(QualifiedName name) {
        String schema = name.schema() == null ? defaultSchema : name.schema();
        return schema == null ? quote(name.name()) : quote(schema) + "." + quote(name.name());
    }

    static String list(List<String> names) {
        return names.stream().map(name -> quote(name)).collect(joining(", ", "(", ")"));
    }

    /** A string literal, safe whatever {@code standard_conforming_strings} says. */
    static String literal(String text) {
        String doubled = text.replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }
}
