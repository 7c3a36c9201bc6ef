package dev.autogen.commands;

import dev.autogen.commands.config.ConnectionTarget;
import dev.autogen.commands.database.Database;
import dev.autogen.commands.database.ScratchServer;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.hazard.HazardContext;
import dev.autogen.introspector.Canonicalization;
import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.introspector.LiveCatalog;
import dev.autogen.introspector.Scope;
import dev.autogen.schema.Catalog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One of two databases that are compared: open, and read. What it refuses is a {@link DatabaseException}. */
final class ReadDatabase implements AutoCloseable {
    /** Schemas that hold tables, for whoever looked into the wrong one. */
    private static final String SCHEMAS_WITH_TABLES = """
            select n.nspname from pg_catalog.pg_namespace n
            where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
              and exists (select from pg_catalog.pg_class c where c.relnamespace = n.oid and c.relkind in ('r', 'p'))
            order by n.nspname
            """;

    private final Database database;
    private final String name;
    private final boolean closesDatabase;
    private final Connection connection;
    private final Scope scope;
    private final LiveCatalog live;

    private ReadDatabase(Database database, String name, boolean closesDatabase) throws SQLException {
        this.database = database;
        this.name = name;
        this.closesDatabase = closesDatabase;
        this.scope = Comparing.scope(database);
        this.connection = database.connect();
        boolean read = false;
        try {
            this.live = new CatalogIntrospector().introspect(connection, scope);
            read = true;
        } finally {
            if (!read) {
                connection.close();
            }
        }
    }

    /**
     * Opens and reads a database; closes it with itself.
     *
     * @param scratch where a file is loaded
     */
    static ReadDatabase open(Workspace workspace, NamedDatabase named, ScratchServer scratch) {
        Database database = Database.open(workspace, named.target(), named.schemas(), scratch);
        boolean read = false;
        try {
            ReadDatabase result = new ReadDatabase(database, named.name(), true);
            read = true;
            return result;
        } catch (SQLException e) {
            throw new DatabaseException(named.target(), e);
        } finally {
            if (!read) {
                database.close();
            }
        }
    }

    /** Reads a database that somebody else opened, and closes. */
    static ReadDatabase of(Database database) {
        try {
            return new ReadDatabase(database, NamedDatabase.of(database).name(), false);
        } catch (SQLException e) {
            throw new DatabaseException(database.target(), e);
        }
    }

    Database database() {
        return database;
    }

    ConnectionTarget target() {
        return database.target();
    }

    /** What reports call it. */
    String name() {
        return name;
    }

    Connection connection() {
        return connection;
    }

    Scope scope() {
        return scope;
    }

    LiveCatalog live() {
        return live;
    }

    /** What is there; what a file asked for in vain and only the scratch server lacks is no difference. */
    Catalog catalog() {
        return live.catalog()
                .withExtensions(Stream.concat(
                                live.catalog().extensions().stream(), database.script().missingExtensions().stream())
                        .distinct()
                        .toList());
    }

    /** What is known of this database where the difference is to run on it. */
    HazardContext facts(SchemaDiff diff) {
        try {
            return DatabaseFacts.of(database, connection, live, scope, diff);
        } catch (SQLException e) {
            throw new DatabaseException(target(), e);
        }
    }

    /** The difference with what hangs here on what it changes, if PostgreSQL takes it then. */
    SchemaDiff carrying(SchemaDiff diff, Canonicalization spoken, boolean split) {
        try {
            SchemaDiff carried = Comparing.carrying(diff, new CatalogIntrospector(), connection, scope, split);
            return Comparing.refusing(carried, spoken, scope.defaultSchema(), connection);
        } catch (SQLException e) {
            throw new DatabaseException(target(), e);
        }
    }

    /** Whether there is nothing at all in the schemas that are compared. */
    boolean isEmpty() {
        return live.catalog().tables().isEmpty()
                && live.catalog().enumTypes().isEmpty()
                && live.catalog().domains().isEmpty()
                && live.catalog().sequences().isEmpty();
    }

    /** The schemas beyond those compared that hold tables. */
    List<String> otherSchemas() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SCHEMAS_WITH_TABLES)) {
            List<String> schemas = new ArrayList<>();
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
            schemas.removeAll(scope.schemas());
            return schemas;
        } catch (SQLException e) {
            throw new DatabaseException(target(), e);
        }
    }

    /** Closing twice does nothing more. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DatabaseException(target(), e);
        } finally {
            if (closesDatabase) {
                database.close();
            }
        }
    }
}
