package dev.autogen.commands;

import dev.autogen.commands.database.Database;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.hazard.HazardContext;
import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.introspector.LiveCatalog;
import dev.autogen.introspector.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** What is known of a database on which a migration is to run, for its hazards. */
final class DatabaseFacts {
    private DatabaseFacts() {}

    /** Looks where a difference is to run; nothing where there is none. */
    static HazardContext of(
            Database database, Connection connection, LiveCatalog live, Scope scope, SchemaDiff difference)
            throws SQLException {
        return difference.isEmpty() ? HazardContext.UNKNOWN : of(database, connection, live, scope);
    }

    /**
     * Looks at the database.
     *
     * @param live what there is, of all kinds and without regard to any filter
     * @param scope the part of the database that was read
     */
    static HazardContext of(Database database, Connection connection, LiveCatalog live, Scope scope)
            throws SQLException {
        CatalogIntrospector introspector = new CatalogIntrospector();
        // How much autogen's own database holds says nothing of the one that matters.
        boolean telling = !database.isOwn() && !database.isFile();
        return HazardContext.of(live.catalog())
                .withSizes(telling ? introspector.sizes(connection, scope) : Map.of())
                .withAttached(introspector.attached(connection, scope))
                .withVolatileFunctions(introspector.volatileFunctions(connection))
                .withServerVersion(live.server().majorVersion());
    }
}
