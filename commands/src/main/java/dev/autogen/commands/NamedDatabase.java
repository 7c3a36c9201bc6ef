package dev.autogen.commands;

import dev.autogen.commands.config.ConnectionTarget;
import dev.autogen.commands.database.Database;
import java.util.List;

/**
 * A database that is to be compared with another, by name.
 *
 * @param target where it is
 * @param schemas the schemas to compare, the default one first
 * @param name what reports call it
 */
record NamedDatabase(ConnectionTarget target, List<String> schemas, String name) {
    static NamedDatabase of(ConnectionTarget target, List<String> schemas) {
        return new NamedDatabase(target, List.copyOf(schemas), target.describe());
    }

    static NamedDatabase of(Database database) {
        return of(database.target(), database.schemas());
    }

    String defaultSchema() {
        return schemas.get(0);
    }

    /** The same with the default schema in its name, where that tells two apart. */
    NamedDatabase withSchemaInName() {
        return new NamedDatabase(target, schemas, target.describe() + " schema " + defaultSchema());
    }
}
